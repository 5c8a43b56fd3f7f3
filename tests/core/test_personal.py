"""What is said about the bot itself, and what only sounds like it. All rows were made up for this."""

import pytest

from bot.core.personal import is_personal

PERSONAL = [
    "Are you a real human?",
    "hey, are you married?",
    "how old are you",
    "Who programmed you?",
    "What’s your name?",
    "what is your favourite band?",
    "do you have any brothers",
    "Do you like pizza?",
    "where were you born?",
    "tell me a joke!",
    "Sing a song",
    "what can you do?",
    "You are so stupid.",
    "you're useless",
    "I love you!",
    "Will you marry me?",
    "Bist du ein Roboter?",
    "Hallo, wie heißt du?",
    "Wie alt bist du eigentlich?",
    "Wer hat dich erfunden?",
    "Hast du Geschwister?",
    "Was ist deine Lieblingsband?",
    "Magst du Pizza?",
    "Mögen Sie Jazz?",
    "Sind Sie ein Mensch?",
    "Kannst du tanzen?",
    "Erzähl mir mal einen Witz",
    "Was machst du gerade so?",
    "Du bist ja gar nicht klug.",
    "ich liebe dich",
]
BUSINESS = [
    "Are you open on Sundays?",
    "do you ship to Austria",
    "Do you have a parking space?",
    "Do you have kids menus?",
    "What is your phone number?",
    "what's your address",
    "where are you located?",
    "What do you charge for a return?",
    "Who do I contact about my invoice?",
    "What can you do about my bounced mail?",
    "How long are you closed over Christmas?",
    "tell me about your return policy",
    "You're useless, my mailbox is still blocked.",
    "I hate you to wait, but where is my parcel?",
    "how do I change my name",
    "Bist du sicher, dass ich einen SPF-Eintrag brauche?",
    "Magst du mir die Anleitung schicken?",
    "Schaust du mal nach meiner Bestellung?",
    "Haben Sie am Samstag geöffnet?",
    "Sind Sie umgezogen?",
    "Was kostet der Versand?",
    "Kannst du meine Rechnung schicken?",
    "Wie heißt der Ausgangsserver?",
    "Wie alt darf der Ausweis sein?",
    "Du bist eine Niete, und mein Postfach ist immer noch gesperrt",
    "",
    "Danke!",
]


@pytest.mark.parametrize("text", PERSONAL)
def test_talk_about_the_bot_itself_is_personal(text: str) -> None:
    assert is_personal(text)


@pytest.mark.parametrize("text", BUSINESS)
def test_what_a_team_is_asked_is_not_personal(text: str) -> None:
    assert not is_personal(text)
