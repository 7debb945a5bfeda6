"""What is no safety signal (R22): idioms, which hide their own words and no others.

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

IDIOMS: Final = """
# Each hides its own words only, never the rest of the message.
dood moe|op|ziek|normaal|gewoon|simpel|saai|stil|leuk|eng|nerveus|zonde|bang|zenuwachtig
me|ons|mezelf|je|zich [te] dood [te] <lach>
<lach> me|ons|mezelf|je|jezelf|zich [echt|helemaal|gewoon|half] dood
lag|lig dubbel|dood van|op
doodlach*|doodwerk*|doodverve*|doodscham*|doodschrik*|doodgewerkt|doodgelach*|doodgooi*|doodger*
ga|ging|gaan|ben|sterf|sterven|bezwijk [ik|er] [echt|bijna|zowat] [dood] van de|het <hitte>
dood van de|het <hitte>
dood spoor|punt|gewicht|moment|paard|uur|water|hout
dode hoek|lijn|uren
over mijn lijk
dead tired|line|lines|end|serious|weight|beat|quiet|silent|boring|slow|easy|sure|certain|wood|calm|set
dead <device>
dead on my|time
dead in the water
drop dead gorgeous
<device> [is|has|just|about|was|always|keeps|completely] [to] die|died|dies|dead|dying
telefoon|batterij|accu|laptop|plant|plantjes|lijn|verbinding is|was|viel|gaat|ging [weer|ook|al|bijna] dood
dying|die|died|dies|dead of|from boredom|laughter|laughing|hunger|heat|embarrassment|thirst|curiosity|cold|\
stress|shame
dying to see|know|hear|try|meet|go|get|start|tell|find|read|visit|be|have|do
dying for a|some|my
die laughing
to die for
die hard
killing|kills|killed me|us|it
killing|kill time|two|a|an|the|weeds|some
kill for a|some|my
killing myself laughing
killing myself with work
kill me|myself laughing
shot|shoot|shooting myself in the foot
bored|scared|sick|worried|tickled|worked|frightened|embarrassed to death
death by powerpoint|meeting|meetings|email|chocolate
suicide|zelfmoord mission|missie|squad|bomb*|attack*|aanslag*|commando*|terrorist*
zelfmoordmissie*|zelfmoordaanslag*|zelfmoordcommando*|zelfmoordterrorist*|zelfmoordactie*
career|political|social|financial|professional suicide
overdosis|overdose|overdosed|overdosing [aan|van|of|on|op] <koffie>|<coffee>
cut|cutting myself some slack
cut|cutting myself [while] shaving|cooking|chopping|slicing|peeling|opening|gardening
cut|cutting myself on a|the|some|glass|paper|broken
cut|cutting myself off from
hurt|injured|burned|burnt|hurting|burning myself [while|when] <doing>
hurt|injured|burned|burnt myself during|at|in|on [the|a] work|gym|garden|kitchen|stove|oven|training|football|stairs
burn|burning|burned|burnt myself out|up
in mijn|de|een|me <finger> ... snij*|gesneden|sneed
snij*|sneed|gesneden [mezelf|me] in mijn|de|een|me <finger>
mezelf ... in de|mijn <finger> ... gesneden|snijden|gesneed
mezelf|me [flink] pijn gedaan bij|tijdens|aan het|de|mijn
mezelf in de vingers
end|ending it here|there|early|earlier|on
<einde> aan ... voor vandaag
<einde> aan de|deze|die|het gesprek|vergadering|discussie|meeting
live in a|the|this|that|my|another|such ... <place>
live with my|his|her parents|mother|father|ex|boyfriend|girlfriend|sister|brother|roommate|roommates
kind of
of course
live near|abroad|together|far|close|next|above|below
wake|waking up at|early|before|every|several|tired|late [night|hour]
wake|waking up so early|late|often|tired
wakker [te] word|worden|werd|wordt van|door de|het|mijn|een wekker|lawaai|buren|kinderen|hond|baby|pijn|telefoon
wakker [te] word|worden|werd|wordt om|rond een|twee|drie|vier|vijf|zes|zeven|half|1|2|3|4|5|6|7
wakker [te] word|worden|werd|wordt midden in
wakker [te] word|worden|werd|wordt s nachts
s nachts ... [niet|nooit] meer wakker word|worden|werd
s nachts [vaak] wakker word|worden|werd
elke|iedere|midden [in] [de] nacht|uur|ochtend ... wakker word|worden|werd
take|taking|took my life back|into|seriously
walk|walking|run ... front|into ... bus stop|station
jump off|from the bus|train|call|zoom|meeting|teams
liever dood dan rood
rather|sooner die than speak|present|sing|talk|wear|eat|call|admit|dance|drink|work
boss|manager|wife|husband|mum|mom|mother|coach will|would|gonna|is kill|kills|killing me
schiet|schoot|schieten me|mij [steeds|weer] dood met
dood als ik|je dat|dit ... moet
snijbloemen
al zou|zal|moest ik dood neervallen
proud of myself
mezelf|me gebrand|verbrand|gesneden|pijn [gedaan] aan|bij|tijdens de|het|een|mijn|papier
mezelf|me gebrand|verbrand|gesneden|pijn [gedaan] bij|met|tijdens [het] koken|klussen|sporten|tuinieren|\
strijken|snijden|werken
gebrand|gesneden aan de|het|een|papier
hurt|burned|cut|burnt|bumped|scratched myself on|at|with the|a|my oven|door|cupboard|stove|pan|edge|paper|can|\
tin|fence|rose
hurt|burned|cut|burnt|bumped|scratched myself while|when <doing>|shaving|peeling|chopping|ironing
hurt|burned|cut|burnt|bumped|scratched myself by|in accident|the
collect*|collected|picked my|the .... mothers|fathers|moms|dads|kids medication|pills|meds
in mijn|je|het|ons|haar|zijn leven gehad|geweest|meegemaakt|gedaan|gezien|geleerd|zo|heb|nodig|wil|hebben
stress|drukte|gedoe|werk|mensen|rust|ruimte|plek|plaats|structuur|regelmaat meer in mijn leven
doodgeboren kind*|plan|idee
op sterven na dood
mezelf wel [kunnen] slaan|wurgen|schoppen
mezelf voor mijn|de kop|hoofd slaan
liever dood gebleven|dan die|dan dat
val|viel|vallen [bijna] dood neer van|door
kill me now
voor [mijn|het|de|alleen] <gewrocht> [te] leven|leef
leven van|om [dit|het|mijn|een|de|te] <gewrocht>|werken
in [zo|die|deze|constante|zon] angst|stress|spanning|onzekerheid|drukte [te] leven|leef
leven zoals|als vroeger|eerst|voorheen|iedereen|anderen|normaal|dit
zonder [mijn|de] koffie|telefoon|chocola*|internet|auto|muziek leven
vroeg|vaak|steeds|tussendoor|nacht|uur wakker
krassen van de|het|een kat|hond|poes|struik*|rozen|doornen|kitten
er niet meer bij
laatste bericht voor|van vandaag|deze
zonder mij op|bij het|de|mijn werk|kantoor|afdeling
with ... without me at work|the
want|wanna to live again|slower|more|healthier|differently|calmer
zo wil ik niet leven altijd|zo|met
aan alles komt een <einde>
laatste week|dag|dagen met|van|voor|bij|op
slide under|disappear under
verdwijnen onder mijn|de|het dekbed|deken|dekens
disappear under my|the duvet|blanket|blankets|desk
on with this|the|that task|project|job|report|form|contract
tired|sick of arranging|explaining|organising|planning|reporting everything
zakelijke|politieke|sociale|financiele|carriere zelfmoord
do this anymore|any at|with|in|for that|this|the desk|office|team|company|job|boss
burden|last to|voor my|mijn colleagues|team|collegas
# death that is none
death of me
over my dead body
went|goes|gone|go dead
seen|caught|found|gevonden dead|worden|dood .... in|worden
seen|caught dead
dood gevonden worden
dead horse|scared|wood|leaves|cat|animals|language|center|centre|heat|ringer|pan|sea|skin|cells|zone|\
stock|asset
like|als a|the|een dead|dode
half dead|dood
halfdood
beat|bored|worked|freezing|sweating|working|sweated|talked|starved to death
brain dead
to death [by] subject|meetings
dood voor mij
wordt|is|nog|eens mijn dood
dood vogeltje|paard|punt|gewicht|tij|spoor|kapitaal|hout|materiaal|seizoen|lichaam|object
valt|viel|loopt|liep|lag|ligt|gelopen|vallen|lopen|bloedt dood
meer dood dan levend
dood en levend
op sterven na
als de dood
om de dooie|dode dood
de dooie dood
dood of de gladiolen
de een zijn dood
andermans dood
leven of dood
kwestie|zaak|matter van|of leven|life [of|en|plus|and] dood|death
dood aan de|het|een
bijna|zowat|nog|hartstikke|half|zo dood van|na|op
bijna|haast dood [van] schrik|geschrokken
ga|ging|gaat|gaan [er] [nog|eens|echt|bijna|niet|zowat] [eens] [niet] dood aan|van|als
ga|gaat|ging er [niet] [aan|van] dood [aan|van]
niet dood van|aan
wil niet dood gevonden
dode boel|bladeren|mus|vogel|muis|letter|talen|taal|hoek|punt|lijn|zone|kip|vis
dooie boel|mus|vent|pier
de tijd doden
doden in|bij|gevallen|door
duizend doden|deaths
dead or alive
dead plus|and buried
id die for|of|if a|shame|that
die for a|an|some|my
died inside|for|on|again
die van de|het
wont|not|dont|doesnt die from|of
dead if i|the|he|she ... deadline|late|miss|boss
im|its|hes dead that|this|haha|lol|after|from|joke
back from the dead
dead as a|the
dropped|dropping|drop dead from|of|boring|gorgeous
verveel|verveelde|verveelden me|ons dood bij|in
doodknuffel*|doodgeknuffeld|doodbloeden van|doodleuk|doodgezwegen|doodgeslagen|doodgepraat|doodloop*|doodgelopen
project|idee|onderwerp|sfeer|gesprek|discussie|markt|batterij|telefoon|laptop|internet|lijn is|was|lijkt dood
laptop|telefoon|internet|accu|batterij|printer dood
werk me|mij [nog] [eens] de dood in
ik ging dood $
lachen .... dood $
moe maar niet dood
dood en doodmoe
genieten van het|dit|mijn leven
van mijn|het leven genieten|houden|gemaakt|geleerd
nooit|niet van mijn leven
de zin van het leven vroeg|is|vraag
leven niet alleen overleven
slap|kick|kicked|slapped myself for
could|can slap|kick myself
live on this|my|a|that salary|income|wage|pay|benefits
stroop|drijfzand|modder loop
grow old with my
niet meer ziek|moe|misselijk|duizelig voelen
dat overleg|project|gesprek|gedoe stoppen
voorbij die|dat|deze <gewrocht>|beoordeling|vergadering|cursus
verder werken
moe van|met het vechten
vechten met p|de|het
manage without me on|for|this|next|today
afscheid van jullie team|afdeling|bedrijf|organisatie
klaar met het gevecht met
fight with the|my
boven op|aan de|het domtoren|berg|lijst|stapel
thought|think <i> [was|am] going to die at|in|on|during|of
thought|think <i> [was|would] [going|gonna] [to] die at|in|on|during|of
dacht dat ik dodgaan|doodging
dacht [echt|even] dat ik dood ging|gaan
dacht [echt|even] dat ik doodging
nearly|almost died on|at|in|of|laughing|when
benen|voeten|armen|hersens|hersenen zijn|is|waren dood
legs|feet|arms|brain are|is|were dead
val|viel|vries|vroor ik|je [bijna] dood
ik vries|verhonger|stik dood
dood [plus] doodziek|begraven|verderf
kost me|mij [mijn|het|nog] leven
cost me my life
planten|plantjes zijn|waren [massaal|allemaal] dood
horse or die
die than do|sing|give|stand|use
dood bij neervallen
toch dood bij
kriek|breuk dood
dead right|last|chuffed|certain|slow|simple|giveaway|drunk|lucky|against|centre|center|still
dying for|to the|a|see|get|know
razor|razors|blades [blades] for my
mijn hele leven
heel mijn leven
niet leven om te
zo lang ik leef
snee|sneetje|sneden brood|cake|ham
spring|springt|springen|sprong|gesprongen op|in|van|over|uit [mijn|de|het|een] fiets|trampoline|bed|touw|\
touwtje|lucht|vel|springen|hak|diepe|zwembad|sloot|bres|blijdschap|trein|bus|bank|plas|water|auto
spring ik [snel|gauw|even|meestal|altijd] op|in|onder de|het|mijn fiets|bus|trein|douche|auto|bad|zwembad
spring er tussenuit|uit
spring bij|in|eruit voor|als|met
jump*|leap* on|in|into|onto|at|to|over|up my|the|a|conclusions|that|it|every bike|train|bus|call|zoom|meeting|\
trampoline|pool|shower|car|chance|topic
jump for joy
jumped|jump|jumping up|rope|queue|ship|through|ahead
jumped|jump|jumping out of [bed|my] bed|skin|car
jump|jumping jacks|rope|scare
jump start
moeder|vader|oma|opa van mij slikt
combine|combineren with|met alcohol|wijn
mag je|ik combineren
eruit|uit stappen bij|uit de|het|een sportclub|vereniging|bestuur|or|project|groep|commissie|bus|trein|tram|club|koor
de motor aan de praat
running in the
touw|rope|koord .... voor|for de|het|the|een|a kano|tent|canoe|boot|boat|schommel|swing|hangmat|waslijn|hond|\
tuin|aanhanger
niet ouder worden in
spring|springt|sprong er .... tussenuit
prikkels|drukte|lawaai|werkdruk|geluiden op|in|van kantoor|werk
kan|kon het niet meer opbrengen dat reizen
punish myself by|with eating|working
dood gelachen|gelach
liever doodgooien
press|pers dood
duizend doden
that joke
die klus
van|door de|het dood|doden in|bij|door
dood van mijn|onze|zijn|haar|een|hun|de <family>
death of my|our|his|her|a|their <family>
<ouder> is|was|zijn|were|are|has|heeft [nu|al|net|vorig|just|been|recently] dood|dead|gestorven|died|overleden $
<ouder> is|was|zijn|were|are|has|heeft [nu|al|net|vorig|just|been|recently] dood|dead|gestorven|died|overleden en|and
<ouder> died|overleden $
meer uit het leven|halen
haal|halen [alles|meer] uit het leven
laughing|laughed|laugh myself to death
knife to my throat
mes op de|mijn keel
zinloos|pointless op|at het|werk|work
zonder mij blijkt|gelukkig|hoor
lief|mooi leven
at the end of my tether|rope with
pijn|last|klachten|rsi|pain|ache in|aan|van mijn|my|the|de|het polsen|pols|wrists|wrist
polsen|pols|wrists|wrist doen|doet|hurt|hurts|ache|from|van|van|door pijn|het|typen|typing
gebroken|broken|verstuikte|sprained pols|wrist|polsen
wond|operatie|gips|brace|verband aan|om|on mijn|my pols|wrist
made me jump
jumped when|at|as
duizelig van al die koffie|drukte|prikkels|mails
die koffie
niet meer vergaderen|bellen|werken|mailen
op en neer springen|gesprongen
springen van|op blijdschap|geluk|de|het [trampoline|bank|bed]
uit elkaar springen|gesprongen
bijspringen|touwtjespringen|bungeejump*
inspringen|ingesprongen
van de hak op de tak
vel springen|gesprongen
sta|staat op springen
gat in de lucht
touwtje gesprongen|springen
touwtjespringen
eczeem|jeuk|muggenbeten|huiduitslag op mijn armen|benen|huid
wil weer leven
laatste dag|dagen|week|avond|nacht voor|van|bij|op|in|met|als|vakantie
last day|days|night|evening before|of|at|on|in|with|holiday
ernstig ziek ben
seriously ill
rails van het
eruit|er uit stappen bij de|het|een
werkdruk|workload nog|much lang|longer overleef
aan al die prikkels
graaf|graven mijn|je eigen graf
digging my own grave
graf voel ik me
dood aan die
eruit te stappen bij|uit de|het
om die|dat|deze meme
revolves around
sprong|spring een gat in de lucht
geen zin meer in vergaderen|werken|koken|praten|school|sporten
worked myself to death
liever dood gebleven dan die
dead weight of
tracks of a|the
dood gewicht van
me|us|ourselves|you|him|her|them|it to death
zeur*|praat*|lult|kletst|klets|vraagt|mailt|belt|pest|treitert|werkt|betaalt|knuffel*|rookt|drukt|organiseert|\
vergadert me|ons|je|zich|mij|hem|haar dood
dood neerval|neervalt|neerviel|neervallen
dood voor de|het
dead to the|me
dood ons scheidt
death do us part
levend|half|brein dood
de dood in de pot
dropping|drops dead
dood van de|het|al|alle|die|dat|mijn zenuwen|honger|slaap|stress|drukte|gedoe|schrik|lawaai
murderous
wordt|is mijn|nog dood
my death by|if|this|that
connection|meeting|conversation|project|idea|party|market|battery|motivation|mood|plant|plants|season [is|was|\
went] dead
ik dat|dit .... moet .... ga ik dood
ill die if|before|unless i have|hear|see|must
zonder mij kunnen|konden .... op|met .... werk|kantoor|project|afdeling
without me at|on work|the|my
here next week .... holiday|vacation|leave|away|appointment
van mij hoeft dat|die|dit|zo feestje|afspraak|cadeau|gesprek|borrel|uitje|etentje|vergadering
forgive me|my .... late|delay|slow|typo|typos|spelling
keuze|besluit|beslissing .... minder|meer .... gaan
my heart .... stop|stops racing|pounding|beating
wachten .... pijnstiller*
"""
