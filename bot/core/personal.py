"""Tells what is said about the bot itself ("how old are you?") by how people say it; knows no library."""

import re

from bot.core.chatter import is_chatter, wants_person
from bot.core.frequency import fold
from bot.core.text import plain

# People try a bot out: they ask for its name, its maker and its favourite colour, want a joke or
# insult it. What a team is asked ("do you ship to Austria?") is said in other words.
_ENGLISH = r"""
    are\ you\ (?:(?:a|an|the|really|just|even|still|always|ever|so|very|too)\ )*
        (?:robot|bot|chat\ ?bot|human|person|machine|computer|program|ai|real|alive|man|woman|boy|girl
        |male|female|married|single|gay|straight|happy|sad|tired|hungry|bored|angry|lonely|scared|smart
        |clever|intelligent|stupid|dumb|crazy|mad|drunk|kidding|joking|conscious|sentient|self\W?aware
        |evil|funny|christian|muslim|religious|rich|famous|going\ to\ (?:kill|take\ over|rule))\b
  | do\ you\ (?:really\ |even\ |ever\ )?(?:like|love|hate|enjoy|prefer|sleep|eat|drink|dream|dance|sing|cry|lie
        |feel|smoke|believe\ in|get\ (?:tired|bored|lonely|paid)|watch|have\ (?:(?:a|an|any|many)\ )?(?:girl\ ?friend
        |boy\ ?friend|wife|husband|kids?|child(?:ren)?|famil(?:y|ies)|friends?|brothers?|sisters?|siblings?
        |parents|pets?|feelings?|emotions?|soul|body|brain|hobb(?:y|ies)|name)(?=\W*$))\b
  | (?:who|what)\ (?:(?:has|have)\ )?(?:made|created|built|programmed|coded|invented|designed|developed|trained
        |owns|wrote)\ you\b
  | (?:who|what)(?:\ (?:are|r)|['’]?re)\ you\b(?=\W*$)
  | (?:who|what)\ do\ you\ work\ for\b
  | your\ (?:(?:real|own|first|last|full)\ )?(?:name|age|gender|sex|hobb(?:y|ies)|iq|star\ ?sign|zodiac|birthday
        |religion|mother|father|mum|mom|dad|parents|sister|brother|family|girl\ ?friend|boy\ ?friend|wife
        |husband|creator|maker|inventor|programmer|owner|boss|job|purpose|dreams?|feelings?|body|hair|eyes)
        \b(?=\W*$)
  | your\ favou?rite
  | (?:how\ (?:old|tall|big|smart|clever|intelligent|heavy)|where|when)\ (?:are|were|is)\ (?:you|your\ birthday)
        (?:\ (?:from|born|made|right\ now|now|living))?\b(?=\W*$)
  | where\ (?:do|did)\ you\ (?:live|come\ from|sleep|grow\ up)\b
  | what\ (?:can|do)\ you\ do(?:\ for\ (?:fun|a\ living))?\b(?=\W*$)
  | (?:what\ are\ you\ (?:doing|wearing|thinking)|what\ do\ you\ look\ like)\b
  | (?:tell|sing|write|know|say|read)\ (?:(?:me|us|to\ me)\ )?(?:a|an|another|any|some|your)?\ ?(?:good\ |funny\ |bedtime\ )?
        (?:jokes?|poems?|songs?|riddles?|stor(?:y|ies)|funny|something\ (?:funny|nice))\b
  | tell\ (?:me|us)\ (?:something\ |more\ )?about\ yourself\b
  | (?:can|could)\ you\ (?:sing|dance|cook|fly|feel|think|dream|swim|cry|laugh|love|smell|see\ me|hear\ me)\b
  | (?:will|would|do)\ you\ (?:want\ to\ )?marry\ me | be\ my\ (?:friend|girl\ ?friend|boy\ ?friend|valentine)
  | i\ (?:really\ )?(?:love|hate|miss|like)\ you\b(?=\W*$) | shut\ up | (?:screw|fuck)\ (?:you|off)
  | you(?:\ are|\ r|['’]re|re)\ (?:(?:a|an|the|so|very|really|just|completely|totally|pretty|not|no|too)\ )*
        (?:useless|stupid|dumb|idiot|moron|smart|clever|funny|cute|beautiful|pretty|sweet|hot|amazing|awesome
        |great|best|worst|helpful|help|annoying|boring|crazy|terrible|awful|bad|good|ugly|fired|robot|bot
        |human|weird|rude|wrong)\b
"""
_GERMAN = r"""
    bist\ du\b(?!\ (?:sicher|fur|zustandig|noch\ da|da\b|der\ richtige)) | du\ bist\b
  | (?:sind\ sie|seid\ ihr)\ (?:(?:ein|eine|denn|eigentlich|wirklich|echt|auch)\ )*(?:roboter|bot|chatbot|mensch
        |maschine|computer|person|mann|frau|echt|verheiratet|verliebt|single|schwul|klug|intelligent
        |dumm|mude|glucklich|traurig|alt|blond|lebendig)\b
  | (?:magst|liebst|hasst|isst|trinkst|rauchst|schlafst|traumst|fuhlst|glaubst|lachst|weinst|spielst|liest
        |horst|schaust|tanzt|singst|wohnst|lebst|heisst|arbeitest|lugst|denkst|kochst|treibst)\ du\b
        (?!\ (?:mir|uns|bitte|mal|nochmal|bei|dass)\b)
  | mogen\ sie\b | wie\ heissen\ sie\b | wie\ alt\ sind\ sie\b
  | hast\ du\ (?:(?:denn|auch|eigentlich|schon|einen|eine|ein|viele)\ )*(?:freund|freundin|freunde|frau|mann
        |kinder|familie|geschwister|bruder|schwester|eltern|haustiere?|gefuhle|hobbys?|angst|hunger|durst
        |humor|namen?|korper|seele|gehirn|spass|lieblings\w+)\b
  | lieblings(?!list)\w+
  | dein(?:e|er|en|em|es)?\ (?:(?:richtige|echte|voller)[rns]?\ )?(?:name|namen|alter|geschlecht|hobby|hobbys|hobbies|beruf|job
        |geburtstag|sternzeichen|vater|mutter|eltern|familie|schwester|bruder|freundin|freund|frau|mann|chef
        |entwickler|erfinder|schopfer|programmierer|augen|haare|aussehen|korper|leben|traum|traume|zweck|iq)\b
  | wer\ (?:hat\ dich|bist\ du|steckt\ hinter\ dir)\b | von\ wem\ (?:wurdest|bist)\ du\b
  | wie\ (?:alt|gross|klug|schlau|intelligent|geht\ es)\ (?:bist\ du|dir)\b
  | (?:woher|wo)\ (?:kommst|stammst)\ du\b
  | was\ (?:kannst|machst|tust)\ du(?:\ (?:alles|so|gerade|denn|da|den\ ganzen\ tag|eigentlich|beruflich))*(?=\W*$)
  | kannst\ du\ (?:auch\ |eigentlich\ )?(?:singen|tanzen|kochen|fliegen|lachen|weinen|fuhlen|denken|traumen|rappen|englisch
        |deutsch|franzosisch|turkisch|spanisch)\b
  | (?:erzahl|sag|sing|kennst\ du|weisst\ du)e?\ (?:(?:mir|uns|mal|bitte|doch)\ )*(?:(?:einen|einen\ guten|ein|eine|was|etwas|noch|paar)\ )*
        (?:witze?|gedicht|geschichte|lied|ratsel|lustiges)\b
  | (?:etwas|was|mehr)?\ ?uber\ dich\b
  | ich\ (?:liebe|hasse|mag|vermisse)\ dich\b | (?:willst|mochtest)\ du\ (?:mich\ heiraten|mein\w*\ freund)
  | halt\ (?:die\ klappe|den\ mund|s\ maul) | (?:leck|fick)\ (?:mich|dich)
"""
_PERSONAL = re.compile(rf"(?<!\w)(?:{_ENGLISH}|{_GERMAN})", re.VERBOSE)


_CLAUSE = re.compile(r"[.!?;,\n]+")


def is_personal(text: str) -> bool:
    """Whether a text is about the bot itself, jokes with it or insults it, and says nothing else."""
    clauses = [" ".join(fold(part).split()) for part in _CLAUSE.split(plain(text))]
    said = [clause for clause in clauses if not is_chatter(clause)]
    return bool(said) and all(map(_PERSONAL.search, said))


def is_small_talk(text: str) -> bool:
    """Whether a text asks nothing of a library, unless that knows about the bot."""
    return is_chatter(text) or wants_person(text) or is_personal(text)
