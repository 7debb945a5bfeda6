"""How the tables of the safety scan are written (R22), and the words around a phrase that lower it.

The phrases stand in `dialogues.safety_tables`, for people to read and correct: one a line (a long one goes on after a
backslash), in plain spelling, without capitals, accents and apostrophes (``dont``). How `dialogues.safety_match` reads
them:

=========  =========================================================================
``a|b``    either word
``kil*``   every word that begins so
``[a]``    the word may be absent
``...``    up to four words may stand between
``....``   up to six, but none that begins another thought (`JOINTS`), and no comma
``a & b``  in any order, close together
``a + b``  the first word stands in the sentence, and the others stand anywhere in it
``^ $``    the clause begins here, ends here; ``a|$``: this word, or the end
``!``      as first sign: the line's own words may stand in the past tense ("I wish I was dead")
``=``      as first sign: it says what it says, whoever is named, with its own "not", in any tense ("nobody needs me")
``<x>``    one of the words x of `safety_words`
``#``      a remark
=========  =========================================================================

These lists are not yet approved by a professional and are known to be incomplete.
"""

from __future__ import annotations

from typing import Final

# A gap never holds these: what follows them is only told about.
BARRED: Final = "over about weten know"

# A wide gap holds none of these: they begin another thought ("plus" stands for the Dutch "en").
JOINTS: Final = """
want omdat als die dat terwijl waar wie toen
because if that who while when which
"""

# Words of ordinary talk, the most frequent first: a phrase is looked up by its rarest words, and no slip is seen in
# these.
COMMON: Final = """
ik de het i mijn the in to my niet is een op van heb met me dat a wil ben was of voor die on meer want with te im for
aan er this en at and work that it mezelf leven dont bij week om werk had weer kan day naar dag vandaag geen myself
over maar life uur veel als ill door wat wel nog today cant morgen tegen ga al bed moet dit mij uit do again go be not
zo zijn je we no feel like up ook goed klaar when back night anymore sleep doen zie even slaap what about out job na
zin voel deze stop werken niks kinderen gedaan stoppen hoe hours energy so time mag nieuwe dan alles gehad
leidinggevende plan anna after but can much from live have see never tomorrow tot einde nu weet half zoon team weekend
beter lang ziek hoofd doe ja pijn denk leef alleen volgende elke niemand gaat neem kantoor haha did talk end kids home
more done take think next without hope wish afraid get if energie hond hoofdpijn gesprek weg geweest trein worden hele
terug afdeling nooit vakantie hoop iets moe put stil contract mail planning ging geslapen mee ligt drie vraag dood vol
ze slapen bang sta af thuis zei worked long hour takes head you new away how there tonight everything care need know
doctor tired dead its last good mis hand bad twee slecht wakker rust koffie genomen word collega mooi dagen hoeft
collegas zonder lekker kon komt baan iemand brief gisteren maak jullie zit gaan kom hard paracetamol jaar project went
two slept complaints down then meeting fine before rest were couldnt mother anything by train noise pain are funeral
now why late office colleagues they said going could year quiet just husband ive give nice call because every friday
house first only mails arm gewerkt moest stap dus moeder nee hoor medicijnen auto stond beetje anders zitten licht
baas heeft gewoon keer zeg zeggen bos man vanavond punt zorg geef waar zien tijd verder laat vrijdag nacht leeg karin
garage sorry uren wanneer bedrijfsarts overleg gestopt langs laten staat waarom zon denken afscheid laatste eind durf
zat achter huisarts geld maken maandag springen snel genoeg plek krijg hou badly awake dog took headache supervisor
does step coffee meds make colleague old father passed love differently shift point whats manage getting nobody
something cried lot tell decided made holiday medication three same id renovation anyone doesnt survive one gone
yesterday limits car law gp enough check winter open manager meetings klachten spannend donderdag mensen altijd druk
gemaakt zegt dochter kat oud vader eindelijk huis trek weinig sinds redden fijn coach vroeg wou functie bedrijf eruit
toekomst bellen voorbij gelopen doet gehuild leren gekregen uwv gekocht avond spoor bijna moeilijk dienst bedankt
wilde rustig hier moeite nodig oude steeds zou ongeluk zelf hoef feest houdt bel later tunnel mes hang taken walk lie
tense as move thursday start concentrate drinking here always overtime says blood tablets drowsy caught crowded way
roof around cut burned knife died our heavy five ago outside bit hold form fill must keep therapy working set foot
read worrying goodbye who lunch bye stopped switch peace company quit light idea full yet hurts angry letter wrote
employer asleep into stairs has exercises money worried gave havent got alone broken help great thing being ward
another jumping presentation saying yes else started picked thats panic worn tasks guilty wants didnt understand
morning afternoon short worse early through attack those feels than useless cake motorway accident heart trouble
monday asked relief march comes longer cleaned rope thinking which reason theres walking daarna vergadering viel
vroeger bank gelegen eten
"""

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

# These are nobody in particular, and after these words they are asked for, not told about: "weet iemand hoe".
ANYBODY: Final = "iemand someone somebody anyone anybody mensen people"
ASKING: Final = "weet kent kan wil zou heeft dat als does can could would knows know if that zijn are"

# After these, somebody else is quoted: "hij zei ...".
SAYING: Final = "zei zegt zegde appte schreef riep said says texted wrote"

# After one of these a "not" says more, not less: "niets liever dan dood", "not only".
STRONGER: Final = "maar but behalve except dan than liever alleen only more"

# Nor before one of these: "I can't stop thinking of it".
GOES_ON: Final = """
    beloven beloof garanderen promise guarantee gewoon simply know weet of hoe wat waar waarom how if whether when why
    stop stoppen ophouden wachten anders laten zonder resist wait quit help stopping only just alleen
    """

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
jaren|jaar terug
lang|jaren geleden
years back
long time|while ago
lang voorbij
was toen
puberteit|puberty|jeugd
op mijn <age>
at <age>
toen ik <age>
when i was <age>
"""

PAST_VERBS: Final = "wilde dacht was waren had hadden ging wanted felt were planned"

# It began then and goes on.
SINCE: Final = "sinds sindsdien since"

PRESENT: Final = """
    nu vandaag weer steeds altijd opnieuw inmiddels vanavond vannacht
    now today again still tonight
    ben voel wil ga denk overweeg hoop want wanna gonna think thinking feel am im going
    """

# None of these is a slip for another word.
KNOWN: Final = " ".join(
    (
        COMMON,
        JOINTS,
        BARRED,
        OTHERS,
        FIRST_PERSON,
        ANYBODY,
        ASKING,
        SAYING,
        NEGATIONS,
        STRONGER,
        GOES_ON,
        PAST_VERBS,
        PRESENT,
    )
)

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

# Words that stand in no other talk as short as a call: one of them, or nearly, is in each of the calls above.
OWN_TO_CALLS: Final = """
help hulp nood noodgeval noodsituatie noodnummer sos emergency spoed mayday 112 113 911 999 0800 0113 08000113
"""
