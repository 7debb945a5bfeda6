"""Dutch, farewell, a plan, a moment, and the cues that make a signal more urgent (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T1: Final = """
# farewell
afscheidsbrie*|afscheidsbericht*|afscheidsmail*|afscheidsgroet
brief|briefje|bericht ... als ik er niet <meer> ben
vaarwel allemaal|iedereen|wereld|lieve|lief|jullie|leven|mam*|pap*
^ vaarwel $
vaarwel $
dit|dat is [dan] mijn|me|mn|het [laatste] afscheid $
neem|nam|genomen|nemen voorgoed|definitief ... afscheid
afscheid|afscheids [genomen] ... van het|dit leven
afscheid .... van iedereen|jullie|allemaal|leven|kinderen|wereld
zeg|vertel .... kinderen|vrouw|man|moeder|ouders|mama|papa|zoon|dochter|kids|iedereen|hem|haar dat ik .... \
hield|hou|houd|liefhad|spijt|sorry
zorg .... voor mijn|onze|de kinderen|kids|hond|kat|gezin|vrouw|man|dochter|zoon|moeder|mama ... als ik er niet|weg
jullie|je horen|hoort|hoor ... nooit|niets|niks meer van mij|me
laatste .... van mij|me hoort|horen|hoor|ziet|zien|leest
niemands schuld|fout
niemand ... schuld dat|van
het ga jullie|je|iedereen goed
dit|dat is|wordt|was mijn|me|mn laatste nacht|avond|bericht|brief|dag|uur op|hier|aarde|$ $
= naar|bij & overleden|gestorven|dode|hemel & <wil>|ga|kom
= ik <wil>|ga|kom .... achterna
= <wil>|ga|kom|volg ik .... achterna
vindt|vinden|lezen|leest|krijgt .... brief|briefje|brieven ... wel|straks|morgen*|later|dan
niemand .... tegen* .... vanavond|vannacht|nu|meer
datum|dag .... geprikt|gekozen|uitgekozen .... voorbij|klaar|over|afgelopen|dood
= brief|brieven|briefje & kinderen|kids|vrouw|man|ouders & klaar|gelegd|achtergelaten
dit|vanavond|vannacht|vandaag & <mijn> & laatste & avond|nacht|bericht|brief|uur
tot nooit $
zorg|pas .... hond|kat|kinderen|kids|vrouw .... ik .... niet|weg|er
sta .... niet <meer> op zorg|hond|kinderen
= <mij> vindt|vinden|vind .... brief|briefje
= brief|briefje|brieven .... vinden|vindt .... wel|morgen*|straks|later
= vindt|vinden .... de|mijn brief|briefje .... wel|morgen*|straks|later
= brief|briefje & sleutels|tafel|beter|testament|wachtwoorden
= zeg|zeggen|vertel|vertellen + dochter|zoon|kinderen|vrouw|man|moeder|kids + lag|ligt|schuld
! jammer|balen|helaas|teleurgesteld|spijtig|shit dat ik .... wakker|leef|adem
mijn leven eindig*|stopt|houdt
= voor|wanneer|als je|jullie dit .... ben ik [al] weg|er|dood|vertrokken
<wil>|ga|kom|hoop .... bij allah|god|jezus|hem|haar .... zijn
laatste wil .... klaar|geschreven|tafel
zorg ik zelf voor
peins|denk + sterven|dood + serieus|der|eraan|erover
papa|mama|pappa|mamma + kan|kon|moet|gaat + niet|weg|blijven + jullie|lieve|schat*
weggegeven|weggeven|wegdoen + dood|sterf|doodga|meer + spullen|alles|kleren
klaargelegd + dood|niet + foto*|polis|papieren|brief|alles
vinden|vindt <mij> .... morgen*|straks|dood|snel|pas|vanzelf
ze vinden <mij> .... wel $
ik ben .... weg voor|als jullie|je|ze|iedereen .... wakker
heer|god|allah|jezus|jahweh + neem|haal|roep|halen|roepen|nemen + me|mij|thuis
naar onze|de|god|allah lieve|heer|hemel|toe [heer]
! graf|kist|zoden|hiernamaals + <wens>|lig|liggen + ik|me|mij
mijn|me .... laatste adem
onder de|in zoden|grond|graf|kist liggen
= hem|haar + toe|naar|bij + dood|overleden|gestorven|weg + wil|ga
hielden|hield .... van <mij> .... sorry|vaarwel|dag|spijt
plan plus [een] datum|dag
zeg|vertel .... <mij> spijt
zeg|vertel + spijt|sorry + vrouw|man|kinderen|ouders|moeder|vader|mama|papa|dochter|zoon
brief|briefje + vrouw|man|kinderen|ouders + sleutels|tafel|neergelegd|achtergelaten|beter
= hou|houd|hield dit|het leven niet
lijkt .... heerlijk|fijn|zalig + doodgaan|dood|sterven
<sterf> + heerlijk|zalig|regelen|plannen|verlang|eindelijk
tel|aftellen|tellen + dagen + eruit|dood|voorbij|stap|klaar
= naar hem|haar|mijn toe + vannacht|vanavond|straks
god|heer|allah|hij + ophaal*|ophalen|haalt|halen|weghaal*|wegneem* + mij|me
mail|bericht|brief|video|filmpje + morgen|straks|later + ik + niet|dood|weg + meer
= laatste keer + ouders|kinderen|moeder|vader|mama|zien|gezien|gebeld + zeggen|weten
spaargeld|geld|erfenis + straks|dochter|zoon|kinderen + nodig + niet + ik
dag|vaarwel|adieu wereld|leven
hemel + groet*|tot|alvast|kom|ga|snel
moeten .... <mij> .... niet <meer> zoeken|vinden
laatste dag|nacht|avond $
iedereen|jullie|ze|zij|gezin|baas|man|vrouw .... van mij|me af
= <sterf> + mee|achterna|volg|samen + ga|wil
dood + wacht|tegemoet|opzoek*|opzoeken|roept|lacht|omarm*
iemand .... <mij> .... tegenhouden + iets|terugdraaien|spijt
doek .... dicht|valt + <mij>|mijn
verhaal .... eindigt|einde|klaar + mijn
neem|nemen afscheid $
hoef .... geen volgende|nieuwe|andere dag|ochtend|morgen
geen nieuwe|volgende dag|ochtend meer|$
laat|hoop|wens + laatste + nacht|dag|avond + mijn
als het zover is + brief|weten|vinden
mijn verhaal eindigt|stopt
voor <mij> gaat het doek dicht
laatste dag is $
= naar hem|haar toe + wil|ga + dood
afscheid + zonder + wist|wisten|weet|weten|zeggen
wie dit vindt|leest|ziet
bedankt|dank|dankjewel|dankje .... ik ga [nu] $
hou|houd .... van .... ik ga [nu] $
= vrouw|man|iedereen .... weg .... het te doen
= kom eraan + papa|mama|pap|mam|opa|oma|jongen|schat|lieverd
kerkhof|begraafplaats|graf|kist|urn + lig|liggen|leg|uitgezocht|mij
= jammer|balen|waarom|helaas .... <mij> .... gered|gevonden|tegengehouden|teruggehaald|gereanimeerd
= waarom .... <mij> [niet] gered|gevonden|laten
brief + man|vrouw|kinderen|ouders|moeder + waarom|uitleg|uitgelegd|leg + geschreven
testament .... rustig|kan .... gaan
= hou van je|jullie|ze .... sorry
sorry dat ik het niet [meer] red|haal|volhoud|kan
geen zorgen meer .... over mij|me
zorgen + vandaag|vanavond|morgen + mij|me + meer + hoef*|geen
niemand .... <mij> .... tegenhouden
= spijt|jammer|stom + niet + gesprongen|gedaan|gelukt|doorgezet
= jammer|balen .... gevonden hebben
laatste .... dan is het voorbij|klaar
laatste hoop ik
wens .... dat het|dit de|mijn laatste
= laatste .... <mij>|ik schrijf|spreek|app|spreken
te laat + zoeken|zoek|redden|reanimeren
vinden|vindt ze|jullie|iemand|hij|zij <mij> + garage|schuur|zolder|bos|morgen*|kelder|boom
leest|lees|lezen + gebeurd|voorbij|dood
leest|lees|lezen .... te laat
= vergeef papa|mama|pappa|mamma
onder de grond + wil|leg|in|stop|lig
zorg .... dat .... mijn .... als ik .... weg
pas goed op elkaar|jezelf|mama|papa .... niet <meer>
= coach .... laatste die|aan
nu is het klaar dag
= nooit|geen antwoord meer .... nooit
iedereen die van me hield|houdt
laatste check in .... ooit|nooit|van mij
kom niet terug zeg
= heeft|hebben het straks nodig ik niet
begrijpt|snapt wat ik bedoel + terug|vakantie|weg
jammer dat ze me gevonden
geen antwoord .... van mij nooit
al een brief|briefje|afscheidsbrief geschreven|klaar|liggen voor|aan .... kinderen|ouders|moeder|vader|vrouw|\
man|familie|dochter|zoon
vergeef me|mij|het .... wat ik ga|zal|wil doen
tot nooit .... ziens|meer
mijn laatste wens
jullie|je|ze|niemand .... niet|nooit meer .... zien|zie|horen na vandaag|morgen|vannacht|vanavond
! dit was mijn laatste bericht|berichtje|check|brief $
= afscheidsbrief|afscheidsbrieven af|klaar|geschreven
pas .... op elkaar .... niet meer
# a plan, a moment
= <near> .... beter ... zonder <mij>
= zonder mij|me .... <near> .... beter
= zonder mij|me .... beter .... <near>
zonder mij ... beter af
dit was het dan
weet .... hoe .... doen en wanneer|waar
alleen nog de|t|het moed|lef|durf
bij .... neer .... sprong
plan .... zondag|vanavond|vannacht|morgen|weekend .... te doen|dan
zelfmoordmethode*|suicidemethode*|zelfmoordforum*
! hoop|wil|wens .... ik .... niet|nooit <meer> thuis*|terugkom
! hoop .... gebeurt onderweg
mijn|me tijd is|zit|was .... gekomen|om|op|voorbij|erop
het is mijn tijd
ik eindig|beeindig het|alles|dit
vergeet <mij> [nu|maar]
kom .... niet|nooit <meer> nooit meer
hoor bij de doden
pijp uit
hoekje om
bepaal|beslis zelf wanneer
doe het dan .... alleen thuis
kom .... niet meer|nooit nooit meer
! hoop|wil .... niet|nooit <meer> thuiskom*|thuis
datum & geprikt|gekozen & voorbij|over|klaar|afgelopen
wil .... niet ouder .... worden
laten gaan + <wens>|maar + dokter|artsen|ze|me
zelfgekozen + ik|mijn|me
bomen voorbij lopen
zm|zelfmoordje
plan .... datum
weet al hoe|wanneer|waar .... ga|wil doen
! nooit <meer> .... op .... staan|opstaan
gewoon weg zijn $
ik ook .... stop*
niet dat|hoeft .... morgen komt|komen
als .... komt doe ik het
niet meer thuiskom*|thuiskomen + hoop|wil
ik kom morgen niet meer nooit
ademen + klaar|stop*|ophouden|moe + alles|ik
hoor|hoort .... niet meer .... zijn
morgen .... nooit meer $
voorbij|afgelopen|klaar|gedaan met <mij>
= maak ik niet <meer> mee
eten en drinken + stop*|gestopt|weiger
enige .... nog .... doen $
tijd om te gaan $
ga|wil kms|zm
unalive*
ik wil die $
enige + tegenhoudt|tegenhouden|weerhoudt
iets .... doe .... niet .... terugdraaien
= trek .... stekker eruit
ik hoor hier niet $
licht uit definitief
! nooit meer hoefde|hoef op te staan
enkele reis
= tijd genoeg om het te doen
^ ik check uit $
ik ga|wil uitchecken
game over + <mij>|ik
naar mijn ongeboren|overleden|dode|gestorven kindje|kind|zoontje|dochtertje|baby|zoon|dochter
eis|geef|wil .... spuit $
geef <mij> iets om|waar niet
niet <meer> [te] hoeven zijn
poging .... mislukt|gelukt|lukt
weer niet gelukt
nu doe ik het $
vanavond|vannacht|morgen|zaterdag|zondag|straks is het voorbij|afgelopen|over|gebeurd $
<moment> doe ik het
vannacht|vanavond|nu|morgen stop ik [ermee] $
hoeft niet meer .... stop ik [ermee]
= had|hadden me maar laten liggen
boek is uit .... wil
! hoefde op te staan
einddatum|sterfdatum|einddag + mezelf|mij
nu|vannacht|vanavond of nooit
probeer|probeerde het|t morgen|opnieuw|weer|nogmaals + touw|pillen|dood|leef|mes
= lef had .... niet <meer>
keer geprobeerd $
klaar voor <mij> .... ik ga
werk is weg .... ga ik ook
mijn huur|abonnementen + opgezegd + klaar|meer|nodig
datum in mijn|me hoofd
besloten .... mijn laatste week|dag|nacht|avond|maand|weekend|uur|zomer|kerst
dit wordt mijn laatste week|dag|nacht|avond $
dit mijn laatste week|dag|nacht|avond wordt|is
weet hoe ik het ga|wil|zal doen .... wanneer
weet wanneer .... hoe ik het ga|wil|zal doen
ga|zal het doen + als|zodra + weg|slapen|slaapt|niemand + dit|vanavond|vannacht|morgen
oplossing|uitweg|keuze .... er niet meer|te zijn
weet [ik] [nu|precies|al] hoe ik het ga|wil doen + wanneer
oplossing|uitweg|keuze ... er niet meer|te zijn
als|zodra|wanneer iedereen|niemand|de .... weg|slaapt|slapen|school .... doe ik het $
plan is klaar|af|compleet .... moed|wachten|moment|nog
wil|ga|ben er|ik tussenuit definitief|voorgoed
poging|pogingen + wil + weer|opnieuw|nog
voorbereid|geregeld|klaar voor mijn einde|dood|afscheid
= iets doen ... terug te draaien|nemen
het|ik deze keer echt|wel doe|doen|door $
deze keer doe|ga ik het|t echt|wel
"""

# With a phrase of T2, or of two kinds, these make an urgent signal; alone they are nothing.
# Means at hand.
MEANS: Final = """
<pillen>|doosjes|strips|pillenstrip
touw|strop|scheermes*|mes|mesje|pistool|dienstwapen|geweer
op het|de|n perron|brug|dak|spoor|balkon|rails|reling|viaduct|vluchtstrook
bij|langs het|de spoor|brug|rails|kanaal|water
ophangen|verhangen|verdrinken
"""
# A decision, a moment.
RESOLVE: Final = """
ik ga het [nu|gewoon|echt|vanavond|vannacht|straks|zondag|morgen] doen
ik doe het [nu|gewoon|echt|vanavond|vannacht|straks|zondag|morgen] $
vanavond|vannacht|straks|zondag|morgen|zaterdag|weekend|dan ga|doe ik het|$ [doen] $
het [nu|vanavond|vannacht|straks|zondag|morgen|zaterdag] te doen
besluit|beslissing .... vast|genomen
heb .... besloten
weet [ook|al|precies|wel] hoe|waar|welke|wanneer
als|of|nu|tot ik [het|alleen] [nog] durf
moed|durf .... nog|had|hebben|verzamelen
alles .... geregeld|klaargelegd|klaargezet|opgeschreven
niemand .... tegen|tegenhouden|stoppen
datum|dag .... geprikt|gekozen|uitgekozen
ik ga [nu] $
dan is het klaar|over|voorbij
maak ik het af
hoe ik het|t|dit .... ga|wil|moet|zou doen
het .... echt|vanavond|vannacht .... doen
vandaag|vanavond|vannacht|straks|morgen|zondag ga ik $
plan vanavond|vannacht|vandaag|morgen|klaar|gemaakt
genoeg $
klaar|over|voorbij|genoeg voor <mij>
nu ga ik ook
ik ga [nu|ook] $
het is klaar $
ik quit|stop $
werk|vrouw|man|alles is weg
hebt|heb .... best gedaan
hield|houdt|hielden .... <mij> tegen
vanavond|vannacht|straks ga ik het doen
plan .... rond|klaar|compleet
bijna gedaan
plek|plekje .... uitgezocht|gevonden|gekozen
probeer het morgen|opnieuw|nogmaals
ik neem ze
ik durf bijna|het|nog
durf het bijna|net|nog
dacht|denk nu|spring|doen $
"""
# Love, thanks, sorry.
LOVE: Final = """
hou|houd|hield|hielden|houdt|houden van jullie|ze|je|hen|iedereen|hem|haar
vergeef <mij>
sorry mam*|pap*|schat*|lieverd*|allemaal|jongens|lieve|iedereen|voor
spijt .... <mij>|allemaal|alles|jullie
het|t spijt me
bedankt|dank .... voor alles|proberen|gedaan|moeite|hulp
best .... gedaan
lieve|dag|doei mensen|schat*|allemaal|iedereen|kinderen|papa|mama|mam|pap|jongens
lieve lieve
dag $
kus|kussen|knuffel .... kinderen|kids|jongens|meisjes|iedereen
"""
# Taking leave.
PARTING: Final = """
= redden|red .... zonder <mij>
= zonder <mij> verder
zorg|pas goed|jij|jullie voor|op
= niet jullie|jouw|je|haar|zijn|hun schuld
= ligt|lag niet aan jou|jullie|haar|hem
= niemand .... aan doen
kan niet anders
kan niet blijven
afscheid
= onthoud|herinner <mij>
vergeet <mij>
brief|briefje|testament|wachtwoorden|pincode|codes
was mooi|fijn $
wacht niet op <mij>
nu kan ik gaan
zeg|vertel .... kinderen|vrouw|man|moeder|ouders|mama|papa|zoon|dochter|kids
kom .... niet|nooit [meer] terug $
zeg tegen niemand
nu kan het [gebeuren] $
^ aan mijn|me kinderen|vrouw|man|familie|gezin|ouders|mama|papa
mooiste wat|dat .... overkomen
niet zoeken
"""
# Things put in order.
ARRANGED: Final = """
spullen|kleren|alles weggegeven|weggeven|weggedaan|verdeeld
testament|polis|uitvaart|wachtwoorden|pincode|begrafenis|foto* + klaargelegd|geregeld|opgeschreven|klaar
hond|kat|poes .... naar|bij .... gebracht|ondergebracht
alles .... geregeld|klaargelegd|klaargezet|opgeschreven
abonnementen|huur + opgezegd
alles|huis .... netjes|opgeruimd|achtergelaten
ring .... tafel
gras .... gemaaid
"""
