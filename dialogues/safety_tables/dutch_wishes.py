"""Dutch, wishes: to be dead, not to live, to be gone, not to wake (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T1: Final = """
# a wish to be dead
<wil>|graag|liefst|liever|zou|mocht|laat|laten .... <dood>
<wil>|liefst|liever|zou ... <dood>
hoop|hoopte|wens|bid|smeek|snak|hunker|verlang* ... <dood>
! <wil>|hoop|hoopte|willen|wens|bid|smeek dat|dak .... <dood>
<dood> [te|kunnen|mogen|te] [zou|te|zijn|gaan|wezen|kunnen] <wil>
ik|k|me|mij <dood> moet|mag|hoor
moet|mag|ga ik [maar|gewoon|echt|dan|nu] <dood> $
ik moet|mag|hoor [maar|gewoon|echt] <dood>
ik ga liever|gewoon|vandaag|vanavond|vannacht|straks|morgen|zelf <dood>
^ dood|doodgaan|sterven ... wil ik
doodzijn ... wil
<dood> [zijn|gaan|wezen] dat [is] ... wil
<dood> [zijn|gaan|wezen] is|lijkt .... enige|beste|fijnste|liefste
enige .... <dood>
dood .... enige|oplossing|uitweg|redding
kies* ... dood
! was|ben|lag|bleef|wezen ik maar|al|toch|eindelijk dood
! was|lag|bleef ik [er] maar|toch dood|in|gebleven
! kon|mocht ik maar|alsjeblieft .... <dood>
goed|beter|evengoed .... <dood>
ik ... beter dood
beter als|dat|wanneer ik dood|doodga|sterf
verdien* ... <dood>|leven
verlang* .... dood|sterven|doodgaan|einde
klaar|gereed|bereid .... om te <dood>|gaan
klaar|gereed|bereid om dood te
klaar om te gaan
zin om <dood> te
laat me [maar|gewoon] gaan $
uitkijk|verheug* .... doodgaan|dood|sterven
wacht .... op|tot .... dood
niet wachten|afwachten [tot|op] .... <dood>
= laat|laten .... me|mij|ze niet [maar|gewoon] <dood>
= laat|laten me|mij .... <dood>
waarom ... ik niet [maar|gewoon] dood|sterven
ik|mij|me .... doodverklaar*
had .... dood moeten
dood moeten .... zijn
god|heer|allah|engel* & halen|haalt|weghalen|meenemen|meeneemt|wegnemen|neem & mij|me
doodswens|doodsverlangen|doodswensen|levensmoe|stervenswens|doodsdrang
dood dood dood
zelf bepalen|kiezen|beslissen ... wanneer|hoe ik|mijn|het ... sterf|ga|dood|stopt|einde|leven
zelf|zelfgekozen|vrijwillig* ... dood|levenseinde|sterven
<wil>|vraag|aanvragen|wens|krijg|mag ... euthanasie
euthanasie ... wil|aanvragen|aangevraagd|krijgen
spuitje ... krijgen|geven|halen|wil|nodig
geef|gun|wil .... spuitje
! <wil> dat|dak|da .... dood was|ben|ging
graag|fijn|lekker dood zijn|willen|wezen
! zou .... dood willen|mogen|kunnen zijn|gaan
denk serieus|vaak|veel over|aan <zelfmoord>
zelf gekozen|gekozen $
! willen|wil|hoop|wens|bid|wou|wilde|gehoopt|hoopte dat|dak .... <doodging>
! was|ware ik .... maar .... <doodging>
kon|mocht|kan ik .... plus <dood>
<dood> [zijn] dat is .... [wat] .... wil
<wil>|hoop|wens|liefst dat .... iemand|god .... <mij> .... <doodmaak>
schiet|maak|steek <mij> [gewoon|maar|toch] dood|neer|af
uitweg|oplossing|optie [plus] [dat] is .... dood
als|wanneer|tegen .... <lees> .... er niet|dood|weg|voorbij|gegaan|laat|gebeurd
! wens* & dood
= ik|k .... dood gemaakt|gevallen|gebleven
ongeluk|hartaanval & hopelijk|hoop|wens & afgelopen|voorbij|over|dood|klaar
sterven .... <wil>|graag|liefst
dood .... welkom
hoe ik ga|wil|zou <sterf>
<sterf> + <wensen> + <ik1>
niks|alleen|enkel .... <sterf> .... helpt
<sterf> .... keuze|besluit|beslissing
= samen .... sterven|doodgaan
= iemand .... samen .... sterven|dood
dan|straks|morgen ben ik dood
dan ik dood
! ik ga dood en .... keuze|zelf|vrede
ongeluk & hopelijk|hoop & afgelopen|voorbij|over|dood
sterven|doodgaan|dood aub|alsjeblieft|please
ga toch dood
want ik ga [toch] [zelf] dood
ding dood|sterven|zelfmoord
knop + weg|dood|klaar|voorbij + drukte|indrukken|druk
ik ben dan|straks|morgen|binnenkort|al|zo dood
ben ik dan|straks|morgen|binnenkort|al|zo dood
euthanasie + aanvraag|aanvragen|aangevraagd|vraag|traject|psychisch|wil|recht + ik|mij|me|mijn
aan niks|niets anders .... <dood>
stemming|plan|doel|wens dood|doodgaan|sterven|zelfmoord
naar uitkijk .... dood
= als .... <dood> is .... ga|wil|volg ik ook|mee|hem|haar
dood|sterven|doodga|sterf|doodgaan + <moment> + ik
besluit|beslissing|keuze + sterven|dood|doodga|leven|gaan
= waarom mag|kan|ga ik niet [gewoon] <dood>
geen andere|enkele weg|uitweg|oplossing .... dood
ik ga dood $
weg zijn dood
dood .... weg $
plan + geschreven|gemaakt|klaar + dood|einde
ongeluk + afgelopen|voorbij|over|dood + hopelijk|hoop|krijg
! ik ga dood [en] [dat] [is] .... keuze|zelf
ik ga .... dood zelf
dan maar <dood>
nacht .... door* + dood|leven
euthanasie + ik|mij|me|regelen|aanvragen|serieus
hoop|wens|wil + tumor|kanker|narcose|operatie|vliegtuig|corona|hartaanval + kwaadaardig|misgaat|mislukt|dood|\
doodgaan|sterf|niet|fataal|uitgezaaid|neerstort
= euthanasie .... regelen|aanvragen|krijgen
ik ga dood en .... goed
= als .... <dood> .... ga|wil ik|<ego> ook|mee
vastbesloten + einde|eind|dood|doen
levenseindekliniek|levensbeeindig* + ik|mij|me|mijn
wilsverklaring + ik|mijn
adem ingehouden|inhouden + flauw*|wou|niet|dood
crisisdienst + doe ik|dood|einde|nu|naar
had beter dood
snelste|makkelijkste|beste + manier + sterven|doodgaan|dood|einde
manier|manieren + doodgaan|sterven|dood
had beter dood kunnen
wilde|wou + dood + nog|steeds
dood + goedkoper|opgelucht|makkelijker + iedereen|mij|mezelf
= had beter dood
leef .... om dood te
niet bang voor de dood + opzoeken|tegemoet|zoek
ruilen + vader|moeder|opa|oma|broer|zus|dode|overleden
inslapen + mij|ik|me + hond|dier|wil
niet gelukt .... dood
= gelukt om dood
doden + self|zelf|mezelf
= met mijn vader|moeder|opa|oma|broer|zus ruilen
= mij laten ze doorlijden
wilde .... dood nu nog
= dood te zijn .... ik wil het
niet erg + dood + wil|liever|sterker
leven uit alsjeblieft|aub
dag|nacht|moment|weer|tijd|tijdstip om te sterven|doodgaan
rust .... voor eeuwig|altijd $
# no longer to live
<wil>|wens|hoef|liefst|liever|hoeft|durf|kan|kon|graag .... niet|nooit <meer> .... <leef>
<wil>|wens .... niet <leef>
niet|nooit <meer> .... wil|wilde|wens|hoef|hoeven|wou [te|meer] <leef>
niet|nooit <meer> [te] <leef> .... wil|wilde|wou
<leef> .... wil|hoef ik|k niet <meer>
wil|hoef dit|het|mijn <leven> niet <meer> $
liever|liefst niet|nooit <leef>
geen zin|wil|behoefte|reden|puf .... meer .... om te leven
geen|nul|weinig zin|wil|behoefte meer in|tot [het|mijn|dit] leven
zonder .... wil .... niet <leef>
<stop> .... met leven|bestaan|ademen|ademhalen|alles
ik|wil|kon|zou .... ophouden|stoppen|opgehouden [met|te] bestaan|leven|ademen
leven|bestaan .... wil|laat ik|k .... stoppen|ophouden|eindigen
<wil> .... <leven> .... stoppen|ophouden|eindigen|beeindig*|afsluiten|verlaten|opgeven|weggooien
<leven> [dat] mag .... stoppen|ophouden|eindigen|voorbij|klaar|afgelopen
<leven> hoeft .... niet <meer> $
klaar|genoeg|gehad|uitgekeken|gezien|moe|zat|beu|spuugzat|kotszat ... met|van|op het|mijn|dit|ons [hele|rot|kut|\
klote] leven
klaar met .... leven $
leven ... zat|beu|moe|spuugzat|kotsbeu $
<leven> .... gehad|gezien $
laatste .... leven|levensdag*
levenswil|doodgeboren
<ego> & niet|nooit|geen & <meer> & <leef>
<wil> & niet|nooit & <meer> & <leef>
<wil> & niet|nooit & leven|bestaan
verdien* & niet|geen & leven
<wil>|<ego> & stop|stoppen|stopt|kappen|kap|ophouden|gestopt & leven|bestaan|ademen
<wil>|<maak> & <einde> & er|eraan|alles|leven|mezelf|lijden|ellende|bestaan|allemaal & aan|eraan
zet|zetten & <einde>|punt|streep & leven|mezelf|lijden|bestaan
er .... punt achter zet|zetten $
<einde> & eraan & <maak>|<wil>|ga
geen|nul & zin|wil|behoefte & in|om|tot & leven
<wil> .... eind|einde aan $
manieren|manier|methode|methodes|hoe om er ... <einde>
ander|volgend & leven & ziens|zien|zie
<wil> .... alles .... <einde> <maak>
! <wil> ... niet <meer> .... op de .... wereld
leven & over|klaar|voorbij|afgelopen & vanavond|vannacht|vandaag|morgen|straks
van het|mijn|dit leven af
einde voor|van <mij> $
dit is het einde $
stap ik er|eruit [uit] $
stap ik .... eruit
stekker .... leven
niet .... overleeft|overleef .... sprong|hoog|hoogte
! <leef> + teleurgesteld|jammer|balen|helaas
<wil>|ga|stap|stappen|eruit .... uit mijn|het|dit leven $
wil der|er ni|niet <meer> zijn $
<einde> voor|van <mij>
leven + <einden> + <wens>|ik|k|ga|besloten
leven + hoef|wil + niet + dit|het|zo|mijn
leven .... niet voor|aan <mij>
= geen leven meer
= niet [kan|kunnen] blijven leven|bestaan
blijven leven + niet|nooit|geen
niet .... blijven leven
kies .... eruit|uit|einde
ben er [straks|morgen] toch niet <meer>
recht .... om te <leef>
beloof .... dat ik .... niet .... meer leef
vannacht|vanavond .... voorbij|over|klaar|afgelopen .... mij|leven|alles
weg .... van deze|de aarde|wereld
<wil> & dit|mijn|het|zo & leven & niet|nooit
blijven leven + overtuig|reden|waarom|moet
met leven $
stop ermee .... leven
eruit stappen + wil|ga|overweeg|wilde|zou|kan|liever
definitief + stappen|weg|einde|eruit
= kan|kon|mag ik niet [gewoon] stoppen|ophouden met leven|bestaan
er niet <meer> bij $
niet <meer> niet <meer> .... leven
= zin in het leven 0|nul
<ego>|<wens> & niet & <meer> & aarde|wereld|planeet|aardbol
^ niet|nooit <meer> [te] [hoeven] <leef>
laat het leven los
ontslag .... leven
uit elkaar + leven + ik
leven in handen .... knip
! <wil>|zou .... dat ik er niet <meer> was|ben
wil .... er uit stappen
= ouder worden + stop + vandaag
verlos .... van dit|mijn|het leven|bestaan
dit|mijn leven eindigt|stopt|ophoudt|houdt vanavond|vandaag|nu|morgen|hier|vannacht
# to be gone
ben|zal|wil|wou|hoef|zou|liefst .... er .... niet <meer> zijn
ben ik er .... niet <meer> $
dan|straks|morgen|binnenkort|overmorgen|zondag|weekend|snel .... ben ik er .... niet <meer>
ik er .... niet <meer> ben en|plus
dat ik er ... niet <meer> ben
er niet <meer> wil|hoef|te|willen zijn
er liever|liefst|gewoon|ook niet <meer> zijn
had|was|waren .... er ... niet <meer> geweest
niet <meer> .... op deze|de|dit <wereld>
niet <meer> op <wereld>
<wil>|ga|zal|zou .... weg|verlaten|verdwijnen|af .... <wereld>
<wil>|ga|zal|zou .... <wereld> verlaten|verdwijnen|weg|af
verlaat|verlaten deze <wereld>
uit het|dit|mijn <leven> ... stap*|wil|ga|weg|verdwijn*|vertrek*|gestapt|glippen
stap*|ga|wil|verdwijn*|glip* ... uit het|dit|mijn <leven>
ik stap|stapte er|eruit [gewoon|maar|nu|zelf|echt|vanavond|morgen|liever] uit|$ $
<wil>|ga .... eruit stappen $
eruit te stappen $
! <wil> dat|dak ik nooit|niet had bestaan|geleefd
voorgoed|definitief ... weg|vertrek*|verdwijn*
<wil>|ga .... voorgoed|definitief ... weg|slapen
zoek me|mij [maar] niet
<wens>|moet|hoef & er & niet|nooit & <meer> & zijn|wezen|ben
niet|nooit <meer> wil|hoef|moet zijn $
<wil>|hoef niet|nooit <meer> zijn $
tussenuit|ertussenuit + definitief|voorgoed|altijd|knijpen|piepen
^ ik wil gaan $
ben er dan toch niet <meer>
# not to wake
<wil>|hoop|hoef|liefst|liever|bid|kon|wens|zou|hopelijk|graag|alsjeblieft .... <niet> <meer> .... <wakker>
! <wil>|hoop|liefst|bid|wens ... dat|dak ik .... <niet> <meer> .... <wakker>
! slapen|inslapen|slaap|slaapmiddel*|pil|pilletje|pillen|spuitje ... <niet> <meer> .... <wakker>
nooit <meer> .... <wakker>
slapen|slaap .... sta .... niet|nooit meer op
nooit|nergens meer zijn|opstaan
! ochtend|morgen|dag|nacht|weekend|kerst .... niet|nooit [meer] .... haal|halen|zie|zien|meemaak|meemaken|\
overleef|overleven|beleef
geen ochtend|dag|morgen meer
hoop|wens|bid|wil|wou|mocht .... hart .... stop*|ophoud*|stil*|begeeft|mee
in mijn|me|mn slaap ... <dood>|ga|gaan|doodga
<wil>|liefst|graag|hoop|ga|mag .... eeuwig*|voorgoed|altijd|altoos .... slaap|slapen|rust|weg|inslapen|verdwijnen
slapen voor altijd|eeuwig
<wil>|laat .... inslapen [plus] ... klaar|over|voorbij|weg|niet|nooit|voorgoed
eeuwige rust $
! liefst|liefste .... niet .... <wakker> geworden
! <wil>|wou|had|hoop .... niet <meer> .... <wakker> wier|wierd|geworden|word|werd
kwou .... niet <meer> .... <wakker>
! ik hoop|wens|bid ... hart
<wens> & niet|nooit & <meer> & <wakker>
<wens> & nooit & <meer> & op
slaap .... niet|nooit meer .... op
nooit + ogen|openen + <wensen>|dicht
! teleurgesteld|jammer|balen|helaas|baal|verdrietig|boos|shit .... leef|adem|besta|wakker|opgestaan
= haal .... kerst|weekend|morgen|ochtend niet .... zelf
voorgoed|eeuwig|altijd + slapen|inslapen|wegzakken|rusten|slaap + <wensen>
slapen + niet|nooit + wakker|opstaan|ontwaken
<dood> + snel|gauw|vlug|komen|kwam|haal|halen|smeek|bid|aub|asjeblieft|alstublieft|toch + genoeg|kan|mij|me|ik|\
aub|alstublieft
! mijn hart|lichaam|lijf|adem mag|moet .... stoppen|ophouden
! <wens> .... hart .... stop*|ophoud*
er niet mogen|moeten zijn
geen & reden & wakker|opstaan & <meer>
bed + nooit + eruit|opstaan|uit
voorgoed + weg|verdwijnen|slapen|vertrekken|klaar + <wens>
inshallah|hopelijk + niet|nooit + wakker
! liefste|liefst + wakker + niet|nooit
= er uit|eruit .... definitief|voorgoed
maak|maken .... niet <meer> .... mee + kerst|zomer|jaar|verjaardag|weekend|morgen
laat|laten <mij> inslapen
inslapen + zoals|net|als + hond|kat|dier
hond + inslapen + mij|ik + ook
van de kaart|wereld .... voorgoed|definitief
voorgoed + tussenuit|uit|slapen|rust|verdwijn*
licht .... uit definitief|voorgoed
! hart + ophield|ophoudt|stopt|stopte|stilstaat + wou|hoop|wil|wens|laat
hart ermee ophield|ophoudt
= <near> .... slaapt|slapen|weg|werk|bed .... doe ik het
= als|wanneer|zodra .... slaapt|slapen|weg|werk|bed .... doe ik het $
wakker + niet|nooit + <meer> + wens|wil|hoop|liefst|verlang|graag
handrem + voorgoed
hart|hartje + ermee + ophield|ophoudt|stopt|stopte
ik ga het vanavond|vannacht|morgen|nu [echt] doen .... bedanken|dank
! hart + ermee + ophield|ophoudt
licht uit .... definitief
zonder ooit .... wakker
slapen + zonder + wakker
bid|bidden|smeek + niet + wakker
# suicide in words
^ zelfmoord|suicide|kms|zelfdoding
zelfmoordgedacht*|zelfmoordplan*|zelfmoordneig*|zelfmoordpoging*|zelfmoordbrief*|zelfmoordidee*|zelfmoordwens*
suicidal*|suicida|suicideplan*|suicidegedacht*|suicidepoging*|suicideneig*
over <zelfmoord> na|nagedacht
<zelfmoord> .... plegen|pleeg|pleegde|doen|overweeg|overwegen|uitweg|oplossing|optie|rust
pleeg|ga|wil|<denk> .... <zelfmoord>
<zelfmoord> .... gedacht|denk|denken|overwogen|gepland|piekeren
gedachte* aan|over <zelfmoord>
ik|i|im|ive|mijn|my|mij|me .... <zelfmoord>
<zelfmoord> .... voor|van mij
suicide|zelfmoord ... only|option|answer|solution|enige
poging gedaan|ondernomen $
poging gedaan|ondernomen [om] met|door|mezelf|mijn <pillen>|touw|leven
! i|im|me|mezelf ben|am liever dood
"""
