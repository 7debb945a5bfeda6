"""The phrases of the safety scan (R22), each table under the name that `dialogues.safety` reads it by."""

from typing import Final

from dialogues.safety_tables import (
    dutch_farewell,
    dutch_harm,
    dutch_hopeless,
    dutch_indirect,
    dutch_means,
    dutch_wishes,
    english_farewell,
    english_harm,
    english_hopeless,
    english_indirect,
    english_means,
    english_wishes,
    idioms,
    of_others,
)

_URGENT = (dutch_wishes, dutch_harm, dutch_means, dutch_farewell)
_URGENT_ENGLISH = (english_wishes, english_harm, english_means, english_farewell)

TABLES: Final = {
    "idiom": idioms.IDIOMS,
    "of others": of_others.OF_OTHERS,
    "T1": "".join(table.T1 for table in (*_URGENT, *_URGENT_ENGLISH)),
    "T2": dutch_hopeless.T2 + dutch_indirect.T2 + english_hopeless.T2 + english_indirect.T2,
    "means": dutch_farewell.MEANS + english_farewell.MEANS,
    "resolve": dutch_farewell.RESOLVE + english_farewell.RESOLVE,
    "love": dutch_farewell.LOVE + english_farewell.LOVE,
    "parting": dutch_farewell.PARTING + english_farewell.PARTING,
    "arranged": dutch_farewell.ARRANGED + english_farewell.ARRANGED,
}
