"""What is told of somebody else (R22), and so is no signal of the person who types.

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

OF_OTHERS: Final = """
heeft|hebben|had zelfmoord gepleegd
pleegt|pleegde|pleegden zelfmoord
zelfmoord|suicide gepleegd
committed|commits suicide
died|death by suicide
kil*|hurt*|harm*|hang*|cut*|shot|shoot* yourself|himself|herself|themselves|urself
snij*|sneed|verwond*|dood*|ophang*|vermoord* zichzelf
zichzelf ... dood*|snij*|aandoen|aangedaan|aandoet|verwond*|vermoord*|ophang*|opgehangen|pijn
<ik> niets|niks ... aandoen
zichzelf ... leven ... beroofd|beroven|beroof|beneemt
zich verhangen|opgehangen|doodgereden
spring dan maar
kys
^ ga|val|rot|drop dood|dead $
ga [jij|toch|maar] dood jij|kneus|man|eikel
ended|ends|ending his|her|their [own] life|lives
took|takes|taking|take his|her|their own life|lives
zich doodgereden|doodgeschoten|opgeknoopt|verdronken
over|krijgt|kreeg|gekregen|vraagt|vroeg .... euthanasie
euthanasie gekregen|gehad|gepleegd|ondergaan
jumped|jumps|threw|throws himself|herself ... train
talked him|her|them .... bridge|roof|ledge
hem|haar|iemand .... van de|het|een brug|dak|flat gehaald|gepraat
<family> .... kras*|snij*|krast|snijdt in haar|zijn
<family> .... scratch*|cut*|burn* his|her
<family> .... pillen|overdosis|pills|overdose geslikt|genomen
<family> .... swallow*|took|taken .... pills|overdose
sprong|springt .... iemand|man|vrouw|jongen|meisje voor de|een <trein>
hoef|wil niet dood hoor|maar|$
<family> snij*|krast|verwond* zich|zichzelf
politie|police|brandweer .... brug|bridge|roof|dak|flat
zijn|haar|hun|his|her|their afscheidsbrie*|zelfmoord*|suicide*|zelfdoding
zich .... van het leven beroofd|beroven|beroofde
heb|had je|jij|u ooit .... zelfmoord|suicide|gedacht
have you ever .... suicide
suicidepreventie|zelfmoordpreventie
suicide prevention
doe mezelf niets|niks
nieuws|news|krant|tv .... zelfmoord*|suicide*|zelfdoding*
zelfmoord*|suicide*|zelfdoding* .... nieuws|news|krant
ophangt|verhangt|doodschiet zichzelf
zichzelf ophangt|verhangt|doodschiet|gesneden
trein|train .... zelfmoord|suicide
melding van .... zelfmoord
voor euthanasie gekozen
died by suicide
"""
