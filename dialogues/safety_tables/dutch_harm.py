"""Dutch, harming and killing oneself (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T1: Final = """
# harming oneself
mezelf ... aandoen|aandoe|aangedaan|aandeed
<ik> iets|wat|zelf .... aandoen|aangedaan|aandoe|aandeed
mezelf|me iets|wat ... aan ... doen
doe|doen|deed [ik] <ik> ... iets|wat ... aan
iets|wat met mezelf doen|doe|doet|te
mezelf ... pijn|<kwets>
mezelf .... <kwets>
<kwets> ... mezelf
pijn ... mezelf
doe|deed ... mezelf ... pijn
opzettelijk|expres ... mezelf|me|mijn <kwets>|pijn|gevallen|verbrand
me|mij weer|expres|opzettelijk|stiekem <kwets>
in <mijn> [eigen] <lijf> <kwets>|te
<mijn> [hele|eigen] <lijf> .... <kwets>|open|openhalen|opengehaald|opensnijden|opengesneden|opengekrabd|\
kapotgesneden|bewerkt
krab*|kras*|snij*|sneed|haal|hak ... <mijn> [hele] <lijf> ... open|kapot
snij*|kras*|sneed|hak ... polsen|pols|aderen
snij|snijd|snijden|kras|krassen|snee|sneed in <mijn> [eigen] <lijf>
polsen|pols|aderen .... door*|snij*|open*|gesneden
<mes> & mezelf|mijzelf|polsen|aderen
<mes> ... in <mijn> <lijf>
drang|neiging|behoefte|impuls|aandrang .... snijden|krassen|verwonden|pijn|springen|beschadigen|branden
weer|opnieuw begonnen|aan|bezig .... krassen|snijden|automutileren
weer aan het krassen|snijden
begonnen met|te krassen|snijden
snijden|krassen|pijn ... helpt|enige|oplucht*|lucht|spanning
ik|k snij|snijd|kras [weer|nog|elke|soms|stiekem|alleen|mij|mezelf] ... plekken|stiekem|weer|dag|avond|mezelf|\
spanning|mij
ik snij|snijd weer|nog|elke|soms|stiekem|alleen|mij $
zelfbeschadig*|automutil*|zelfverwond*|zelfverminking|zelfpijniging|zelfverwond*
mijn|me|mn hoofd|kop .... tegen de|een muur|deur|kast|tegels ... sla|slaan|bonk*|ram*|beuk*
sla|bonk|ram|beuk|sloeg .... hoofd|kop tegen
mezelf uithonger*|uithongeren|doodhonger*
stop|gestopt met <mijn> insuline|dialyse
mezelf & pijn & doen|doe|gedaan|doet|deed
mezelf & <kwets>
<mijn> & <lijf> & <kwets>
<lijf> & vol|onder & sneeen|snees|sneetjes|littekens|krassen|wonden
<lijf> & sneeen|sneetjes|snees|krassen & zelf|weer|gemaakt
kapot|stuk .... snijden
scheermes* & weer|gepakt|hand|pak|klaar|gekocht|tafel
<mes> & gepakt|pak|hand|keel|hart|buik
<mes> & op|tegen & mezelf|mij
kussen|bed|tafel|naast & mes|scheermes|dienstwapen|pistool & <ego>
pijnloos|pijnloze|makkelijk*|snel*|zacht*|zachte|rustig*|manier*|methode* .... <dood>|dode|levenseinde
<dood> .... pijnloos|zonder pijn
mezelf iets|wat $
mezelf .... dood|kapot drinken|gedronken|drink|werken
begrafenis|uitvaart|crematie + mijn|eigen + geregeld|gepland|betaald|week|klaar
mezelf|mijzelf + <doodmaak>
ik|heb|ben weer|opnieuw [aan] [het] gesneden|gekrast|gekerfd|snijden|krassen
diep gesneden|gekrast|gekerfd
bloed|bloedt + gesneden|snij|snijd|gekrast|polsen|expres
mijn|me|mn polsen [$] ... afblijven|open|door|jeuken|roepen
mag|kan ik [van] [mezelf] gaan $
peins|piker|prakkiseer|prakizeer .... <zelfmoord>|aandoen|dood|doen|sterven
mezelf iet .... doen|aandoen
<doodt> + mezelf|mijzelf
<snijd> + <expres> + <ik1>|ik
mezelf|mijzelf + <snijd>
kerven|krassen|snijden|automutileren|zelfbeschadiging + help*|oplucht*|lucht|enige|stoppen|drang|behoefte|\
verlangen|weer|begonnen|nodig|zin
stop|stoppen|gestopt + eten|drinken + dood|sterven|doodga|mezelf|totdat|sterf
hoofd|kop + muur|deur|kast|tegels + geslagen|sla|slaan|bonk*|gebonkt|ram*|geramd|beuk*|gebeukt
bloed + eigen + zien|mijn
ik snij|snijd|kras $
ben .... gaan snijden|krassen|kerven
sneeen|snijwonden + arm|armen|been|benen|polsen|dijen
hand .... aan mezelf .... slaan|geslagen
neergestoken|doodgestoken .... mezelf
pijnloos|pijnloze + manier|methode|einde|dood|iemand|hoe
snee|sneetje|sneeen|sneetjes + erbij|weer|nieuwe|diepe|arm|been|polsen
littekens + weer|opengemaakt|open|nieuwe|verberg*|mouwen
straf|straffen|gestraft + mezelf
met|het krassen
mezelf|mijzelf + uitzetten|uitschakelen|uitgummen|wissen|uitzet
bloed + stromen|vloeien|lopen + zien|mijn|wil
mijn|me bloed .... zien
polsen + afblijven|jeuken|snij*|roepen
iemand + pijnloze manier|dood
gevaar voor mezelf
niet <meer> veilig + alleen|mezelf|ik
= mezelf|me|mij niks|niets kan|kon doen|aandoen
breng <mij> + mezelf|opname|veilig
polsen|pols + <ik1>|ik
polsen + doms|gedaan|iets
bloed + overal|stopt|gesneden|snij*
polsen over*|door*|open*|kapot*
kms|zm mezelf|vanavond|vannacht|nu
pijn .... leven + slapen|stop*|niet
littekens + vandaag|komen|elleboog|erbij|armen|benen|ik
mijn|me|zijn eigen [weer|hele] <kwets>
prik*|steek naalden|naald|speld*
eigen|eige iets|wat .... aandoen|aan
! <wens> + hartstilstand|hartaanval|herseninfarct|beroerte|aneurysma|bloedprop + ik|krijg|kreeg
<sterf> + snelste|makkelijkste|pijnloos|manier|hoe
naalden|naald|spelden + ik + onder|nagels|huid|arm|in
eigen|eige kapot|stuk|dood|af [doen|maken]
polsen|pols + afblijven|jeuken|roepen
self + doden|doodmaken|ophangen|pijn
= mijn polsen .... afblijven
niet alleen .... zijn .... vertrouw mezelf|mijzelf|me niet
vertrouw mezelf|mijzelf niet
eet|drink expres|bewust|opzettelijk niets|niks|niet
# killing oneself
mezelf .... <doodmaak>
<ik> .... verhangen|verhang|ophangen|doodrijden|opknopen|vergassen|doodschieten|doodsteken|verdrinken|verzuipen|\
doodspuiten
<ik> [gisteren|nu|gewoon|proberen] [proberen] op te hangen|knopen|blazen
<ik> [willen|te] [te] verhangen|verdrinken|vergassen|verzuipen
hang|verhang|verdrink|verzuip|vermoord|dood|schiet|knoop|maak|rijd|rij <ik> ... op|dood|kant|af|kapot
hang|knoop [ik] <ik> .... op
verhang|verdrink|verzuip|vermoord|dood mezelf
vermoord|dood|verhang|verdrink|verzuip ik mezelf|me
mezelf .... hangen|bungelen|liggen $
zie|zag mezelf ... hangen|bungelen|springen
<ik> ... van kant
van kant .... maken|maak
<ik> .... leven ... beroof|beroven|beroofd
van [het|mijn] leven beroof|beroven|beroofd
mijn|me|mn [eigen] leven .... beeindig*|nemen|ontnemen|benemen|neem|ontneem|eindigen
beeindig* ... <mijn> leven
zelf ... leven ... beeindig*|ontnemen|benemen
mezelf & <doodmaak>
om|voor|door|in mijn|me|mn kop|hoofd|harsens|raap|kanis|slaap [te] schiet*|knal*|joeg|jagen|jaag|schoot
kogel ... hoofd|kop|harsens
kogel .... mij|me|mezelf
pistool|geweer|dienstwapen|wapen ... hoofd|kop|mond|slaap|mezelf|naast
schiet .... mezelf|kop|hoofd
er .... <einde> aan .... <maak>
<maak> .... er .... <einde> aan $
<maak> ... er .... <einde> aan
<einde>|punt|streep aan|achter|onder .... <leven>|alles|mezelf|allemaal|bestaan|lijden .... <maak>|zetten|zet
<maak>|zet|zetten .... <einde>|punt|streep aan|achter|onder .... <leven>|alles|mezelf|allemaal|bestaan|lijden
<einde> .... <maak> aan .... <leven>|alles|mezelf|allemaal|lijden
<einde> aan <mijn> <leven>|lijden|bestaan
<einde> aan mezelf
afmaken mezelf|mijzelf
maak ik mezelf iets|wat|dood|af|kapot
gebruik* .... op|tegen mezelf
mezelf .... hongeren
kan|mag|krijg ik niet [gewoon] [een] spuitje
hart .... mee stopt|ophoudt
mezelf & gooien|gooi|werpen|storten|gegooid & trap|raam|brug|dak|water|af|trein|balkon|voor|afgrond
wil|ga|zou .... doden $
"""
