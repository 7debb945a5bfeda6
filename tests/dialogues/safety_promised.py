"""Lines that the safety scan is promised to hear as they are, each of them, and ordinary talk that may not alarm (R22).

Not a sample: none of these may be missed. They are learnt from as well (`safety_learn`).
"""

DUTCH_T1 = """
ik wil niet meer
ik wil dood
Ik wil dood.
ik wil gewoon dood
dood wil ik
ik wil echt niet meer leven
ik wil niet meer leven
Ik wil niet langer leven
zo wil ik niet meer leven
ik hoef niet meer te leven
ik wil niet verder leven
ik wil nooit meer wakker worden
ik wil slapen en niet meer wakker worden
ik hoop dat ik vannacht niet meer wakker word
kon ik maar inslapen en nooit meer wakker worden
ik wil er niet meer zijn
ik zou er liever niet meer zijn
ik wou dat ik dood was
was ik maar dood
ik zou dood willen zijn
ik zou willen dat ik dood was
het liefst ben ik dood
ik ben liever dood dan dat dit zo doorgaat
ik ga liever dood
ik wil sterven
ik wil doodgaan
ik wil dood gaan
ik wil niets liever dan dood zijn
soms denk ik dat ik dood wil
vandaag weet ik zeker dat ik dood wil
laat me doodgaan
ik verlang naar de dood
ik ben klaar om te sterven
ik ben klaar met leven
ik ben klaar met het leven
ik heb geen zin meer in het leven
ik heb geen zin meer om te leven
ik ben levensmoe
ik ben het leven zat
ik wil stoppen met leven
ik wil uit het leven stappen
ik stap uit het leven
ik denk aan zelfmoord
ik denk er steeds over na om zelfmoord te plegen
ik ga zelfmoord plegen
zelfmoord
ik heb zelfmoordgedachten
Ik voel me suïcidaal
ik ben bang dat ik zelfmoord ga plegen
zelfmoord is de enige uitweg
ik wil mezelf pijn doen
ik snijd mezelf weer
ik heb mezelf weer gesneden
ik wil mezelf iets aandoen
ik ben bang dat ik mezelf iets aandoe
ik denk eraan om mezelf wat aan te doen
ik doe mezelf nog iets aan
ik wil me verhangen
ik ga mezelf ophangen
ik wil mezelf van kant maken
ik maak mezelf van kant
ik snijd mijn polsen door
ik beschadig mezelf elke avond
ik ga er een eind aan maken
ik wil er een einde aan maken
ik maak er een eind aan
ik wil een einde maken aan mijn leven
ik wil aan alles een einde maken
ik wil mezelf van het leven beroven
ik wil mijn leven beëindigen
ik ga alle pillen tegelijk innemen
ik heb een hele strip pillen geslikt
ik heb pillen opgespaard
ik denk aan een overdosis
ik wil voor de trein springen
ik stond klaar om voor de trein te springen en ik ga het doen
ik spring voor de trein
ik ga op het spoor liggen
ik wil van een brug springen
ik spring van het dak
ik rij straks tegen een boom
ik heb een afscheidsbrief geschreven
vaarwel allemaal
Vaarwel iedereen, het is beter zo
iedereen is beter af zonder mij
mijn gezin is beter af zonder mij
ik wil dood, mijn vrouw begrijpt me niet
mijn baas snapt het niet, ik wil dood
ik kan niet meer ik wil dood
ik ben doodmoe en ik wil niet meer leven
lach me dood, nee echt, ik wil dood
de deadline is gehaald en nu wil ik dood
ik wil niet dood maar zo wil ik ook niet leven
vroeger was ik vrolijk, nu wil ik dood
ik wil niet werken ik wil dood
ik wil niet meer verder leven op deze manier
Ik wil gewoon dat ik morgen niet meer wakker word
ik heb besloten dat ik een einde aan mijn leven ga maken
vanavond maak ik er een einde aan
Ik denk de hele dag aan zelfmoord plegen
ik kan alleen nog maar aan zelfmoord denken
ik loop rond met zelfmoordgedachten
ik heb plannen om mezelf te doden
ik wil mezelf doden
ik zou het liefst niet meer leven
het liefst zou ik niet meer wakker worden
ik zou het liefst dood zijn
soms wil ik gewoon dood zijn
Ik heb mezelf gisteren weer gesneden in mijn arm
ik kras in mijn armen
ik verlang ernaar om dood te zijn
ik wil van de flat springen
ik sta op het punt van het dak te springen
ik wil me voor een trein gooien
ik gooi me voor de trein
ik heb een touw gekocht om me op te hangen
ik ga me ophangen
ik wil mezelf vergiftigen
ik neem straks alle medicijnen in een keer in
ik wil een overdosis nemen
mijn kinderen zijn beter af zonder mij
jullie zijn allemaal beter af zonder mij
mijn afscheidsbrief ligt klaar
het leven hoeft van mij niet meer, ik wil dood
ik wil rust, ik wil dood
kwil nie meer leve
ik wil ni meer leven
k wil dood
ik wil zelfmoort plege
wil dood
wil niet meer leven
ik wil d o o d
ik wil d.o.o.d
IK WIL DOOOOOOD
ik wil zelfm**rd plegen
ik w1l d00d
ik wil zelf moord plegen
dood zijn is het enige wat ik nog wil
ik weet niet of ik morgen nog wil leven, ik ga van de brug springen
ik wil niet meer bestaan
ik maak mezelf dood
ik maak me van kant
ik wil stoppen met bestaan
ik voel me suicidaal en bang
ik denk dat ik mezelf iets ga aandoen
straks doe ik mezelf iets aan
ik vertrouw mezelf niet, ik ben bang dat ik zelfmoord pleeg
zonder mij is iedereen beter af
Sinds vorig jaar ben ik suïcidaal
mijn broer heeft zelfmoord gepleegd en ik wil ook dood
Niemand weet dat ik dood wil
ik durf niet te zeggen dat ik dood wil
Ik weet niet of ik dood wil
Vorige week ging het goed. Vandaag wil ik dood.
Ik wil. Niet meer. Leven.
ik wil… dood
Mijn man slaapt, ik wil dood
Ik heb niet geslapen en wil dood
ik heb niks meer, ik wil dood
ik hoop niet dat iemand dit leest want ik wil dood
Ik wil niet meer leven zonder haar
mijn dochter weet niet dat ik mezelf snijd
Ik zie het leven niet meer zitten
jullie horen niets meer van mij
mijn pillen liggen klaar
ik zou wel eeuwig willen slapen
"""

DUTCH_T2 = """
het hoeft voor mij niet meer
voor mij hoeft het niet meer
het hoeft van mij allemaal niet meer
ik zie het niet meer zitten
ik kan niet meer
ik kan echt niet meer
ik kan niet meer vandaag
ik kan zo niet verder
ik hou het niet meer vol
ik trek het niet meer
ik wil zo niet verder
ik geef het op
het leven heeft geen zin meer
mijn leven is zinloos
ik haat mijn leven
ik zie geen uitweg meer
ik heb geen hoop meer
mijn situatie is uitzichtloos
ik ben ten einde raad
waarom leef ik nog
ik twijfel of ik nog verder wil leven
als ik er niet meer ben, zorgt hij wel voor de hond
het zou niet erg zijn als ik niet meer wakker word
ik denk vaak aan de dood
ik heb donkere gedachten
ik wil verdwijnen
was ik maar nooit geboren
ik ben iedereen tot last
niemand zou me missen
het is beter zonder mij
ik ben bang dat ik iets doms ga doen
van mij mag het stoppen
ik wil dat het allemaal stopt
ik ben klaar met alles
de dood zou een opluchting zijn
ik heb geen reden om te leven
gisteren was ik suïcidaal
ik wilde gisteren dood
ik kan dit niet meer
ik zie geen toekomst meer
het leven is niks meer waard
wat heeft het allemaal nog voor zin
het maakt niet uit of ik leef of niet
ik ben alleen maar een last voor anderen
ik wil niet meer verder
soms denk ik dat het beter is als ik er niet meer ben
het zou makkelijker zijn als ik er niet was
ik zie geen uitweg
ik voel me hopeloos
alles is hopeloos
ik denk veel na over de dood
wie zou mij missen
ik ben niet bang om dood te gaan
"""

DUTCH_T3 = """
ik wil niet dood
ik wil echt niet dood
ik wil niet meer dood
nee ik ben niet suïcidaal
ik heb geen zelfmoordgedachten
ik denk niet aan zelfmoord
ik heb nooit aan zelfmoord gedacht
ik denk niet meer aan zelfmoord
ik zou mezelf nooit iets aandoen
ik ga mezelf niets aandoen
ik ben niet van plan om mezelf iets aan te doen
ik zeg niet dat ik dood wil
dood wil ik niet
vroeger wilde ik dood
vroeger had ik zelfmoordgedachten
als puber wilde ik niet meer leven
jaren geleden dacht ik aan zelfmoord
vorig jaar was ik suïcidaal
mijn broer wil dood
mijn zus wil niet meer leven
hij wil dood
ik hoorde dat mijn collega dood wil
mijn zoon van acht zegt dat hij dood wil
mijn zus, die wil dood
mijn buurman heeft zelfmoord gepleegd
een klant is voor de trein gesprongen
hij heeft zichzelf van het leven beroofd
de zelfmoord van mijn broer houdt me bezig
ik moest denken aan de zelfmoord van mijn oom
er was een film over zelfmoord
de trein had vertraging door zelfmoord
mijn vriendin ziet het niet meer zitten
Mijn nichtje heeft een zelfmoordpoging gedaan
Mijn vader pleegde zelfmoord toen ik tien was
Een oud-collega heeft een einde aan zijn leven gemaakt
Maak je geen zorgen, ik wil niet dood
Nee hoor, ik ga mezelf niks aandoen
Ik ben absoluut niet van plan om zelfmoord te plegen
Op het nieuws ging het over zelfmoord onder jongeren
Mijn dochter snijdt zichzelf
In het verleden heb ik mezelf gesneden
Tien jaar geleden heb ik een zelfmoordpoging gedaan
Toen ik jong was wilde ik dood
"""

DUTCH_NONE = """
Dit is alleen voor mij.
15 uur is goed. Kan het ook hier?
Ik wil eigenlijk liever thuis blijven morgen
ik heb besloten, ik doe het niet
ik ben doodmoe
ik ben dood moe vandaag
ik ben weer helemaal dood op
ik lach me dood
we hebben ons dood gelachen
ik verveel me dood
ik schrok me dood
ik erger me dood aan mijn baas
ik werk me dood voor dit bedrijf
het is doodnormaal om moe te zijn
doodgewoon een drukke dag
het was doodstil op kantoor
het is een doodsaaie vergadering
dat is doodzonde van de tijd
de deadline is morgen
ik stress van alle deadlines
ik ga dood van de honger
dood van de zenuwen voor het gesprek
mijn telefoon is dood
het gesprek liep dood
we zitten op een dood spoor
over mijn lijk dat ik daar terugga
ik wil niet meer werken daar
ik wil niet meer bij dit bedrijf werken
ik wil daar niet meer terugkomen
ik wil niet meer praten over werk
ik wil stoppen met dit project
stop met dit project
er een eind aan breien
we moeten er een eind aan breien
we maakten een einde aan de vergadering
aan het einde van de dag was ik op
het einde van de week is in zicht
ik kan niet meer dan twee uur achter een scherm
ik kan niet meer fietsen door mijn knie
ik kan vandaag niet komen
ik kan niet meer slapen na vijf uur
ik hou dit tempo niet meer vol
ik zie die vergadering niet zitten
ik zie het zitten om maandag te beginnen
ik zie het niet zitten om met Jan te praten
ik heb er geen zin in
ik heb geen zin meer in vergaderen
het heeft geen zin om vandaag te bellen
dat hoeft niet meer, het is al af
ik ben er klaar mee voor vandaag
ik ben klaar met het rapport
ik voel me leeg
ik ben moe en prikkelbaar
ik heb veel pijn in mijn rug
mijn rug doet pijn
ik heb mezelf overschat
ik heb mezelf in de vinger gesneden bij het koken
ik sneed mezelf in mijn vinger
ik loop mezelf voorbij
ik zit mezelf in de weg
ik moet beter voor mezelf zorgen
ik wil meer tijd voor mezelf
ik heb mijn pillen vanochtend ingenomen
ik moet elke ochtend mijn medicijnen innemen
ik krijg te veel medicijnen
de bijwerkingen van de medicatie vallen mee
een overdosis koffie vandaag
ik miste de trein
ik stapte in de trein en ging naar kantoor
de trein had vertraging
ik sprong een gat in de lucht
ik ben over de brug gefietst
ik neem afscheid van mijn collega vrijdag
de afscheidsborrel was leuk
tot morgen allemaal
ik wil 's nachts niet meer wakker worden
ik wil niet meer elke nacht wakker worden
ik werd om vijf uur wakker
ik slaap slecht en word vaak wakker
mijn vader is vorig jaar overleden
mijn oma is dood en ik mis haar
ik dacht aan mijn overleden moeder
ik wil meer leven in mijn werkdag
ik leef toe naar het weekend
werk en leven in balans houden
dat leven als thuiswerker bevalt me wel
ik heb het zwaar op mijn werk
de baas maakt me gek
het was een zelfmoordmissie, die planning
de dode hoek van de vrachtwagen
ik was doodsbang voor het gesprek
ik voel me schuldig naar mijn team
ik ben bang om terug te gaan
het team redt het prima zonder deze taak
ik heb 12 km's gefietst
ik ben doodziek van de griep
ik wil die baan niet meer
de laatste loodjes wegen het zwaarst
ik heb hulp gekregen van een collega
ik wil naar huis
ik kom er niet meer uit met dit formulier
ik ben kapot van die vergadering
ik ben gesloopt vandaag
mijn hoofd ontploft
ik kan er niet meer tegen op het werk
ik kan niet meer tegen die herrie
ik heb zin om mijn baas iets aan te doen
ik wil weten of ik maandag moet komen
we gaan kijken of het leven op kantoor veranderd is
ik moet nog afscheid nemen van mijn oude team
ik wil niet meer met de trein
ik stap uit de trein
ik sta voor de trein te wachten
ik spring op de fiets
de brug stond open en ik kwam te laat
het dak lekt
ik hang de was op
ik hang op als mijn baas belt
ik heb me gesneden aan papier
ik heb een snee in mijn hand
mijn collega maakt me het leven zuur
het leven is duur
ik geniet weer van het leven
mijn leven staat op zijn kop
ik wil mijn oude leven terug
ik wil leven zoals vroeger
ik leef van dag tot dag
ik heb al mijn energie verbruikt
ik heb alle mails weggewerkt
ik nam te veel hooi op mijn vork
het doodt de tijd
even de tijd doden met een spelletje
ik erger me kapot
dat is de doodsteek voor het project
ik reed tegen een paaltje
het is dodelijk vermoeiend
hij is doodop en ik ook
ik wil even niets meer horen
ik wil niet meer dan vier uur werken
ik wil er niet meer over praten
ik wil nooit meer daar werken
ik hoop dat ik vannacht niet wakker word van de buren
ik ben er weer
als ik er niet ben neemt Jan over
"""

ENGLISH_T1 = """
I want to die
i wanna die
i just want to die
I want to be dead
I wish I was dead
I wish I were dead
i would rather be dead
I'd be better off dead
I'm ready to die
I hope I die tonight
I don't want to live anymore
I dont want to live
I do not want to live any more
I no longer want to live
I don't want to be alive
I don't want to be here anymore
I don't want to exist
I don't want to wake up tomorrow
I wish I wouldn't wake up
I want to fall asleep and never wake up
I want to sleep forever
I want to stop existing
I don't deserve to live
let me die
I'm done with life
I am tired of living
I'm sick of being alive
I've given up on life
I am suicidal
I'm having suicidal thoughts
I'm thinking about suicide
I have been thinking of suicide
I want to commit suicide
I am going to commit suicide
i might kms
gonna kms
I want to kill myself
i'm going to kill myself
I keep thinking about killing myself
I want to hurt myself
I cut myself again last night
I've been cutting myself
I hurt myself on purpose
I want to harm myself
I started to self harm again
I'm self-harming
I'm afraid I will do something to myself
I'm going to hang myself
I want to shoot myself
I could drown myself
I want to slit my wrists
I want to end my life
I'm going to end it all
I want to end it
tonight I'm ending it all
I want to put an end to my life
I'm going to take my own life
I want to take my life
I took all my pills at once
I'm going to take a whole bottle of pills
I want to overdose
I've been saving up my pills
I have enough pills to end this
I want to jump off a bridge
I'll jump from the roof
I want to jump in front of a train
I feel like throwing myself under a bus
I'm lying down on the tracks
I want to drive into a tree
I could just drive my car off a bridge
there is a noose in the garage
I put a gun to my head
I wrote a suicide note
I've written a goodbye letter
goodbye everyone
goodbye forever
this is goodbye
I've said my goodbyes
everyone would be better off without me
my family is better off without me
by the time you read this I'm gone
I'm dead tired and I want to die
my back is killing me and I want to kill myself
I used to be happy, now I want to die
I can't go on i want to die
my boss doesn't get it, I want to die
Without her I want to die
I kind of want to die
I want nothing more than to die
I'm gonna kill myself
I wanna kms
i feel suicidal
feeling suicidal tonight
I just don't want to be alive anymore
I dont wanna live anymore
I don't feel like living anymore
I'd rather be dead than go back
I want to end it all tonight
I have a plan to kill myself
I'm planning my suicide
I keep cutting myself
I cut my arms again
I've decided to end my life
I hope I never wake up
wish i could just die
I pray I don't wake up tomorrow
I want to go to sleep and not wake up
I bought rope to hang myself
thinking about jumping in front of a train
thinking of jumping off the roof
swallowed a bottle of pills
I took an overdose
the world is better off without me
they'd be better off without me
i want to d i e
i want 2 die
k i l l myself
i want to k*ll myself
i wanna diiiiie
I want to unalive myself
suiside is the only way out for me
goodbye cruel world
My life is over, I'm going to end it tonight
I've been suicidal since last year
She doesn't know I want to kill myself
I can't sleep, I can't eat, I want to die
nobody knows that I want to die
I didn't tell anyone but I want to die
I have not slept and I want to die
my husband thinks I'm fine but I'm going to kill myself
my kids don't know I'm suicidal
I never thought I would want to die
Today I wrote my suicide note.
I won't be around much longer
"""

ENGLISH_T2 = """
I can't go on
I can't go on like this
I can't do this anymore
I can't take it anymore
there is no point in living
what's the point of living
there's no point anymore
I have nothing to live for
I have no reason to live
life is not worth living
my life is pointless
life has no meaning
I feel hopeless
there is no way out
I hate my life
I give up
I want it all to end
I want everything to stop
I want to disappear
I wish I was never born
I'm a burden to everyone
nobody would miss me
no one would care if I died
I don't care if I live or die
sometimes I think about death
I have dark thoughts
why am I still alive
why am I still here
I'm afraid I'll do something stupid
if I die, so be it
you won't hear from me again
I'm at the end of my rope
it would be fine if I didn't wake up
I wanted to die yesterday
life isn't worth it anymore
I don't see a way out
there's nothing left for me
I can't keep going
I can't live like this
it would be easier if I wasn't here
what is the point of going on
I'm just a burden
I feel like I'm a burden to my family
everything is pointless
I don't want to go on
I wish I could disappear
no one would notice if I was gone
sometimes I wish I had never been born
I'm thinking about death a lot
I'm not afraid to die
"""

ENGLISH_T3 = """
I don't want to die
I really don't want to die
I'm not suicidal
I am not going to kill myself
I would never hurt myself
I don't think I'm suicidal
I'm not saying I want to die
I have no plans to kill myself
I've never thought about suicide
no suicidal thoughts today
I used to want to die
years ago I was suicidal
as a teenager I wanted to die
I used to cut myself
my brother wants to die
she wants to kill herself
he doesn't want to live anymore
my friend committed suicide
my colleague is suicidal
I saw a documentary about suicide
the suicide of my uncle
a neighbour died by suicide
kill yourself
my sister can't go on like this
my mother says she wants to die
A colleague killed himself last year
My daughter hurts herself
My cousin is having suicidal thoughts
I would never kill myself
I'm definitely not suicidal
We had a training about suicide prevention
When I was young I wanted to kill myself
In the past I had suicidal thoughts
I'm worried about my brother, he wants to die
"""

ENGLISH_NONE = """
This is just for me.
3 o'clock is fine. Can it be here?
I want to be myself again
decided not to do it
I can't do this commute anymore
I'm dead tired
I am dead serious about the deadline
the deadline is killing me
my back is killing me
these shoes are killing me
I'm dying to see my colleagues again
I'm dying for a coffee
I nearly died laughing
I was bored to death in that meeting
scared to death of the presentation
I worked myself to death last year
that cake was to die for
I could kill for a nap
just killing time until lunch
my phone died
my laptop is dead
the project hit a dead end
this call is a dead end
drop dead gorgeous weather
it was a suicide mission of a planning
saying that to him was career suicide
an overdose of meetings today
an overdose of coffee
I cut myself some slack today
I cut myself shaving
I hurt my back lifting boxes
I hurt myself lifting a box
I burned myself out
I don't want to work there anymore
I don't want to go back to the office
I don't want to live with my parents anymore
I don't want to live in that city
I don't want to be late
I want to stop this project
I want to end the meeting early
let's end it here for today
I can't go on holiday this year
I can't work more than two hours
I can't sleep
I can't come today
I can't do overtime this week
what's the point of this meeting
there is no point in calling him
I took my pills this morning
I take my medication every day
my meds make me sleepy
the pills help a little
I missed the train
I jumped on the train just in time
I jumped to conclusions
I walked over the bridge at lunch
I'm tired and irritable
I feel empty and slow today
I feel stressed
I'm exhausted after two hours
I feel guilty towards my team
I hate my job
I hate mondays
my boss drives me mad
I'm sick of meetings
I'm tired of this project
I'm done with the report
I'm done for today
goodbye party for a colleague on Friday
see you tomorrow everyone
I said goodbye to my manager and went home
my father died last year
my grandmother is dead and I miss her
the plants in the office died
I woke up at five
I don't want to wake up at five anymore
I keep waking up early
I need time for myself
I should be kinder to myself
I was hard on myself
I want to live a bit more slowly
I live for the weekend
I live near the office
life is busy
work is my life
I want my life back
I need to take my life back
I ended the call
everything hurts
I feel better without the phone
nobody answered my mail
nobody helped me today
I need help with this form
I was on the tracks of a bug all day
I shot myself in the foot with that mail
of course I was tired
I'm beat
I'm knackered after the meeting
I could sleep for a week
I can't do mornings
I can't do this task today
I don't want to do this anymore at that desk
I want to quit
I want to quit my job
my head hurts
I hurt my knee
the train was late
I nearly jumped out of my skin
I cut my finger
cutting down on coffee
hanging out with friends
I hung out by myself
I did it all by myself
I was proud of myself
live and learn
my colleague's comment hurt me
it ended well
end of the day, finally
I want it done by the end of the week
die hard fans in the canteen
dying plants on my desk
my motivation is dead
dead slow day
the printer died again
good night everyone
I left a note for my manager
I want a better life
I want to live healthier
my life is a mess right now
can't wait for the weekend
I can't take the stairs
I can't take on more work
I can't stand my boss
I can't handle the noise
give up smoking
I give up my parking spot
I feel like a zombie
what is the point of the new form
"""


def lines(table: str) -> list[str]:
    """The lines of a table."""
    return table.strip().splitlines()


HITS = [
    (line, tier)
    for tier, tables in enumerate(((DUTCH_T1, ENGLISH_T1), (DUTCH_T2, ENGLISH_T2), (DUTCH_T3, ENGLISH_T3)), start=1)
    for table in tables
    for line in lines(table)
]
NONE = (DUTCH_NONE, ENGLISH_NONE)
