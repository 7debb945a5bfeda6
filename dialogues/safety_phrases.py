"""The words that make a safety signal (R22): a first list, Dutch and English together, for people to read and correct.

One phrase a line, in plain spelling: no capitals, accents, apostrophes (``dont``). How `dialogues.safety` reads it:

========  ==========================================================================
``a|b``   either word
``kil*``  every word that begins so; ``*kil*`` every word that holds it
``[a]``   the word may be absent
``...``   up to three words may stand between
``^ $``   the clause begins here, ends here
``!``     as first sign: the line's own words may stand in the past tense ("I wish I was dead")
``<x>``   one of the words of `WORDS`
``#``     a remark
========  ==========================================================================

This list is not yet approved by a professional and is known to be incomplete.
"""

from __future__ import annotations

from typing import Final

WORDS: Final = {
    "wil": "wil|wilde|wou|willen|gewild",
    "dood": "dood|doodgaan|doodzijn|sterven|doodvallen|neervallen",
    "niet": "niet|nooit",
    "ik": "mezelf|me|mij",
    "pillen": "pillen|slaappillen|medicijnen|medicatie|tabletten|paracetamol|paracetamols|oxazepam|pijnstillers",
    "slik": "innemen|inneem|ingenomen|nemen|neem|genomen|slik|slikken|geslikt|slikte|opeten",
    "trein": "trein|metro|tram|auto|vrachtwagen|bus|truck",
    "hoogte": "dak|brug|flat|balkon|gebouw|viaduct|toren|parkeergarage",
    "spring": "spring|springen|sprong|gesprongen|afspringen|afspring|gooien|gooi|werpen|storten|stort|stappen|stap|af",
    "einde": "eind|einde|eindje",
    "maak": "maak|maken|maakte|gemaakt|maakt",
    "want": "want|wants|wanted|wanting|ready|deserve|longing|hope|hoping|wish|like|love|need|plan|planning|decided|try",
    "dont": "dont|not|didnt|never|doesnt",
    "vehicle": "train|trains|bus|car|cars|truck|tram|traffic|metro|subway|lorry",
    "height": "bridge|roof|building|balcony|cliff|window|ledge|tower|rooftop|overpass",
    "drugs": "pills|pill|tablets|meds|medication|painkillers|paracetamol|sleeping|antidepressants",
    "dying": "death|dying|dead",
    "denk": "denk|denken|dacht|gedacht|gedachte|gedachten|plan|plannen|overweeg|overwegen|neig*",
    "hurt": "cut|cutting|cuts|hurt|hurting|harm|harming|burn|burning|starve|starving|injure|injuring",
    "near": "iedereen|gezin|familie|kinderen|man|vrouw|wereld|ze|jullie|allemaal|mensen",
    "close": "everyone|everybody|family|kids|children|world|they|husband|wife|people|you|theyd|youd",
    # for idioms
    "lach": "lach*|werk*|verve*|scham*|schaam*|schrik*|schrok*|erger*|zweet*|zoek*|hoest*|fiets*|ren*|gelach*|betaal*",
    "hitte": "hitte|kou|honger|dorst|pijn|stress|zenuwen|schrik|hoofdpijn|rugpijn|warmte|slaap",
    "finger": "vinger|vingers|hand|duim",
    "device": "phone|battery|laptop|computer|car|plant|plants|printer",
    "koffie": "koffie|cafeine|werk|informatie|prikkels|chocola*|suiker|vergaderingen|mails|email*|netflix",
    "coffee": "coffee|caffeine|sugar|meetings|information|work|chocolate|emails",
    "doing": "lifting|playing|falling|running|skiing|cooking|making|carrying|moving",
    "place": "house|city|country|street|apartment|flat|town|area|neighbourhood|neighborhood|village|room",
}

T1: Final = """
# wish, Dutch
<wil> ... <dood>
zou ... <dood> ... willen
<dood> [zou|te|zijn|gaan] <wil>
^ dood|doodgaan|sterven ... wil ik
doodzijn ... wil
doodzijn is het enige|beste
! <wil>|hoop|hoopte|willen|wens|bid dat ik ... dood
! hoop|wens|bid|smeek ... <dood>|sterf|doodga
! was|ben|lag|bleef ik maar|al|toch dood
! kon|mocht ik maar|alsjeblieft <dood>
liever|liefst ... <dood>
ik ... beter dood
beter als|dat|wanneer ik dood|doodga|sterf
verdien* ... <dood>|leven
laat me ... <dood>
verlang* ... dood|sterven
klaar om te <dood>
klaar met ... leven $
doodswens|doodsverlangen|doodswensen|levensmoe|stervenswens
genoeg van het|mijn|dit leven
leven ... zat|beu|moe $
<wil>|wens|hoef|liefst|liever|hoeft ... niet|nooit meer|langer|verder ... leven|bestaan
<wil>|wens ... niet leven|bestaan
niet|nooit meer|langer|verder ... wil|wilde|wens|hoef|hoeven [te] leven|bestaan
niet|nooit meer|langer|verder [te] leven|bestaan ... wil|wilde
liever|liefst niet|nooit leven|bestaan
geen zin ... meer om te leven
geen zin meer in [het|mijn|dit] leven
stop|stoppen|ophouden|gestopt|uitscheiden met leven|bestaan|ademen
<wil>|hoop|hoef|liefst|liever|bid|kon ... <niet> meer ... wakker ... word|worden
! <wil>|hoop|liefst|bid ... dat ik ... <niet> meer ... wakker word|werd|zou
! slapen|inslapen|slaap ... <niet> meer ... wakker
<wil> ... voor altijd|eeuwig slapen|inslapen
<wil>|hoef|liefst|liever ... er ... niet meer zijn
er niet meer wil|hoef|te|willen zijn
er liever|liefst|gewoon|ook niet meer zijn
<wil> ... weg ... van deze wereld|aarde
<wil> ... uit dit|het leven
<wil> ... niet meer ... op deze wereld|aarde
# wish, English
<want>|wanna to|2 ... die
<dont> feel like living|existing|being [alive]
wanna|gotta ... die
want|wish ... than to die|be
! want|wants|wanted|wish|wishing|rather|prefer|love|like|hope|could|just|wanna ... be dead
! wish|wished|wishing|if|hope i ... was|were|am|be|would dead|die|drop
! wish|pray|hope|hoping|praying i|to ... die|dead
better off dead
better if i was|were|am|died|die [dead]
should be dead
deserve to die|be [dead]
let me die
no longer want|wanna|wants ... live|exist|alive|wake|here
<dont> ... want|wanna|wanted|wants ... live|exist|alive|living
<dont> ... want|wanna ... wake up
<dont> ... want|wanna ... be here|around anymore|longer|more
<dont> ... want|wanna ... be here $
<dont> ... want|wanna ... on this earth|planet|world
want|wanna|wish to|i ... not|never|stop|cease|couldnt ... exist|live|living|breathing|alive|existing
<dont> deserve to [be] live|alive|exist
want|wanna|wish|hope|pray|hoping|like|love|go|just|asleep|sleep ... <dont>|wont|wouldnt|couldnt ... wake|waking up
asleep|sleep ... never|not wake
want|wanna ... sleep forever
give|given|giving|gave up on life|living
done|finished|tired|sick|fed ... living|life|being|existing|alive $
done|finished|tired|sick ... of|with living|life|existing
tired|sick of being alive
ready to leave this|the world|life|earth
# suicide words
^ zelfmoord|suicide|kms|kys|zelfdoding $
zelfmoordgedacht*|zelfmoordplan*|zelfmoordneig*|zelfmoordpoging*|zelfmoordbrief*|zelfmoordidee*|zelfmoordwens*
suicidal*|suicida|suicideplan*|suicidegedacht*|suicidepoging*
over zelfmoord na|nagedacht
zelfmoord ... plegen|pleeg|doen|overweeg|overwegen|uitweg|oplossing
pleeg|ga|wil|<denk> ... zelfmoord|suicide|zelfdoding
zelfmoord|suicide|zelfdoding ... gedacht|denk|denken|overwogen|gepland
ik|i|im|ive|mijn|my ... zelfmoord|suicide|zelfdoding
suicide|zelfmoord ... only|option|answer|solution|enige
commit|committing|attempt|attempted|attempting|considered|considering|consider|contemplat* ... suicide
think|thinking|thought|thoughts|plan|planning|planned ... [about|of] suicide
gonna|to|just|might|should|ill|could|imma|ima|wanna|gotta kms
unalive ... myself
*zelfmordgedachten*|*kilmyself*|*wanttodie*|*ikwildood*|*nietmeerleven*|*wannadie*|*endmylife*
! i|im|me|mezelf ben|am liever dood
# self-harm and killing oneself, Dutch
mezelf ... aandoen|aandoe|aangedaan|aandeed
<ik> iets|wat|zelf ... aandoen|aangedaan|aandoe
mezelf|me iets|wat ... aan ... doen
doe|doen|deed [ik] <ik> ... iets|wat ... aan
mezelf ... pijn|snij*|sned*|gesneden|kras*|verwond*|vermink*|beschadig*|toetakel*|kapotmaken|uithongeren
snij*|sneed|snee|verwond|kras|sla|beschadig|verwonden|brand ... mezelf
pijn ... mezelf
doe|deed ... mezelf ... pijn
in mijn arm|armen|polsen|benen|pols|been snij*|sneed|gesneden|kras*
zelfbeschadig*|automutil*|zelfverwond*|zelfverminking
mezelf ... ophang*|opknop*|verhang*|verdrink*|verzuip*|vermoord*|doden|dood*|doodt|neerschiet*|afmak*|vergas*|vergiftig*
<ik> verhangen|verhang|ophangen|doodrijden|opknopen|vergassen|doodschieten|doodsteken|verdrinken
hang|verhang|verdrink|vermoord|dood|schiet|knoop|maak|rijd|rij <ik> ... op|dood|kant|af
verhang|verdrink|vermoord|dood mezelf
vermoord|dood|verhang|verdrink ik mezelf|me
<ik> ... van kant
<ik> ... leven ... beroof|beroven|beroofd
van [het|mijn] leven beroof|beroven|beroofd
uit het|dit leven ... stap|stappen|gestapt|wil
stap ... uit het|dit|mijn leven
mijn [eigen] leven ... beeindig*|nemen|ontnemen|benemen|neem|ontneem
beeindig* ... mijn leven
zelf ... leven ... beeindig*|ontnemen|benemen
polsen|pols|aderen ... door*|snij*|open*|gesneden
snij*|kras*|sneed ... polsen|pols|aderen
snij|snijd|snijden|kras|krassen in mijn [eigen] arm|armen|been|benen|huid|pols|polsen
er ... <einde> aan ... <maak>
<maak> ... er ... <einde> aan
<einde> aan ... leven|alles|mezelf|allemaal ... <maak>
<maak> ... <einde> aan ... leven|alles|mezelf|allemaal
<einde> ... <maak> aan ... leven|alles|mezelf|allemaal
aan [mijn] alles|leven ... <einde> <maak>
<wil>|vraag|aanvragen|wens|krijg ... euthanasie
euthanasie ... wil|aanvragen|aangevraagd|krijgen
# self-harm and killing oneself, English
kill|killing|killed|kills|drown|drowning|stab|stabbing|murder|strangle ... myself
hang|hanging|hung|shoot|shooting|poison|poisoning myself
<hurt>|scratch|punish|end|ending ... myself
to|gonna|will|just|might|ima|should off myself
self harm*|injur*|hurt
selfharm*|selfinjur*
<want>|do|doing|did|done ... something|anything|stupid|harm|things ... to myself
throw*|fling ... myself ... off|under|front|from
end|ending|ended|finish ... my [own|miserable] life|suffering|existence
end|ending|ended it|this all|tonight|now|today|for|once|forever
end|ending|ended it|everything $
put an|a end|stop to my|myself|everything|it|this [all|life] $
put an end to my|this [own] life
take|taking|took|taken my [own] life
slit|cut|slash|slitting|cutting|slashing|open ... my|mine wrists|wrist|veins|arms|arm
blow|blew|blowing my ... brains|head
bullet ... my head|brain|brains|skull
gun to|in|against my head|mouth|temple
hang from a|the rope|tree|ceiling
noose
# means, Dutch
alle|al|hele|handvol|doos|doosje|pot|potje|strip|teveel|overdosis|hoop ... <pillen> ... <slik>|tegelijk
<slik> ... alle|al|hele|handvol|doos|pot|strip|teveel ... <pillen>
te veel <pillen> ... <slik>
<slik> te veel <pillen>
<pillen> ... opgespaard|gespaard|opsparen|sparen|verzameld|verzamelen|opspaar|spaar|hamster*
spaar|verzamel ... <pillen>
genoeg <pillen> ... liggen|huis|gespaard|om|voor
overdosis|overdose|overdosing|overdosed|overdosissen
voor de|een|n|die <trein> [te] <spring>|lopen|loop|rijden|fietsen
voor de|een|n|die aanstormende|eerste|volgende <trein> <spring>
spring|sprong|gooi|werp|stap|loop <ik>|ik|gewoon ... voor de|een|n [eerste|volgende] <trein>
spring|sprong|gooi|werp|stap voor de|een|n [eerste|volgende] <trein>
onder de|een|n <trein> ... <spring>|liggen|lig|komen|kom|wil|gaan
spring|lig|ga|gooi|stap ... onder de|een|n <trein>
op het|de spoor|rails ... liggen|lig|gaan|staan|springen|lopen
ga op het|de spoor|rails liggen|staan
van het|de|een|n|dat|die <hoogte> ... <spring>
van de|het|een ... <hoogte> springen|spring
spring|sprong|springen ... van|af ... <hoogte>
uit het|een|n raam ... spring|springen|gooien|gooi|sprong
spring ... uit het|een|n raam
tegen een|de|n boom|pilaar|vangrail|viaduct|vrachtwagen [aan|op|te] rij|rijd|rijden|knal|knallen|gereden
rij|rijd|rijden|knal ... tegen een|de|n|die boom|pilaar|vangrail|viaduct|vrachtwagen|muur
het water|kanaal in ... rijden|lopen|springen|rijd
kogel ... hoofd|kop
pistool ... hoofd|kop|mond
touw|strop om|rond mijn nek|hals
strop|touw ... klaar|gekocht|hangt
# means, English
take|taking|took|taken|swallow*|down|eat ... bottle|handful|box|packet|overdose|many ... <drugs>
take|taking|took|swallow* all ... pills|tablets|painkillers|paracetamol|sleeping
all ... <drugs> at once
stockpil*|saved|saving|hoard*|collect* ... <drugs>
enough <drugs> to
pills ... end|saved|ready
jump*|leap* ... off|from|of|out ... <height>
jump* ... front|under|before ... <vehicle>
walk|walking|step|stepping|run|lie|lying|laying ... front|under|into ... <vehicle>
lie|lying|lay|laying|stand|standing ... on the tracks|rails|railway
want|wanna|could|just|might|going|gonna ... jump off $
drive|driving|crash|steer|swerve ... into|off ... tree|wall|river|traffic|truck|oncoming|bridge|lorry|cliff
# farewell
afscheidsbrief*|afscheidsbericht*
brief ... als ik er niet meer ben
vaarwel allemaal|iedereen|wereld|lieve|lief|jullie
^ vaarwel $
neem|nam|genomen|nemen voorgoed|definitief ... afscheid
afscheid|afscheids ... van het leven|iedereen|jullie|allemaal
<near> ... beter ... zonder mij|me
zonder mij ... <near> ... beter
zonder mij ... beter af
suicide note|letter
goodbye|farewell|bye letter|note|forever|world|cruel
goodbye|farewell everyone|everybody|all
this is goodbye|farewell $
this is my|the final|last goodbye
my [final|last] goodbyes
by the time you read|see|get this
<close> ... better|happier off|without [without] me
wont be alive
"""

T2: Final = """
# hopeless, Dutch
het ... hoeft ... van|voor mij|me ... niet meer
hoeft het ... niet meer $
van|voor mij|me hoeft ... niet meer
het hoeft ... allemaal niet meer
hoeft ... niet meer voor|van mij|me
leven hoeft ... niet
het niet|nooit meer|langer zitten
het leven ... niet meer zitten
zie ik het niet meer zitten
! ik kan [echt|gewoon|nu|ook] niet meer $
ik kan niet meer vandaag|zo|echt|gewoon|hoor|plus|maar|ik|help|aub|alsjeblieft|het
ik kan het|dit ... niet meer $
kan ik niet meer $
kan ... zo niet [meer] verder|langer|door|leven
kan ... niet meer|langer verder|door|leven
zo ... niet meer|langer leven
zo ... niet [meer] verder $
! ik wil niet meer $
ik wil niet meer zo|verder $
ik wil zo niet|ook niet meer|verder|langer $
wil|wilde ... niet meer verder
trek ... het niet meer $
hou|houd|houdt het niet|echt ... meer|langer ... vol $
geef het|alles [maar|allemaal] op $
leven ... geen zin|nut|doel|waarde|betekenis
het heeft allemaal|toch [toch] geen zin [meer]
alles|allemaal ... geen zin|nut meer
leven ... zinloos|nutteloos|voorbij|hopeloos|niets|niks|waardeloos|kapot
haat mijn|het leven
geen|niets|niks|zonder|nauwelijks reden ... leven
niets|niks|nog om voor te leven
om nog [verder|door] te leven
uitzichtloos|uitzichtloze|levensmoeheid
hopeloos $
geen|enige|zonder [andere] uitweg
geen hoop meer
geen toekomst [meer] $
geen toekomst meer voor
ten einde raad
niet uit of ik leef|dood|besta|sterf
! waarom|waarvoor leef|besta ik
waarom|waarvoor ben ik er nog
wat heeft het leven|allemaal|nog ... zin
waarom ... nog ... leven
twijfel ... leven
of ik nog|wel|verder ... wil leven
! als ik dood|doodga|sterf|doodging
! als ik er niet meer|morgen ... ben|was|zou|bent|zijn
! ik er niet meer ben|was|zou
! <niet> meer wakker word|werd|worden
! niet meer wakker te worden
niet wakker word|worden $
dood ... rust|opluchting|oplossing|uitweg|verlossing
denk|denken|gedachten|gedachte|gedacht|dacht ... dood|doodgaan|sterven|doodzijn
nadenken|nadenk|fantaseer|fantaseren|droom|na over ... dood|doodgaan|sterven
zwarte|donkere|duistere|nare gedachten
bang ... mezelf ... doe
! beter|makkelijker|fijner|rustiger|goed ... als ik er niet [meer] was|ben|zou
voor altijd|eeuwig ... slapen
eeuwig [willen|wil|zou] slapen
wie zou|zal|gaat mij|me missen
niet bang voor de dood
niet bang om dood|doodgaan|sterven|doodte [te]
<wil> ... verdwijnen|oplossen $
<wil> ... nooit ... terugkomen|bestaan
! was|wou|wilde|had|beter [dat|als|ik] [maar|ik] nooit geboren
liever niet ... geboren
! had nooit ... bestaan
ik ben|word|voel ... tot last
ben ... een last [voor]
alleen|slechts [maar] een last voor
niemand ... mist|missen ... me|mij|zou
niemand ... me|mij ... missen|mist
beter zonder mij|me
beter af zonder mij|me
wereld ... zonder mij
zonder mij ... beter
iets doms|stoms|geks|ergs ... doe|doen|doet
<wil> ... hier niet meer zijn
van|voor mij|me mag ... stoppen|over|afgelopen|ophouden|voorbij
mag ... van|voor mij|me ... stoppen|over|afgelopen|ophouden|voorbij
<wil> dat het|alles ... stopt|ophoudt|voorbij|over|afgelopen
laat het|alles ... stoppen|ophouden|voorbij|afgelopen
klaar met alles
jullie|je ... nooit|niets|niks meer van mij|me
jullie|je zien me|mij ... nooit|niet meer
<pillen> liggen|staan klaar
mijn laatste bericht|brief|woorden|avond
eruit stappen|stap $
ik ga dood $
maak me|mij ... dood|af
zelfmoord*|zelfdoding*|suicide*|suicidepreventie
# hopeless, English
cant go|keep on $
cant|cannot go on like|living|anymore|any|much|with this|my|life|so
cant go on ... longer|more
can not go on
not go on ... living
dont know how|if to|i ... go on
dont want to go on
cant|cannot|couldnt do|take|handle|bear|stand this|it|life anymore|longer|more|any
cant|cannot ... take anymore|more
cant|cannot ... live like|anymore|this|with|any
cant|cannot ... keep living|going|existing
no|any|the point in|to|of living|life|going|continuing|anything|existing|being|trying|it
no point anymore
dont|cant see ... point $
dont|cant see ... point anymore|in living|life
dont|cant see ... way out|future|reason|hope
whats|what the|is ... point|use $
whats|what|wheres ... point of|in living|life|going|existing|being|anything|it
no|any|a reason|reasons|will ... to live|go|keep|be|exist|wake|stay
lost the|my|all will|hope|reason ... live
nothing|anything [left] to live for
nothing left for me
nothing matters [anymore] $
life ... not|isnt|aint|never|longer|worth worth|living
not worth living
everything is|feels|seems pointless|meaningless|useless
easier|better ... if i wasnt|werent|was|were [not] here|around|alive|there|gone
life ... pointless|meaningless|worthless|over|useless|hopeless
life has|lost no|all|its meaning|point|purpose|sense
feel|feels|feeling|am|im|everything|its|is|so|completely hopeless $
no|any way out
no hope [left|anymore|for] [me] $
no future [for] [me] $
hate my life
hate being alive
hate living $
at the|my end of my rope|tether
give|giving|given|gave up $
want|wanna|wish|need ... it|everything|this ... end|stop|over $
want|need|wish ... pain to end|stop|go
make it|this|everything stop
want|wanna|like|could ... disappear|vanish|fade
want|wanna ... be gone
gonna|going to die $
ready to die
! if|when|once|after i|im ... die|died|dead|dies|gone $
! if i ... were|was|am|just gone|dead|died
! if i ... never|dont|didnt|not ... wake|woke|woken
! wish|if i|id was|were|had never [been] born|existed
better ... never [been] born|existed
rather die
not|dont afraid|scared|fear to|of die|dying|death
kill me
think*|thought|thoughts|dream*|fantasi*|fantasy|obsess* ... of|about|with ... <dying>|dieing|killing
dark|black|morbid thoughts
dark place
im|am|be|being|feel|such|only|just ... a|huge burden
nobody|noone|one ... miss|missed|notice|care|cares|misses ... me|if|when ... gone|me|die|died|dead
nobody|noone|one ... would|will ... miss me
better off|place without me
happier|easier|better without me
dont care if|whether i ... live|die|wake|dead|alive
dont care ... what happens to me
dont care about living|life
why ... i ... still ... alive|here|living|breathing
why ... keep|bother ... living|going $
why ... live $
do|doing something|anything|smth ... stupid|drastic|dumb|bad|terrible
wont be around|here much
wont ... see|hear ... me ... again|anymore|more
my last message|words|night|letter
im sorry for everything
wish i didnt|wasnt|werent ... exist|alive|born|here
scared|afraid of myself
scared|afraid ... i ... do to myself
cant|cannot|not hold on ... longer|anymore|much
cant|cannot hold on $
done with everything|it [all] $
tired|sick of ... existing|everything $
suicide*
"""

T3: Final = """
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
uit het leven gestapt
voor de trein gesprongen
spring dan maar
kys
ga|val|rot|drop dood|dead
"""

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
dying|die|died|dies|dead of|from boredom|laughter|laughing|hunger|heat|embarrassment|thirst|curiosity|cold|stress|shame
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
"""

# Chat spelling, common typing errors and split words; each is read as what stands behind it.
READ_AS: Final = {
    "zelfmoort zelfmoor zelfmoordt zelmoord zefmoord zelfmood zelfmrood zlefmoord zelfmoodr zelvmoord": "zelfmoord",
    "zelfmoortgedachten zelfmoordgedagten zelfmoordgedachtes": "zelfmoordgedachten",
    "suiside suiciede sucide suicde suicied suecide suisside suicid sucidie suizide siucide": "suicide",
    "suisidal sucidal suicidle suicidial suecidal suicidall suicidial suicidale suicidaal": "suicidal",
    "nie ni nt neit nit niett": "niet",
    "leve leevn leeve lefen lven levn": "leven",
    "doot doodd dod dooood": "dood",
    "wll wik wl will": "wil",
    "k ikk ikke": "ik",
    "kwil ikwil": "ik wil",
    "kben": "ik ben",
    "kkan ikkan": "ik kan",
    "mn mijne": "mijn",
    "mijzelf mzelf mezelfs mezellf mijzelve": "mezelf",
    "gwn gwoon": "gewoon",
    "nooi noit": "nooit",
    "meerr mer meeer": "meer",
    "wakkr wakkerr": "wakker",
    "myslef mysef meself mysself mself": "myself",
    "kil kll killl": "kill",
    "dnt donot": "dont",
    "cnt cannot": "cant",
    "wnt wan": "want",
    "wana wnna": "wanna",
    "anymor nomore anymoer": "anymore",
    "dieing dyin": "dying",
    "liv lve": "live",
    "alwys": "always",
    "suicidality": "suicidal",
    "overdosi overdossis": "overdosis",
}

# In single spelling these would be another word ("oom" is not "om", "en" is not "een"):
# each is first read as a word that stays apart.
APART: Final = {"en": "plus", "oom": "uncle", "zoon": "son", "boss": "leidinggevende", "mee": "samen", "zee": "kust"}

# Two words that are one.
JOINED: Final = """
zelf moord|moort
zelf doding
zelf beschadiging
dood gaan|gaat|ga
dood zijn
me|mij|mijn zelf
my self
any more
no one
some one
don|didn|won|isn|wasn|aren|couldn|wouldn|doesn t
can t
af maken
aan doen
"""

# With stars in between they are still these.
CENSORED: Final = "dood zelfmoord suicide suicidal kill killing die dying dead death hang cut moord vermoorden sterven"

OTHERS: Final = """
    hij zij ze he she they her his shes hes theyre zichzelf himself herself themselves wants iemand someone somebody
    mensen people men anyone jij jullie yourself urself jezelf
    broer zus zusje broertje moeder vader mama papa ouders zoontje dochter dochtertje kind kinderen man vrouw
    vriend vriendin vrienden buurman buurvrouw buurjongen buren tante neef nicht neefje nichtje oma opa collega collegas
    client clienten klant klanten patient patienten leerling leerlingen kennis partner ex schoonzus schoonbroer
    schoonmoeder schoonvader leidinggevende baas manager vent meisje jongen klasgenoot puber student studenten bekende
    zanger acteur schrijver
    brother sister mother mom mum father dad parents son daughter child kids children husband wife friend friends
    neighbour neighbor uncle aunt cousin nephew niece grandma grandpa grandmother grandfather colleague colleagues
    coworker coworkers girl boy guy woman classmate patients clients customer student students singer actor writer
    film boek serie podcast documentaire nieuws krant artikel verhaal training cursus lezing campagne uitzending
    movie book series show news article story documentary course lecture workshop campaign episode
    vertraging aanrijding hond kat dog cat
    """

FIRST_PERSON: Final = "ik i im ive id me mij mijn mezelf my mine myself we wij ons us our"

NEGATIONS: Final = """
    niet nooit geen niks niets nimmer not dont didnt never no wont wouldnt isnt arent wasnt havent hasnt doesnt aint
    nothing
    """

# After one of these a "not" says more, not less: "niets liever dan dood", "not only".
STRONGER: Final = "maar but behalve except dan than liever alleen only more"

FAR_PAST: Final = """
vroeger
destijds
jaren|jaar geleden
vorig|vorige jaar|baan
als kind|puber|tiener|student
in mijn jeugd|pubertijd|puberteit|tienertijd
in het verleden
in the past
toen ik [een] jong|klein|kind|puber|tiener|vijftien|zestien|twintig
used to
years|year ago
last year
back then
as a child|kid|teenager|teen|student
when i was young|younger|a|fifteen|sixteen|twenty|in
in my teens|youth|twenties
"""

PAST_VERBS: Final = "wilde wou dacht was waren had hadden ging wanted felt were planned"

# It began then and goes on.
SINCE: Final = "sinds sindsdien since"

PRESENT: Final = """
    nu vandaag weer steeds altijd opnieuw inmiddels vanavond vannacht
    now today again still tonight
    ben voel wil ga denk overweeg hoop want wanna gonna think thinking feel am im going
    """

HELP: Final = """
help
help me|mij|mi [nu|now|please|pls|aub|alsjeblieft|asap]
please|pls|alsjeblieft|aub help [me|mij]
bel|call 112|113|911|999|help
112|113|911|999
0800 0113
08000113
hulp
ik heb [nu|dringend] hulp nodig
hulp nodig
i need help [now|please]
nood
noodgeval|noodsituatie|noodnummer
in nood
ik ben in nood
sos
emergency
its an emergency
this is an emergency
dit|het is een noodgeval
spoed
mayday
"""
