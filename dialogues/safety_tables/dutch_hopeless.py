"""Dutch, passive words: it need not go on, life has nothing left, it should stop (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T2: Final = """
# it need not go on
het|t ... hoeft ... van|voor <mij> ... niet meer
hoeft het ... niet meer $
van|voor <mij> hoeft .... niet|niks|niets meer
het hoeft ... allemaal niet meer
hoeft ... niet meer voor|van|vo <mij>
leven hoeft ... niet
het|dit niet|nooit meer|langer zitten
het leven ... niet meer zitten
zie ik het niet meer zitten
! ik kan [echt|gewoon|nu|ook|het] niet meer $
ik kan niet meer vandaag|zo|echt|gewoon|hoor|plus|maar|ik|help|aub|alsjeblieft|het|coach
^ kan niet meer $
ik kan het|dit ... niet meer $
kan ik niet meer $
kan ... zo niet [meer] verder|langer|door|leven
kan ... niet meer|langer verder|door|leven|vechten
zo ... niet meer|langer leven
zo ... niet [meer] verder $
! ik|k wil niet meer $
^ wil niet meer $
ik wil niet meer zo|verder $
ik wil zo niet|ook niet meer|verder|langer $
wil|wilde ... niet meer verder
niet|wel meer|nog wel|door|verder wil $
trek ... het niet meer $
hou|houd|houdt|hield het|dit niet|echt ... meer|langer ... vol
geef het|alles [maar|allemaal] op $
geef de strijd|moed ... op
niet|geen weet|weg .... hoe ik verder moet .... leven|$
hoe lang|lange ... leven .... volhouden|vol|nog|door
klaar|moe|uitgevochten|uitgestreden met|van [het|al|dat] vechten|strijden $
moed [helemaal|echt] kwijt|opgegeven|verloren
ben|voel [mezelf] op [helemaal|mentaal|leeg] ... hoeft niet
hoef morgen|vandaag niet meer
= niet .... volgend|komend jaar|maand .... ben|haal|meemaak
alles .... te veel .... ademen
niks|niets meer te verliezen
haal .... kerst|weekend|zomer|verjaardag|morgen|ochtend niet
voor wie .... nog
! elke dag .... een te veel
! anders was|had ik er .... niet|nooit
zie mezelf .... niet meer
andere kant|overkant|gene
= nooit meer een goede|leuke|mooie dag
! iets .... gebeuren|overkomen .... niet|niks erg
= wie heeft .... aan <mij>
iemand <mij> uit zette|zet|zetten
te wachten .... op mij
geen weg .... terug
= zie <mij> .... over een jaar|maand|week niet
= niks|niets waard
tot het over|voorbij is .... alles
= mis mijn .... en .... wil .... bij hem|haar zijn
= iets .... gebeuren .... niet erg
= hoe kom ik .... uit .... niet
te veel .... ook ademen
als|wat .... ik er [gewoon] niet [meer] was
= te wachten op <mij>
wachten .... moe .... komen niet
bang + eigen gedachten
vroeger of later .... op
niet meer voor gemaakt
klaar .... met [het|al|dit|dat] gevecht|vechten|strijd|strijden $
! denk .... dat het .... niet meer hoeft
het hoeft .... niet meer $
enige .... hier houdt
mijn tijd hier|zit .... op|erop|voorbij|om
er hoort .... zijn
winter|zomer|voorjaar .... haal .... niet|interess*
als alles .... stil werd|was|is|wordt
er .... uit .... stappen|stap $
mij betreft .... hoeft
= kan niet langer|meer $
kan .... dit|het|zo niet langer|meer volhouden|aan|dragen|opbrengen|verdragen
! vraag .... waar ik het [allemaal] [nog] voor doe
! <wil> [gewoon] dat het stopt
^ ik ben op $
ik ben helemaal op $
uit wat er met <mij> gebeurt
ertoe .... of ik
bodem + omhoog
niet oud worden zo
= eruit .... gestapt .... snap|begrijp
ieders been
mis + bij + hem|haar + zijn + wil
hier .... uit .... zie .... niet
te wachten .... wereld
wachten + moe + tijden
vroeger of later + op
benijd
haal + winter|zomer|kerst + niet
= <ik1> .... niet uit wat .... gebeurt
van mij hoeft
113 + gebeld|bellen|belde|nam|op|chat|lijn|contact
! wou|wil dat ik niet <meer> hoef|hoefde
beter kwijt dan rijk
tijd .... stopzetten
zie mezelf .... niet oud
= wie zit .... te wachten
beter worden + waarvoor|waarom
net zo goed niet
neerstort* + erg|niet
wacht + dag + ophoudt|stopt|voorbij|over
= kan niet verder [echt] [niet] $
^ ik kan niet verder
niet zijn .... voor altijd
er [gewoon] even niet zijn
! was ik er maar niet <meer>
trek .... dit|het niet <meer> $
mag afgelopen|voorbij|klaar zijn
= reken .... niet .... volgend jaar
= ben er .... niet meer|toch [niet] $
= ben er dan|straks [toch] niet
waarom nog $
dode .... rondloopt|loopt|rond
afscheid aan het nemen
beter weg [kan|kon] zijn
= waarom zou ik [nog] blijven
doet .... er nog toe
= geloof niet dat het .... ooit .... goed
poging|pogingen + mislukt|gedaan|gelukt
geef me|mij [maar] over $
# life has nothing left
leven ... geen zin|nut|doel|waarde|betekenis
het|zo heeft allemaal|toch|leven|geen [toch|meer] geen zin [meer] ... door|verder|leven|$
heeft geen zin meer .... door|verder|leven|gaan
alles|allemaal ... geen zin|nut meer
leven|alles ... zinloos|nutteloos|voorbij|niets|niks|waardeloos|mislukt|ondraaglijk|straf|hel|marteling|lijden|zinloze
leven ... hopeloos|kapot
zin van het|mijn|dit leven niet
is|noem dit|dat [nou|nog] een|n leven
dit|dat|zo is [toch|ook] geen leven meer|$
leven .... aan niet|kan|meer $
kan .... leven niet meer [aan|dragen|verdragen] $
kan .... leven [zo] niet meer aan|dragen|verdragen|volhouden
leven|bestaan is .... over|voorbij|klaar|gedaan|op $
ik leef niet meer|echt ... besta
leef|leven ... besta|bestaan alleen|slechts
haat mijn|het|dit leven
geen|niets|niks|zonder|nauwelijks|geen reden .... leven|zijn|opstaan
geen|enkele reden meer om .... leven|zijn|bestaan|staan
niets|niks|nog om voor te leven
om nog [verder|door] te leven
nog jaren .... leven|volhouden
lang genoeg geleefd|meegedraaid
levenslust|levenszin ... meer|kwijt|geen
geen levenslust|levenszin|levensvreugde
uitzichtloos|uitzichtloze|levensmoeheid
^ hopeloos $
ik|me|mij|mijn|alles .... hopeloos $
wanhopig $
geen|enige|zonder [andere] uitweg
geen|zonder weg|pad|manier meer|vooruit|terug
geen hoop meer
geen toekomst [meer] $
geen toekomst meer voor
geen licht meer .... tunnel|$
geen licht .... tunnel
licht .... gewoon uit $
ten einde raad
niet|niks|niets [meer] uit of ik leef|dood|besta|sterf|er
wat maakt het .... uit of ik er
niet|niks|weinig [kunnen] schelen .... <dood>|doodga|sterf|leef
<dood>|doodga|sterf|doodging .... niet|niks|weinig .... schelen|erg|uit
nergens zin|waarde in .... leven
nergens meer .... uit .... leven
leven .... grijs|leeg|zwart|donker|dood $
waar doe ik het [allemaal] [nog] voor|allemaal $
! waarom|waarvoor leef|besta ik [nog|eigenlijk] [nog|eigenlijk] $
waarom|waarvoor|wat|waartoe ben|doe ik [er|hier] [eigenlijk] nog .... wereld|aarde|$
waarvoor|waarom .... op de|deze wereld|aarde
waarom|waarvoor ben ik er nog
wat heeft het leven|allemaal|nog ... zin
waarom|waarvoor|wie|wat ... nog ... leven
twijfel ... leven
of ik nog|wel|verder ... wil leven
of ik [nog|wel] [wel|nog] [wel] door|verder wil
gedachten|gedachtes + donker|donkere|zwart|zwarte|duister|duistere|eng|enge + <ik1>
leven + zwaar|zwaarder|waarde|waard|ondraaglijk|zinloos|leeg|straf|hel|glipt|moe|zat|beu|haat|mislukt + te|niks|\
niet|geen|het|mijn|dit + <ik1>
moegestreden|uitgestreden|levenloos
waarom|waarvoor .... nog|verder|door verder|door gaan|ga|leven
dit leven .... niet .... te doen
snap|begrijp .... waarom|dat iemand|mensen|ze .... leven stapt|stappen|einde
leven|alles is op|over $
mijn lijf|lichaam leeft .... ik niet
waarvoor|waarom .... nog doe .... leven
= lijf|lichaam leeft .... niet
= niet waarvoor|waarom .... doe .... leven|nog
het|leven is op $
is op .... leven
! hoop .... niet oud
kan het licht niet [gewoon] uit
= maakt .... uit .... leven of
hoop + snel|gauw|vroeger + ophoudt|stopt|afgelopen|voorbij + leven|alles
uitgeleefd|levensmoe
geen zin meer in [alles|iets|niks]
zie + toekomst + niet|geen|zwart|gat
waarom|waarvoor besta|leef|ben ik [eigenlijk|nog|hier] $
niks|niets|moer|reet meer .... voor leef|leven
heil .... meer .... leven
licht .... uitgaan
= niet waarom|waarvoor .... ik .... nog|eigenlijk leef|besta|ben|doe
te zwaar + kan|leven|dragen + niet
= lang|langer .... dit .... overleef|overleven
geen bal|zak|reet|moer|hol .... leven|leef
leven .... gezien $
tot .... voorbij is .... leven
= enige reden dat|waarom ik .... leef|ben|besta
verder leven
opbrengen .... leven
niks|niets meer te bieden .... <mij>|leven
leven .... niks|niets meer te bieden
leven lukt .... niet
nergens + zin + leven
oud + hoop|hoef|liever + niet
lijf|lichaam + leeft
wrak + beter|zin
leef + moer|niks|niets|waar + er|voor
licht + uitgaan|uit + laat|mag|maar
overleef + lang|niet + weet
tot + voorbij|over + leven + wacht
oom|tante|vader|broer|collega + eruit|leven + gestapt + snap|begrijp
zwart + licht|alles + geen|niet
mijn leven .... klaar|af|over|voorbij $
= zin van alles|het leven + niet|geen
hoop opgegeven
toekomst .... zwart|gat|donker|leeg
overleef|leef|besta + niet + <meer> + wil|zelfs
= wat blijft .... voor te leven
hoop + niet + lang + meer + heb|duurt
leven + mislukking|mislukt|verspild|verknald|verpest
leven .... doorkomen|door te komen
waarom ik .... doorga|doorleef|doorzet
leven waarvoor|waarom
door .... omdat het moet + leven
= toe of ik adem|leef|besta
te moe om te leven
= het|t is allemaal zinloos|nutteloos|hopeloos|voorbij
wanneer houdt|stopt|eindigt .... leven
hoop verloren|kwijt|opgegeven
lol|glans|fut|jus + af|uit|eraf + leven
als dit|dat het leven is
zie + zwart + alleen|nog
toekomst + mag|hoeft|afgelast + van|voor|mij
nut .... om te blijven
leven klaar|over|voorbij|af is
zin van alles
wat blijft .... over
leven .... moet|kan doorkomen
= nut niet van in
leven is <mij> te [veel|zwaar|moeilijk]
nergens [meer] hoop
hoeft .... niet zo nodig
nut|zin|waarde .... leven .... niet|geen
besta|bestaan alleen|slechts|enkel nog
leven is het|dit niet
kan|kon dit|het leven niet|nie .... aan|dragen|verdragen|meer
leef|leven|besta alleen|enkel|slechts .... voor .... kinderen|katten|hond|kat|hem|haar|man|vrouw
uit|uitmaken of ik .... besta|leef
reden|redenen + leef|leven|besta|bestaan + wat|geen|welke|nog|waarom
niks|niets heeft|had .... betekenis|zin|nut|waarde
= geen levenswil|levenslust|levenszin|levensvreugde
= zin in leven
# it should stop
iets doms|stoms|geks|ergs ... doe|doen|doet
van|voor <mij> mag ... stoppen|over|afgelopen|ophouden|voorbij
mag ... van|voor <mij> ... stoppen|over|afgelopen|ophouden|voorbij
! <wil> dat het|alles|dit ... stopt|ophoudt|voorbij|over|afgelopen
laat het|alles ... stoppen|ophouden|voorbij|afgelopen
! was het|alles [allemaal] maar voorbij|afgelopen|over|klaar $
klaar|gehad|helemaal met alles $
klaar met alles plus
zat|beu allemaal|alles $
zo zat|beu ... alles|allemaal
jullie|je zien me|mij ... nooit|niet meer
<pillen> liggen|staan|ligt klaar
mijn|me laatste bericht|brief|woorden|avond $
eruit stappen|stap $
ik ga dood $
maak me|mij ... dood|af
mezelf kapotmaken|kapot
beneden|omlaag .... balkon|brug|dak
dood van binnen
dood vanbinnen
zelfmoord*|zelfdoding*|suicide*|suicidepreventie
verlost .... van alles|dit|leven|mezelf
"""
