"""What `/checksender` found beside what should be: the labels and values of the two columns."""

from bot.core.words import Text

ROW_DOMAIN = Text(en="Sender's domain", de="Absenderdomain")
ROW_SPF = Text(en="SPF", de="SPF")
ROW_DKIM = Text(en="DKIM", de="DKIM")
EMPTY = Text(en="empty", de="leer")
NONE = Text(en="none", de="keiner")
NOT_TOLD = Text(en="DNS did not tell", de="DNS hat es nicht verraten")
OTHER_TARGET = Text(en="another entry", de="ein anderer Eintrag")
CODE = Text(en="`{value}`", de="`{value}`")
