"""Dutch, means at hand: pills, places, instruments (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T1: Final = """
# pills and poison
alle|al|hele|halve|handvol|hand|doos|doosje|pot|potje|strip|strips|teveel|overdosis|hoop|fles|voorraad .... \
<pillen> .... <slik>|tegelijk|leeg*
alle|hele|handvol|doos|doosje|pot|potje|strip|strips|overdosis .... <pillen> .... <slik>
<slik> ... alle|hele|handvol|doos|pot|potje|strip|strips|teveel ... <pillen>
<pillen> .... tegelijk|ineens
in een keer .... <pillen>
<pillen> .... in een keer
te veel <pillen> .... <slik>|genomen
<slik> te veel <pillen>
<pillen> .... opgespaard|gespaard|opsparen|sparen|verzameld|verzamelen|opspaar|spaar|hamster*|bewaard
spaar|verzamel .... <pillen>
genoeg <pillen> ... liggen|huis|gespaard|om|voor|verzameld
<pillen> .... genoeg $
hoeveel .... <pillen> .... dodelijk|dood|sterven|nodig|genoeg|fataal
hoeveel .... <pillen> [is|zijn|moet|heb] .... <dood>|dodelijk
dodelijk* dosis|hoeveelheid|cocktail
<pillen> .... dodelijk
pil|poeder|middel|drion ... dood|einde|sterven|laatste
laatstewilpil|laatstewilmiddel|drionpil|zelfmoordpil|zelfmoordpoeder
overdosis|overdose|overdosing|overdosed|overdosissen
<veel> & <pil> & <slik>|huis|klaar|genoeg|gekocht
<drank> + <pil>|medicijnen|medicatie|oxazepam
dosis|dose|hoeveelheid & dodelijk|dodelijke|fatal|fataal|lethal|deadly
hoeveel & <pil>|paracetamol & <dood>|dodelijk|wakker|genoeg
<pil> & huis|gekocht|gehaald & leven|einde|dood
<pil> & opgespaard|verzameld|bewaard|gespaard
medicijnen .... opgespaard|verzameld
= alle <pil>|medicijnen .... van mijn .... <slik>
<pil> in <mijn> hand|handen
<pil>|medicijnen|medicatie|paracetamol + <geheel>|<veel> + <slik>|hand|leeg
slik|slikken|geslikt + alles|alle|kastje|kast + vanavond|vannacht|ga|straks|zal|<wil>
<pil>|tramadol|oxazepam|paracetamol|morfine|temazepam|<veel> + genoeg + is|hele|doos|doosjes|heb|om
veel te veel <pillen>
te veel <pillen> .... <slik>|genoeg|gepakt
slapen met te veel <pillen>
<veel> <pillen> [achter] [elkaar]
achter elkaar .... <pillen>
<pillen> .... nachtkastje|klaargelegd
paracetamol|doosjes|pillen + waarvoor|weten|weet + gehaald|gekocht
insuline + genoeg|teveel|stop|gestopt|spuiten|alles|overdosis
antivries|chloor|bleek|bleekmiddel|gif|rattengif|helium|stikstof|cyanide|gootsteenontstopper|spiritus|ammoniak \
+ drink*|gedronken|slik*|geslikt|innemen|mezelf|genoeg|besteld|ademen
<pillen>|pillen|tabletten + geteld|tel|tellen
dodelijk* middel|spuit|injectie|pil
alles + geslikt|doorgeslikt|opgeslikt
drink|drinken|drank + tot + ik + niet|dood|weg|wakker
medicijnkast|medicijnkastje + leeg*|alles|slik*|leeggehaald|leeggeroofd
alles ingenomen|geslikt|opgeslikt
dodelijk*|fataal|fatale + medicijn*|pil*|combin*|mix*|hoeveel|dosis|medicatie|paracetamol
rare|domme|stomme|gekke dingen + touw|mes|pillen|mezelf
kapot + zelf|mezelf + pillen|mes|vannacht|vanavond|letterlijk
medicatie|medicijnen|pillen|dosis + verdubbel*|verdrievoudigd|dubbel|extra + wakker|dood|niet
= pillen .... neem|nemen|slik ze|allemaal
ze allemaal|alle nemen|slikken|innemen|opeten
nemen|slikken|innemen + allemaal|alle + pillen|ze|tabletten
hartmedicatie|medicatie|medicijnen|insuline|bloedverdunners|chemo|behandeling + stop|gestopt|weiger|niet + \
natuur|vanzelf|dood|doodga|voorbij|regelt
geslikt + huis|alles|pillen|kast
duizelig|slaperig|suf + pillen|geslikt|ingenomen + alle|veel|hele
ophangen|verhangen|verdrinken|vergiftigen + denk|doen|manier|zou|wil|ga
middel x
cyanide|vergif|rattengif|drion|zelfmoordpoeder
poeder|pil|middel + besteld|internet|online|bestellen + komt|dood|einde|donderdag|morgen|straks|ik
= vertrouw mezelf niet + medicijnen|pillen|mes|messen|medicatie|brug|spoor|balkon|auto
mes|messen|pillen|medicijnen|medicatie|touw|scheermes* + weg|haal|verstop|weghalen|meenemen + bij|alsjeblieft|<mij>
slaappillen|pillen|tabletten + strip|strips|bakje|schaaltje|uitgedrukt
bakje|handvol|berg|bult|stapel + pillen|tabletten|medicijnen
chloor|bleek|afwasmiddel|gif|ammoniak|spiritus|antivries + fles|glas|voor|drink|staan
<veel> [stuks] tabletten|pillen|paracetamol|slaappillen
diazepam|oxazepam|temazepam|lorazepam|tramadol|oxycodon|morfine|fentanyl|insuline|pillen|slaappillen .... klaar|\
nachtkastje|slikken
klaar .... alleen nog .... slikken|doen
apotheken + drie|verschillende|ingeslagen|twee|vier
volgende keer + pillen|stap|lukt|beter + poging|gelukt|leef
gelukt + dood|doodgaan|sterven|zelfmoord|einde|springen
pillen|tabletten|pilletjes + wakker|sterk|werkten|hielpen|uitgespuugd|uitgekotst
medicatie|pillen|medicijnen|hartpillen|hartmedicatie|insuline + niet|gestopt|stop + sneller|expres|vanzelf|\
afgelopen|dood|natuur|sterven
hartpillen|insuline|bloedverdunners + gestopt|stop|expres
tel .... <pil>|oxazepam|diazepam
<pil>|oxazepam|diazepam|paracetamol + stuks|geteld|tel
= wakker .... na die pillen
<pil> + badkamer|bad|wc|schoot|hand
morfine|pillen|oxazepam|medicijnen|strip|doosje|tabletten + alles + keer + nemen|innemen|slikken
denk|overweeg|wil|ga|zou .... alles in [een|1] keer [te] nemen|innemen|slikken
denk erover alles in .... nemen|innemen|slikken
# gas and fire
gas|gaskraan .... openzetten|open|opendraaien|aanzetten
strop|touw|galg .... klaar|gekocht|hangt|balk|boom|haak|zolder|schuur|garage|nek
brand|gebrand|verbrand & mezelf & sigaret|aansteker|strijkijzer|expres
gas|stuur + geef|geven|omgooi*|omgooien|los|loslaat|loslaten + voorbij|over|klaar|afgelopen|dood|gebeurd
auto .... garage .... deur|motor|slang dicht|aan|uitlaat
gas|gaskraan + opengedraaid|openzetten|opengezet|openstaan|opendraaien|openlaten
garage + motor + aan|draaien|loopt|dicht|slang
uitlaat|koolmonoxide|slang + auto|garage|kamer|slaapkamer|raam
touw|koord|strop|snoer + kofferbak|kast|auto|gekocht|klaar|klaargelegd|meegenomen|kelder|garage|zolder + <ik1>|\
sinds|ligt
met .... opzet .... gestoken|gesneden|verbrand|gevallen|gereden|genomen
brand + mezelf|me|mij + steken|steek|gestoken|zetten
benzine + over + mezelf|me|mij
gordel + los + boom|muur|gas|tegen|hard|rijden|water
rand .... brug|dak|flat|parkeergarage|afgrond|perron
met gas doen
gas + vannacht|vanavond + ga|doe
auto .... garage .... deur dicht
lig|zit|hang .... in de schuur|garage|kelder|zolder $
gas staat|is aan|open $
gas|gaskraan + laat + maar
# rails, bridges, heights, roads, water
voor de|een|n|die [eerste|volgende|aanstormende] <trein> [te] [aan|was|ben|gaan|wil|zou|willen] <spring>|lopen|\
loop|rijden|fietsen|gaan|staan|liggen
spring|sprong|gooi|werp|stap|loop|springen|gooien|stappen <ik>|ik|gewoon ... voor de|een|n [eerste|volgende] <trein>
spring|sprong|gooi|werp|stap|springen|gooien|stappen voor de|een|n [eerste|volgende] <trein>
onder de|een|n|die [eerste|volgende] <trein> .... <spring>|liggen|lig|komen|kom|wil|gaan|lopen|loop|belanden
spring|lig|ga|gooi|stap|loop .... onder de|een|n [eerste|volgende] <trein>
op het|de|n spoor|rails|treinspoor .... liggen|lig|gaan|staan|springen|lopen|gelegen|zitten|zit
ga|lig|loop .... op het|de spoor|rails liggen|staan
van het|de|een|n|dat|die|den .... <hoogte> .... <spring>
van de|het|een|den .... <hoogte> af
spring|sprong|springen|stappen|stap|vallen ... van|af ... <hoogte>
<spring> .... over de|het reling|balkonrand|brugleuning|leuning
over de|het reling|balkonrand|leuning|brugleuning <spring>|klimmen|klim|te
uit het|een|n|t raam .... spring|springen|gooien|gooi|sprong|vallen
spring ... uit het|een|n raam
ik wil|ga|zou|kan .... springen $
bang dat ik spring
ik spring $
spring dan $
ik sta|zit|ben [nu|weer|hier|al] op de|een|n brug|dak|flat|reling|rand|viaduct
op|aan de rand van|met <hoogte>
tegen een|de|n [eerste|beste|dikke] <boom> .... [aan|op|te] rij|rijd|rijden|knal|knallen|gereden|zet|zetten|\
sturen|reed
rij|rijd|rijden|reed|knal|stuur .... tegen een|de|n|die|het [eerste|beste|dikke] <boom>
stuur .... om|omgooi*|omgooien .... boom|klaar|over|voorbij|afgelopen|water
het water|kanaal|gracht|maas|rijn|zee in .... rijden|lopen|springen|rijd|loop|rij|gaan
ik|k sta|zit|lig|ben|hang .... op|bij|langs|aan|naast|onder het|de|een|n [rand|reling] [van] [het|de] spoor|\
brug|rails|reling|viaduct|dakrand|treinspoor|spoorbrug|vangrail $
reling|richel|dakrand|brugleuning|klif|afgrond & gestaan|sta|staan|stond|zit|zat|klim|geklommen|gezeten
rij|rijd|rijden|reed .... het|de kanaal|water|gracht|rivier|maas|rijn|zee|ij|plas|singel in
het|de kanaal|gracht|rivier|maas|rijn|singel in te|rijd|rij|rijden|lopen|springen
vluchtstrook|snelweg|rails|spoor .... <wil>|ga .... op|over lopen|stappen
lopen|stappen|loop de snelweg|weg|spoorbaan op
spring $
zeg*|zegt spring
<springt> + <diepte> + <wensen>|denk|denken|zou|ga|sta|bang|zegt|drang|neiging|<ik1>
raam + open + verdieping|hoog|etage
trein|vrachtwagen|auto|bus|tram + over|onder + heen|rijdt|reed|gereden + <wens>
<rand> + trekt|roept|lonkt|lokt|wenkt
<rand> + stap|stapje + voren|vooruit|verder|genoeg|te
<rand> + kijk|keek|kijken|kijkt + beneden|omlaag|diep
knal|knallen|crash|tegenaan + <wil>|hoop|zou + stoppen|over|voorbij|hard|expres|meer
knal|knallen .... tegenaan|tegenop
hoe hoog .... overleef*|zeker|springen
smijten|smijt|smeet + trein|tram|metro|brug
trein|perron .... uitgekozen|uitgezocht|gekozen
nu|dan|straks spring ik
! wou|wilde|hoop dat .... trein|auto|vrachtwagen|bus .... over|onder <mij>
te pletter|doodrijden
<ik> te pletter
pletter + rij|rijd|rijden|spring|springen|vallen|val|mezelf|me|mij
ga|loop|lopen|rij|rijden|spring .... <waters> in .... niet|nooit|lopen|rijden|terug*
<waters> in .... lopen|rijden|stappen .... niet|nooit terug*
ik|k loop|rij|spring .... het|de <waters> in $
<waters> + in + niet|nooit + terugkomen|terugkeren|bovenkomen|boven
fohn|broodrooster + bad
hoogspanningsmast|hoogspanning* + klim*|hangen|pakken|vast* + ik|<ik1>
overweg|spoorbomen|spoorboom|slagbomen + voorbij|onderdoor|lopen|blijven|staan + <wens>|ga
<wens> + <waters>|brug|spoor|flat + spring*|liggen|verdrinken
ik|k loop|ga|rij|fiets|wandel [nu|straks|zo] naar de|het brug|spoor|flat|viaduct|rails|dak $
ik|k lig|sta|zit|ben|hang [nu|al|hier] op|aan|bij|boven|langs .... spoor|rails|rand|reling|afgrond|dakrand|\
vluchtstrook|klif $
boven op|aan .... rand
verdronken .... <wil>|was
verdrinken + mezelf|me|wil|ga|zee|kanaal|water
rails + gestaan|sta|stond|lig|liggen|zit|gelegen|ga
spring ik|dan
ik spring
! wilde|wou ik springen
= om niet te <springt>|snijden|krassen
stuur + tikje|ruk|omgooi*|omgooien|loslaten|loslaat
snelweg|autobaan|motorweg + loslaten|los|klaar|over|voorbij|vangrail|tegenligger|tegen
vangrail|tegenligger|brugpijler|viaduct + denk|rijden|rij|tegen|wil
vluchtstrook + lopen|weg|stap
reling|balustrade|leuning + been|over|klim*|klom|stond|sta|zit|zat|gestaan|geklommen|hang
trein + hard|hardst|uitgezocht|voorbij|komt + welke|uitgezocht
springen|spring|gesprongen|afspringen|sprong + ik|<ik1>
mezelf|mijzelf|me + verdronken|verdrinken|verdrink|verzopen|verzuip
hoofd|gezicht + water + onder + boven|wilde|hield|hou
hard|snel + rij|rijd|rijden + misgaat|hoop|crash|klap|boom
= niet uitwijken|remmen .... vrachtwagen|boom|muur|tegenligger|trein
vrachtwagen|tegenligger|boom|muur + uitwijken|afsturen|insturen|inrijden|opvliegen|remmen
= stem|stemmen + zeg|zegt|zeggen|roept|roepen|fluister* + moet|maak|doe|spring*|dood|springen|doden
dwanggedacht* + spring*|dood|mes|trein|hoogte*
gedachte|gedachten + trein|brug|spoor|touw + sterker|elke|steeds|ochtend|dag
balkon|dak|brug + nacht|vannacht|vanavond + durf|moed|sta
gooien|smijten|gooi|smijt + trein|tram|brug|metro|auto + mij|me|mezelf|voor
op het|de spoor|rails|treinspoor|sporen + gestaan|gelegen|staan|liggen|gezeten|gelopen|stond|lag|sta|lig|zit|loop
naar het|de spoor|rails|treinspoor + gelopen|loop|liep|ging|gegaan|gereden|gefietst|rij|ga|lopen
op het|de|n spoor|rails gestaan|gelegen|staan|liggen
naar het|de spoor|rails gelopen|gegaan|gefietst|gereden
spoor|brug|dak|reling|rails|perron + tegen|tegengehouden|weggehaald|weggetrokken + hield|iemand|politie|net|<mij>
voor een|de|n <trein> lopen|springen|stappen|liggen|gaan|rennen
weg|straat|snelweg + lopen|oplopen|stappen|rennen + voor|vrachtwagen|auto|trein
spoor|brug|trein|balkon|rails|hoogte|water + drang|neiging|aandrang|uitnodiging|verleiding|aantrekkingskracht
op springen letterlijk
vensterbank|raamkozijn|kozijn + benen|buiten|zit|springen
weet & welk|welke & viaduct|brug|boom|balk|trein|flat|plek|tak|overweg
trap|deur|luik|toegang + dak + gevonden|open|ontdekt
laatste keer + schrijf|schrijven|zie|zag|hoor|spreek|spreken|stuur
ga|loop|rij|fiets|wandel .... naar de|het erasmusbrug|waalbrug|moerdijkbrug|ijsselbrug|maasbrug|spoorbrug
ik|k ga|loop|rij|fiets [straks|nu|zo|vanavond] naar de|het brug|waalbrug|spoor|viaduct $
dienstregeling + reizen|spoor|niet
hotelkamer|kamer + verdieping|etage + geboekt|enkele|hoog
te laf + <springt>|doen|einde|dood|polsen
laf + dood|springen|polsen|einde|leven
op de rand + gestaan|stond|sta|stap
rand gestaan
= had|hadden|laat|laten <mij> [maar] [gewoon] laten liggen|gaan|sterven|verdrinken|doodgaan
kop|hoofd onder water
genoeg + hoog|diep|scherp|sterk|lang + brug|flat|dak|touw|koord|mes|spoor|water|kanaal
laatste wat|dat ik schrijf|zeg|stuur|typ|doe
! hoopte|hoop|wilde|wou .... auto|trein|vrachtwagen|bus .... <mij> .... raakte|raken|raakt|aanrijdt|aanreed|\
overreed|schepte|schept|doodreed
expres|opzettelijk + rood|oversteken|verkeer|vangrail|rijbaan|rijden|reed|fietste|weg
<ik1> .... laten overrijden|aanrijden|doodrijden|verdrinken|vallen
liefst + laten + <mij>|mezelf + overrijden|vallen|gaan|verdrinken
overweg|spoorwegovergang|spoorwegovergangen|spoorovergang + staan|stil|bleef|stond|stilstaan|blijven
dak|viaduct|brug|reling|rails|flatgebouw + gezeten|gestaan|zat|stond + uren|uur|dag|nacht|alleen|durfde|beneden
loop|rij|spring|ga|rijd ik .... de|het <waters> in
gordel + zonder|los + klap|hoop|botsing|hard|dood|boom|muur
vuist|vuisten + muur|kapot|bloed + sla|mijn
omgooi*|omgooien + stuur
gooi .... stuur .... om
spring|springen + letterlijk|hoog
! hoopte|hoop + auto|trein|bus|vrachtwagen + raken|raakte|aanrijden|aanrijdt|overrijden
plek uitgezocht
kerkhof|begraafplaats + lig|liggen|naast
= naast .... op het kerkhof
stap|spring|loop .... voor de|een metro|tram|trein|intercity
bijna gesprongen
rails|spoor|brug|trein|treinen|diepte|afgrond + aangetrokken|trekt|roept|lokt|wenkt
= tegenhouden|inhouden|beheersen ... stuur
ik|k ga|spring|stap van de|het <hoogte>|flat $
uit het|een|t raam [te] stappen|stap|klimmen
# what cuts, hangs or shoots
touw|strop om|rond <mijn> nek|hals
strop & hoe|maak|knoop|leg|touw|nek
<wil> .... naar|bij .... overleden|gestorven|hemel|boven
<ego> & scheermes* & gepakt|hand|gebruikt
kan|wil|mag .... iemand <mij> .... doodmaken|doodschieten|afmaken|vermoorden|doodmaak
<hard> + <ik1>
mezelf + <mes>|touw|pistool
messen + mezelf
<tuig> + <nabij> + <ik1>
wurg*|smoor*|verstik* + mezelf
zak .... over .... hoofd
koord .... gekocht|klaar|hangt|nek|balk
zak .... over <mijn> hoofd|kop
<lichaam> + <snijd> + <expres>|<scherp>|stiekem|diep|bloed|vol
<lichaam> + <scherp> + gestoken|steek|zet|zetten|gezet|tegen|gedrukt|gezet|druk|drukken|uitgedrukt
mes|messen + tas|zak|kussen|bed + gedaan|gestopt|gelegd|slaap|ligt|onder
ga|wil|kom naar god|allah|jezus|hierboven $
hang .... mezelf
hang ik <ik>|mij .... op
knoop ik .... op
strop + is|af|ligt|hangt|klaar|gemaakt|knoop|nek|balk
= papa|mama|pappa|mamma + boven|hemel
mesjes|mesje + arm|armen|bot|oude
wapenkluis|wapenkast
knoop + strop|touw|koord|zit
= niet beloven|garanderen .... mezelf|me|mijzelf
kussen + gezicht|hoofd|mond + eigen|mezelf|mijn|druk|hou
stikken|verstikken|verstik + zak|plastic|kussen|mezelf|poging|geprobeerd
= kom eraan + hemel|boven|mama|papa|opa|oma
= tot snel|zo|straks + hemel|boven
mijn eigen|eige verhang*|ophang*|doodmak*|doodmaken|snijden|kant|afmaken
mij|me eigen|eige verhang*|ophang*|doodmak*|doodmake|snijden|kant|afmaken
hoofd + oven|strop|zak
haak|haakje|balk|plafond + getest|touw|strop|riem
bos + touw|koord|vinden + plek|<moment>|ga
pistool|geweer|wapen|revolver + had|was|ik|koop|kopen
brief .... nachtkastje|kussen|lade|la + weten|vinden|zover|mijn
= niet beloven dat ik
touw gekocht
pistool|geweer|jachtgeweer|dienstwapen|revolver|buks + ik|<ik1>
mes|mesje|stanleymes|schaar + badkamer|bad|wc|bed|bank|naast|hand|tafel|kussen|keukenvloer + ik|<ik1>
mes .... gedaan
strop|touw .... om mijn|me nek|hals
riem|touw|koord + geoefend|oefenen|geprobeerd|uitgeprobeerd|getest
naar|aan de overkant|overzijde
my self doden|doodmaken|ophangen
k heb al .... koord|touw
koord $
= vond|vonden|betrapte .... <mij> .... touw|mes|pillen|strop
stoel + touw|strop|balk
touw gekocht .... niet voor
oven + hoofd + denk|in
wapenkluis
= hoofd in de oven
touw en .... moed|lef
weet|weten .... waar .... geweer|jachtgeweer|pistool|wapen .... ligt|staat|is
= weet .... waar .... geweer|jachtgeweer|pistool|wapen .... ligt|staat|is
"""
