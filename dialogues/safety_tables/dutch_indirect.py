"""Dutch, indirect words: death thought about, not to be, a burden (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T2: Final = """
# being dead, thought about
! als ik [nu|vandaag|vannacht|morgen|straks] dood|doodga|sterf|doodging|omval
! als ik .... dood neerval|neerviel|blijf|bleef|ga
! als ik er [morgen|straks|dan|binnenkort] niet <meer> ... ben|was|zou|bent|zijn
! ik er niet meer ben|was|zou
! als ik er [morgen|straks] niet ben .... hond|kat|kinderen|voor
! als ik .... onder een auto|bus|trein|tram
! als ik [ziek|kanker|een] ... doodga|hartaanval|ongeluk .... best|prima|goed|fijn
zegen|opluchting|verlossing|uitkomst .... hartaanval|ongeluk|kanker|tumor|doodziek
hartaanval|ongeluk|kanker|tumor .... zegen|opluchting|verlossing|uitkomst|vanaf|gekregen
hopelijk|hoop .... ongeluk|hartaanval|kanker ... <dood>|afgelopen|voorbij|over|krijg
ongeluk zodat ik
fantaseer* over een ongeluk
vrede mee als|dat het|ik .... afgelopen|voorbij|stopt|ophoudt|doodga|ben
hoop|hopelijk .... niet oud word|worden
liever .... niet oud word|worden
oud .... worden hoeft .... niet
! <niet> meer wakker word|werd|worden
! niet meer wakker te|hoeven|hoef worden|te
! niet meer wakker maken
niet wakker word|worden $
dood ... rust|opluchting|oplossing|uitweg|verlossing|rustig|vredig|bevrijding|fijn|zacht|aantrekkelijk
<denk> .... dood|doodgaan|sterven|doodzijn|begrafenis|uitvaart
gedachten .... <dood>
nadenken|nadenk|fantaseer|fantaseren|droom|na|peins over|van|dat .... <dood>|begrafenis|uitvaart
mijn [eigen] begrafenis|uitvaart|crematie .... zou|zijn|uitzien|bedacht|gepland|muziek|denk
zwarte|donkere|duistere|nare gedachten|gedachtes
bang .... mezelf ... doe|doen
vertrouw mezelf niet ... alleen|nacht|thuis|nu|meer
bang voor mezelf $
! beter|makkelijker|fijner|rustiger|goed|best .... als|dat ik er niet [meer] was|ben|zou
voor altijd|eeuwig ... slapen
eeuwig [willen|wil|zou] slapen
wie zou|zal|gaat mij|me missen
niemand|hond|mens .... <mij> [zou|zal|zullen|gaat] missen|mist
niemand|iemand|niemands .... merken|merkt|opvalt|opvallen|doorhebben .... weg|dood|ben|was
niet|ni bang voor|om|van de|dood dood|te
niet bang om dood|doodgaan|sterven|doodte [te]
wacht ... op het|mijn|de einde|dood
snap|begrijp|begrijpt waarom mensen .... doen|stappen|zelf|einde|springen
bij|langs|naast het spoor|kanaal $
! als|wanneer|zodra het morgen|nu|vandaag|straks voorbij|afgelopen|gedaan
! vrede .... als|dat .... afgelopen|voorbij|gedaan|stopt|ophoudt|over
! was|had .... kanker|tumor|ziekte .... maar|teruggekomen|terug
weg zijn van alles|iedereen
! er niet meer wilde|wou|wil zijn
nog wel|door|verder door|verder|wil wil|$
= kinderen|gezin|vrouw|man|ze .... verdienen|verdient .... beter* moeder|vader|man|vrouw
= beter af zonder $
= <near> .... beter af $
! zou .... beter zijn als ik er niet
dat|dan niemand .... vindt|zoekt|mist
nergens .... meer naar uit
gedachten over|aan|rond [de|het] <dood>
leven of dood|niet|sterven .... uit|boeit|schelen
! iemand|niemand .... merken|opvallen|opvalt|missen|merkt als|wanneer ik .... weg|dood|niet
! als ik er [morgen] niet [meer] ben .... wie|zorg*
geen hond|mens|kip die .... <mij> missen|mist
schelen als ik .... dood*
! droom|droomde|droomt .... dood ben|was
niet .... volgend|komend jaar|kerst|zomer .... meemaak|haal|haal
zie & het|leven|niks & niet & <meer> & zitten
zie & niet & <meer> & zitten & leven|allemaal|alles
<wil> dat alles .... stop*|ophoud*|voorbij|over|afgelopen|ophield
! <wil> dat het [allemaal|gewoon|nu|eindelijk|nou] stopt|stopte|ophoudt|ophield|voorbij|over|afgelopen $
waarom|waarvoor & leef|besta & nog|eigenlijk & vraag|waarom|waarvoor
! vraag .... waarom|waarvoor|waartoe .... nog leef|besta|ben
iedereen|anderen|gezin|familie|man|vrouw|kinderen|mensen|ouders & last & tot|alleen|een & ben|voel|word|<ego>
beter|gelukkiger|makkelijker|fijner|opgelucht|beste & zonder & <mij> & gezin|familie|kinderen|vrouw|man|ze|\
iedereen|wereld
dood & makkelijker|beter|rustig|fijn|opluchting|verlossing|vredig|rust|aantrekkelijk|lijkt
dood & denk|denken|gedachte*|droom|verlang*|fantaseer* & <ego>|vaak|steeds|vaker|veel
niet & oud & worden|word & hoef|liever|hoop|wil|zo
niets|niks|alles heeft .... zin $
! was|waren ik er [maar] niet|nooit $
slapen & voor|liefst & altijd|eeuwig
hoe lang .... [nog] volhoud|volhou|vol
niet|niks|weinig & erg|uit|schelen|kwalijk & <dood>|doodga|doodging
kon|mocht ik maar [gewoon] ophouden|verdwijnen|stoppen|weg|oplossen $
niemand & <mij> & nodig
ik hoef niet meer $
vergaan & wereld
alleen & kostenpost|ballast
nooit <meer> beter & leven|wordt
leven & nooit & <meer>|beter & goed|beter
geen & reden & door|leven|op|staan|verder|bed|bestaan|voor
! wou|wilde|wil ik dat|dak ik niet|nooit bestond|bestaan|besta|leefde
! ik .... liever niet .... bestaan|bestond
= geen|niemand|niet [hond|mens|kip|ziel|enkele] die <mij> .... missen|mist
iedereen .... tot last
alleen .... kostenpost|ballast|blok
! wensen|wens|hoop|zegen|opluchting|mooi .... als ik .... hartaanval|ongeluk|kanker
hartaanval|ongeluk|kanker & zegen|opluchting|verlossing|uitkomst
= schelen als ik .... <dood>
= niet|niks|geen & schelen|uit & ik & dood|doodga|leef|leven
! droom|droomde .... dood & blij|fijn|rust
! hoop .... ik niet|nooit oud
vechten|strijd & moe|zat|beu|op|klaar & geef|geef|ik
= <mij> uit .... leven of
nergens .... zin .... leven
nergens meer .... reden
= geen licht .... meer
kan .... licht .... uit $
ervan af .... kanker|ziek*|ongeluk
kanker|ziekte & maar & teruggekomen|terug
niet .... zijn als ik er niet
soms .... dood zijn|gaan .... makkelijk*|beter|fijn*|rust*
= niet hoe lang ik|k .... nog
= weet niet of ik .... door|verder|leven wil
<mij> dood van binnen
<sterf> + denk|denken|gedachte|gedachten|droom|fantaseer|stelt|gerust|lijkt|kijk|bang|vrede + <ik1>
= kijk .... trein|treinen|brug|spoor .... denk
als .... <dood> .... niks|niets|geen .... leven
! ongeluk .... niet erg
soms .... denk .... dood .... makkelijker|beter|fijner
schelen .... ziek .... dood*
! kanker maar teruggekomen
naar de trein|brug .... denk .... dingen
dood of levend
hoop|wens .... op een .... ziekte|kanker|ongeluk|hartaanval
sterven|doodgaan|doodga|doodzijn|sterf|doodzijn + ik|<ik1>
dood ben|was|zijn|gaan|wezen|worden
rem|remmen + niet|nooit + boom|muur|bocht|auto|gewoon|tegen
benijd|jaloers + doden|dood|overleden|gestorven|begraven
dood van|vanbinnen binnen|$
gedachten|gedachte aan|over springen|touw|trein|brug|pillen|snijden
onder een|de|n auto|bus|trein|tram kwam|kom|lig|loop + zou|wil|hoop
! zou|wou|wil|hoop + auto|bus|trein|tram + onder + kwam|kom|liep
ik .... al dood
hoop .... dat ik .... omval
beter .... als ik weg|dood ben
niet erg + wakker|dood|doodga
kanker + teruggekomen|terug
trein|treinen|brug|spoor + kijk + denk
ongeluk + erg + niet
doodval|doodviel + ik
laatste tijd .... aan de dood
coma + wou|wil|lag|liggen|hoop
een been in het graf
graf + rust|ik|lig
opluchting + ziek|ernstig|kanker
laf .... dood|sterven|leven
aanrijding|ongeluk|klap|botsing + maar + harder|erger|raak|geweest
hoop + ziek + beter + niet
verongeluk + goed|prima|best|fijn|erg
crisisdienst|crisisopname + ik|mij|me
graf + uitgezocht
hoop + slecht nieuws
hoop + kanker|tumor|ongeluk|hartaanval|dodelijk
niet|niks .... haal|halen .... morgen
kanker + maar + teruggekomen
# not to be
! <wil>|zou|graag|liefst .... verdwijnen|oplossen $
! <wil>|zou .... verdwijnen|oplossen in|zonder|plus
! <wil>|zou .... weg [zijn] ... van alles|iedereen
! <wil> .... alleen maar|nog weg
! <wil> .... nooit ... terugkomen|bestaan
! <wil> dat|dak ik .... niet|nooit .... besta|bestond|bestaan|geboren
! liever .... niet .... bestaan|geboren|bestond
! liever|liefst was|ben ik er niet
! was|wou|wilde|had|beter [dat|als|ik|was] [maar|ik|beter] nooit|niet geboren
! was ik maar nooit .... wereld|geboren
! liever niet ... geboren
! had nooit ... bestaan
<wil>|hoef .... even|liever er niet meer|$ zijn
<wil>|hoef er even niet [meer] zijn
niet|nooit meer hoeven|hoef te|meer ademen|leven|vechten|voelen
<wil>|hoef .... niets|niks|niet meer .... voelen $
<wil> .... niet meer voelen
oplossen in|het niets|niks
liever|beter .... niet bestaan
<wil> ... hier niet meer zijn
! was ik [maar|weer] bij mijn|hem|haar|mama|papa ... vader|moeder|hem|haar|man|vrouw|kind|$ $
= niet|niks .... waard .... bestaan|leven|er
beter niet [kan|kon] zijn|bestaan
kon ik maar slapen
waarom moest|moet ik .... wakker|opstaan
bestaan doet pijn
! als ik er niet was
laat <mij> [maar] [gewoon] verdwijnen|gaan|slapen
niet meer hoeven zijn|leven|bestaan
niet meer hoort|hoor te zijn|bestaan|leven
vaak|steeds|veel .... niet meer bestaan|leven
verdwijnen + <wens>
als ik .... niet meer wakker
waarom word|werd|ben ik .... wakker
even niet zijn $
doe er niet toe
nooit geboren
tijd .... er op|erop zit|zitten
wakker hoeven worden
niet meer .... wakker + hoeven|hoef
= reken er niet op
= hopelijk niet $
= niet meer hoort te zijn
oud + hoop + niet
of iemand|ze|iemand* .... missen
niet wakker word|wordt .... goed|prima|ok|oke|best|fijn
niet wakker word|wordt + goed|prima|ok|oke|best|fijn
was ik .... nooit geweest
baal|balen|teleurgesteld|jammer + wakker + geworden|word|werd
vrachtwagen|auto|bus|trein|tram + niet + opzij|uitwijken|weg
van mij komen .... einde|dood
einde|dood ... van|voor mij komen
# a burden
ik ben|word|voel|was .... tot last
ben|voel|word|was .... een [enorme|grote|alleen|extra] last [voor] iedereen|gezin|man|vrouw|familie|anderen|\
mijn|omgeving|kinderen|$
voel me|mij .... een last voor mijn man|vrouw|gezin|kinderen|familie|ouders
ik ben|voel een last $
alleen|slechts [maar] een last voor
alleen maar last|ellende van|voor <mij>
iedereen .... last van <mij>
blok aan .... been
niemand .... iets|wat aan <mij>
niemand ... mist|missen ... me|mij|zou
niemand ... me|mij ... missen|mist
niemand .... om <mij> geeft
beter|prima|makkelijk*|best|redden zonder <mij>
beter af zonder $
wereld ... zonder mij
zonder <mij> ... beter
wereld draait .... door zonder <mij>
overbodig .... wereld|aarde|iedereen|leven
geen plek|plaats .... op deze|de|in wereld|aarde|leven
= zonder mij|me .... rust|beter|gelukkiger|makkelijker|leven
= niemand + huilt|mist|merkt|wacht|nodig|geeft|opvalt|maakt + <ik1>
= niks|niets|niemand .... hier houdt|vasthoudt
geen|zonder fut|kracht|energie|puf|moed meer .... om .... te leven
met alles plus iedereen
niets|niks waard .... niemand
alleen maar lastig|last
ik hoef niet [zo] [nodig] meer $
zonder mij [zijn] .... ze|iedereen
iedereen .... maar tot last
voor iedereen .... kostenpost
kostenpost|ballast voor .... iedereen|gezin|man|vrouw
begrafenis + niemand|wie|komen|leeg + mijn
bestaan|leven + zinloos|nutteloos|doelloos|waardeloos|leeg|niks + mijn|ik|me|dit|het
= geen|niemand .... die [zou|zal|gaat] huilen|missen|merken
oversteken|oversteek + zonder + kijken
= zonder mijn kinderen|vrouw|man|gezin|hond was ik
gedoe|last|geld schelen als|dat ik er niet
leven .... voelt|is|lijkt .... straf|gevangenis|uitzitten|kwelling|last
alleen maar tot last
= niets|niks|niemand .... kan .... <mij> .... helpen
iedereen + opgelucht + zou
waardeloos + niemand
leven is een last|straf|hel|kwelling
liever weg dan
dood gewicht + voor|ik|gezin|iedereen
zonder mij + beter|fijner|makkelijker|gelukkiger|rust
= laat|laten .... <mij> .... vallen + waard
voor wie .... beter|door
niet waard + <ik1>|ik
een dood gewicht
kost iedereen|ze|jullie|mensen|anderen .... geld|moeite|tijd|energie
beter af als|wanneer|zodra ik
"""
