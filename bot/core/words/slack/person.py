"""What is said when a person is wanted, takes over, and has solved it."""

from bot.core.words import Text

CALL = Text(en="I need a person", de="Ich brauche einen Menschen")
NOBODY = Text(
    en="Nobody is set to be called. An admin sets HELPDESK_HANDOFF to a user or a user group.",
    de="Es ist niemand hinterlegt, der gerufen werden kann. Ein Admin trägt in HELPDESK_HANDOFF eine "
    "Person oder eine Benutzergruppe ein.",
)
CALLED_ALREADY = Text(
    en="A person has been called to this thread already; you will be answered here.",
    de="In diesen Thread ist schon jemand gerufen; Sie bekommen hier Antwort.",
)
CALLED_ELSEWHERE = Text(
    en="I have called a person; they will write to you.",
    de="Ich habe jemanden gerufen; man wird Ihnen schreiben.",
)
WANTED = Text(en="a person is wanted by", de="hier braucht jemand einen Menschen:")
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
ONLY_TEAM = Text(
    en="Only the team can do this.",
    de="Das kann nur das Team.",
)
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
