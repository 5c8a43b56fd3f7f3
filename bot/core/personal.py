"""Tells what is said about the bot itself ("how old are you?") by how people say it; knows no library."""

import re

from bot.core.chatter import is_chatter, wants_person
from bot.core.frequency import fold
from bot.core.text import plain

# People try a bot out: they ask for its name, its maker and its favourite colour, want a joke or
# insult it. What a team is asked ("do you ship to Austria?") goes on after such words, so a whole
# clause has to be one of these; what comes before and after without telling anything may stand there.
_BEFORE = r"""(?:(?:hey|hi|hello|so|and|but|well|ok|okay|please|then|bot|helpdesk|just|no|can\ i\ ask|may\ i\ ask
    |i\ (?:want|need|must|would\ like)\ to\ know|tell\ me|can\ you\ tell\ me|na|und|also|aber|sag\ mal|sag\ mir|bitte
    |ich\ (?:will|mochte)\ wissen|sagen\ sie\ mir)\ )*"""
_AFTER = r"""(?:\ (?:really|actually|please|now|right\ now|today|exactly|anyway|then|again|bot|though|man|buddy|so\ much
    |a\ lot|too|or\ what|denn|eigentlich|bitte|mal|jetzt|heute|genau|so|da|wirklich|ja|gerade|uberhaupt|selbst
    |alles|oder|auch))*"""
_LIKED = r"(?:\ (?!to\b|when|if|that|my|me|it\b|get|getting|receiv|for|with)\w+){0,2}"
_GEMOCHT = r"(?:\ (?!mir|uns|bitte|mal|nochmal|bei|dass|das|die|der|den|dem|mein|ein|es\b|sich|was)\w+){0,2}"
_KIN = r"(?:mother|father|mum|mom|dad|parents|sister|brother|family|wife|husband|girl\ ?friend|boy\ ?friend)"
_VERWANDTE = r"(?:vater|mutter|eltern|familie|schwester|bruder|freundin|freund|frau|mann)"
_SORT = r"""(?:robot|bot|chat\ ?bot|human|human\ being|person|machine|computer|program|ai|real|real\ person|alive|man|woman|boy|girl
    |male|female|married|single|gay|happy|sad|tired|hungry|bored|angry|lonely|smart|clever|intelligent|stupid|dumb|crazy
    |mad|drunk|kidding|joking|conscious|sentient|self\ ?aware|evil|funny|religious|rich|famous|useless|idiot|moron|cute
    |beautiful|pretty|sweet|hot|amazing|awesome|great|the\ best|the\ worst|helpful|annoying|boring|terrible|awful|bad|good
    |ugly|weird|rude|any\ help|joke)"""
_ART = r"""(?:(?:echte[rns]?|richtige[rns]?)\ )?(?:roboter|bot|chatbot|mensch|maschine|computer|ki|person|mann|frau|junge|madchen|real|echt
    |verheiratet|verliebt|single|schwul|klug|schlau|intelligent|dumm|doof|blod|mude|glucklich|traurig|alt|jung|blond|lebendig
    |hungrig|betrunken|sauer|bose|nett|freundlich|verruckt|lustig|einsam|menschlich|nutzlos|toll|super|cool|suss|hasslich
    |langweilig|idiot|schlecht|gut)"""
_ENGLISH = rf"""
    are\ you\ (?:(?:a|an|the|real|really|just|even|still|always|ever|so|very|too)\ )*{_SORT}
  | are\ you\ going\ to\ (?:kill|take\ over|rule)(?:\ \w+)*
  | (?:you\ (?:are|re|r)|you're|youre)\ (?:(?:a|an|such|so|very|really|just|completely|totally|pretty|not|no|too)\ )*{_SORT}(?:\ (?:bot|machine|program))?
  | do\ you\ (?:really\ |even\ |ever\ )?(?:(?:like|love|hate){_LIKED}|(?:eat|drink)(?:\ \w+)?|sleep|dream|dance|sing|cry|lie|smoke
        |feel\ \w+|get\ (?:tired|bored|lonely|paid)|believe\ in\ (?:god|love|ghosts|aliens|magic|me))
  | do\ you\ have\ (?:(?:a|an|any|many|your\ own)\ )?(?:{_KIN}|kids|child|children|friends?|brothers?|sisters?|siblings|pets?|feelings?
        |emotions?|soul|body|brain|hobb(?:y|ies)|name|favou?rite(?:\ \w+)?)
  | who\ (?:has\ |have\ )?(?:made|created|built|programmed|coded|invented|designed|developed|trained|owns|wrote)\ you
  | (?:who|what)\ (?:exactly\ )?are\ you | who\ do\ you\ work\ for
  | (?:(?:what|who|how|when)(?:\ is|\ are|'?s)\ |about\ |know\ )?your\ (?:(?:real|own|first|last|full)\ )?(?:name|age|gender|hobb(?:y|ies)|iq|star\ ?sign
        |zodiac\ sign|birthday|religion|creator|maker|inventor|programmer|owner|boss|job|purpose|dreams?|feelings?|{_KIN})
  | (?:(?:what|who|which|where)(?:\ is|\ are|'?s)\ )?your\ favou?rite(?:\ \w+){{0,3}}
  | how\ (?:old|tall|big|smart|clever|intelligent|heavy)\ are\ you | where\ are\ you\ from | (?:where|when)\ were\ you\ (?:born|made)
  | where\ (?:do|did)\ you\ (?:live|come\ from|sleep|grow\ up)
  | what\ (?:can|do)\ you\ do(?:\ for\ (?:fun|a\ living)|\ all\ day)? | what\ are\ you\ (?:doing|wearing|thinking) | what\ do\ you\ look\ like
  | (?:(?:can|could)\ you\ )?(?:tell|sing|write|say|read)\ (?:(?:me|us|to\ me)\ )?(?:(?:a|an|another|any|some|your|good|best|funny|bedtime|short)\ )*
        (?:jokes?|poems?|songs?|riddles?|stor(?:y|ies)|something\ (?:funny|nice))(?:\ about(?:\ \w+){{1,2}})?
  | (?:do\ you\ )?know\ (?:a|any|some)\ (?:good\ |funny\ )?(?:jokes?|poems?|songs?|riddles?)
  | (?:tell\ me\ )?(?:something\ |more\ )?about\ yourself
  | (?:can|could)\ you\ (?:even\ )?(?:sing|dance|cook|fly|feel|think|dream|swim|cry|laugh|love|smell|see\ me|hear\ me|feel\ \w+)
  | (?:will|would)\ you\ marry\ me | (?:will\ you\ )?be\ my\ (?:friend|girl\ ?friend|boy\ ?friend|valentine)
  | i\ (?:really\ )?(?:love|hate|miss|like)\ you | shut\ up | (?:screw\ you|fuck\ (?:you|off))
"""
_GERMAN = rf"""
    bist\ du\ (?:(?:denn|eigentlich|wirklich|auch|ein|eine|so|gar|nicht|nur)\ )*{_ART}
  | du\ bist\ (?:(?:ja|aber|so|echt|wirklich|gar|nicht|nur|ein|eine|sehr|total|zu|die|der|das|kein|keine)\ )*{_ART}(?:e[rns]?)?(?:\ (?:bot|maschine))?
  | (?:sind\ sie|seid\ ihr)\ (?:(?:denn|eigentlich|wirklich|auch)\ )*(?:ein|eine)\ {_ART}
  | sind\ sie\ (?:verheiratet|verliebt|single|schwul|blond|betrunken)
  | (?:magst|liebst|hasst|isst|trinkst|rauchst|schlafst|traumst|fuhlst|lachst|weinst|spielst|liest|horst|tanzt|singst|kochst|lugst){_GEMOCHT}\ du{_GEMOCHT}
  | (?:magst|liebst|hasst|isst|trinkst|rauchst|schlafst|traumst|fuhlst|lachst|weinst|spielst|liest|horst|tanzt|singst|kochst|lugst)\ du{_GEMOCHT}
  | mogen\ sie{_GEMOCHT} | wie\ heissen\ sie | wie\ alt\ sind\ sie | (?:wie|wo)\ (?:heisst|wohnst|lebst|schlafst)\ du
  | hast\ du\ (?:(?:denn|auch|eigentlich|schon|einen|eine|ein|viele)\ )*(?:{_VERWANDTE}|freunde|kinder|geschwister|haustiere?|gefuhle|hobbys?|angst
        |hunger|durst|humor|namen|seele|gehirn|lieblings\w+)
  | (?:(?:was|wer|wie|welche[rns]?)\ (?:ist|sind|heisst|war|lautet)\ )?(?:denn\ )?dein(?:e[rmns]?)?\ lieblings\w+
  | (?:(?:was|wer|wie|wann|wo)\ (?:ist|sind|heisst|heissen|lautet)\ |von\ )?dein(?:e[rmns]?)?\ (?:(?:richtige|echte|voller)[rns]?\ )?(?:name|alter|geschlecht
        |hobby|hobbys|hobbies|beruf|job|geburtstag|sternzeichen|chef|entwickler|erfinder|schopfer|programmierer|zweck|iq|{_VERWANDTE})
  | wer\ (?:hat\ dich\ (?:ins\ leben\ gerufen|\w+)|bist\ du|steckt\ hinter\ dir) | von\ wem\ wurdest\ du\ \w+
  | wie\ (?:alt|gross|klug|schlau|intelligent)\ bist\ du | woher\ (?:kommst|stammst)\ du | wo\ kommst\ du\ her
  | was\ (?:kannst|machst|tust)\ du(?:\ den\ ganzen\ tag|\ beruflich)?
  | kannst\ du\ (?:(?:auch|eigentlich)\ )*(?:singen|tanzen|kochen|fliegen|lachen|weinen|fuhlen|denken|traumen|rappen
        |(?:englisch|deutsch|franzosisch|turkisch|spanisch)(?:\ sprechen|\ verstehen)?)
  | (?:erzahle?|sage?|singe?|kennst\ du|weisst\ du|kannst\ du)\ (?:(?:mir|uns|mal|bitte|doch|einen|ein|eine|guten|noch|paar|was|etwas)\ )*
        (?:witze?|gedicht|geschichte|lied|ratsel|lustiges)(?:\ uber(?:\ \w+){{1,2}})?(?:\ erzahlen|\ singen)?
  | (?:erzahle?|sage?|erzahlen\ sie)\ (?:(?:mir|uns|mal|bitte|doch|was|etwas|mehr)\ )*(?:uber\ dich|von\ dir|uber\ sich)
  | ich\ (?:liebe|hasse|mag|vermisse)\ dich | (?:willst|mochtest)\ du\ mich\ heiraten | halt\ (?:die\ klappe|den\ mund)
  | (?:leck|fick)\ (?:mich|dich)
"""
_PERSONAL = re.compile(rf"{_BEFORE}(?:{_ENGLISH}|{_GERMAN}){_AFTER}", re.VERBOSE)
_CLAUSE = re.compile(r"[.!?;,:\n]|\s[-–]\s")
_WORDS = re.compile(r"[\w']+")
MAX_CLAUSE = 80  # characters of a clause that says nothing but this


def is_personal(text: str) -> bool:
    """Whether a text is about the bot itself, jokes with it or insults it, and says nothing else."""
    clauses = (" ".join(_WORDS.findall(part)) for part in _CLAUSE.split(_folded(text)))
    said = [clause for clause in clauses if clause and not is_chatter(clause)]
    return bool(said) and all(len(c) <= MAX_CLAUSE and _PERSONAL.fullmatch(c) for c in said)


def _folded(text: str) -> str:
    return fold(plain(text)).replace("’", "'")


def is_small_talk(text: str) -> bool:
    """Whether a text asks nothing of a library, unless that knows about the bot."""
    return is_chatter(text) or wants_person(text) or is_personal(text)
