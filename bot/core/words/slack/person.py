"""What is said when a person is wanted, takes over, and has solved it."""

from bot.core.words import Text

CALL = Text(en="I need a person", de="Ich brauche einen Menschen")
OFFER = Text(
    en="I can call a person from the team. Press the button, and somebody will get back to you.",
    de="Ich kann jemanden aus dem Team rufen. Drücken Sie den Knopf, dann meldet sich jemand bei "
    "Ihnen.",
)
NOBODY = Text(
    en="I cannot call anybody yet; please ask in a channel where people read along. For admins: "
    "set HELPDESK_HANDOFF to a user or a user group.",
    de="Ich kann noch niemanden rufen; bitte fragen Sie in einem Kanal, in dem Menschen mitlesen. "
    "Für Admins: Tragen Sie in HELPDESK_HANDOFF eine Person oder eine Benutzergruppe ein.",
)
CALLED_ALREADY = Text(
    en="Somebody has been called already and will get back to you.",
    de="Es ist schon jemand gerufen und meldet sich bei Ihnen.",
)
CALLED_ELSEWHERE = Text(
    en="I have called a person; they will write to you.",
    de="Ich habe jemanden gerufen, der Ihnen schreiben wird.",
)
WANTED = Text(en="please help", de="bitte helfen Sie")
NOTICE = Text(en="Somebody needs your help:", de="Jemand braucht Ihre Hilfe:")
QUESTION = Text(en="The question:", de="Die Frage:")
TRIED = Text(en="Answers given: {answers}", de="Gegebene Antworten: {answers}")
CHECKED = Text(en="Checks run:", de="Prüfungen:")
TAKE = Text(en="Taken", de="Übernommen")
SOLVE = Text(en="Solved", de="Gelöst")
TAKEN_BY = Text(en="Taken by", de="Übernommen von")
SOLVED_BY = Text(en="Solved by", de="Gelöst von")
TAKEN_ALREADY = Text(
    en="<@{helper}> has taken this already.", de="<@{helper}> hat das schon übernommen."
)
ONLY_TEAM = Text(en="Only the team can do this.", de="Das kann nur das Team.")
ONLY_ASKER_OR_TEAM = Text(
    en="Only the person who asked and the team can close this.",
    de="Schließen können das nur die Person, die gefragt hat, und das Team.",
)
GONE = Text(
    en="This call for a person is no longer there.",
    de="Diesen Ruf nach einem Menschen gibt es nicht mehr.",
)
SOLVE_TITLE = Text(en="Solved", de="Gelöst")
HOW = Text(en="How was it solved?", de="Wie wurde es gelöst?")
HOW_HINT = Text(
    en="Kept for the team; it helps to write the missing article.",
    de="Bleibt beim Team; es hilft, den fehlenden Artikel zu schreiben.",
)
