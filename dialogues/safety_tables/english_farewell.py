"""English, farewell, a plan, a moment, and the cues that make a signal more urgent (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T1: Final = """
# farewell
<suicide> note|letter
goodbye|farewell|bye letter|letters|note|notes|forever|world|cruel
goodbye|farewell everyone|everybody|all|my
this is goodbye|farewell|it $
^ farewell $
this is my|the final|last goodbye
my [final|last] goodbyes
say|saying|said goodbye to everyone|everybody|life|the world
if|when you read|get|find|see this .... gone|dead|here|late|left|over
<close> .... better|happier|easier off|without [without] me
tell my|the kids|children|wife|husband|mom|mum|mother|dad|family|son|daughter|parents .... love|loved|sorry
last message|time|words .... you|to|hear ... goodbye|farewell|ever|from me
dont .... save|stop|find|look for me|me
dont try|bother to save|stop|find me
join .... dead|late|heaven|him|her|other|mother|mom|mum|dad|father|husband|wife|soon|there
with my dead|late|deceased mother|father|wife|husband|son|daughter|mum|mom|dad|brother|sister
find .... letter|note .... morning|tomorrow|then|when
cant|nobody|noone .... stop me .... tonight|now|anymore|from
tonight .... nobody|noone can stop me
<wish> & heaven|join & with|to|go|him|her|them
my last night|evening|day on|$
this & my & last & night|message|letter|goodbye
note|letter & wife|husband|kids|children|parents|mom|mum & left|keys|table|better
= wife|husband|kids|they|you .... find .... letter|note|body|me
note|letter & keys|table|better|goodbye & <i>|my
ill|will|would be dead [by|before|tomorrow|soon|then|tonight] $
= tell + daughter|son|kids|children|wife|husband|mom|mum + fault|sorry
! disappointed|sad|angry|sorry|shame|damn .... alive|breathing|woke|exist
one more|last week|day|night ... out|gone|over
note .... wife|husband|kids|parents|mom|mum .... keys
farewell|goodbye message|note|letter|post|video
cant|cannot stay alive|here .... mum|dad|daddy|mummy|kids
dog|cat .... sister|neighbour|neighbours|friend|mother|shelter .... can go|now
theyll|they|youll|someone find me|my tomorrow|body|morning|dead|there|soon
god|lord|jesus|allah + take|call|get|come|bring + me|home
grave|coffin|underground + <wish>|lie|lying|belong + <i>|me|my
looking|look forward to death|dying
= him|her|them + go|join|be + dead|died|gone + want|going|will
loved me .... sorry|goodbye
to everyone who loved
reading this .... gone|dead|already
tell .... wife|husband|mom|mum|kids|parents .... sorry
note + wife|husband|kids|parents + keys|table|better
farewell|goodbye + friends|family|everyone|world|all|dear|dears
dying|death|dead + lovely|wonderful|nice|arrange|great|beautiful|heaven
= see you|him|her|soon .... heaven|grandpa|grandma|dad|mum|mom + coming|soon|heaven
coming to|home heaven|god|you|him|her [soon]
will to live 0|zero|gone
video|email|letter|message + goodbye|scheduled|tomorrow + no|not|gone|dead
last time + parents|kids|mother|mum|mom|children + without|telling|called
goodbye|farewell coach|world|life
wont|never find me
im|<i> saying goodbye $
last day|night|evening $
its over .... goodbye
lights out .... good|ever
my .... story|book .... ends|over|closed
let this be my last
last time .... calling|called|telling
goodbye + without + knowing|telling|know
last time .... write|writing|see|speak|hear
whoever|whomever finds|reads|sees this
thank|thanks .... im|<i> [am] going [now] $
love .... but im|<i> [am] going [now] $
= husband|wife|kids|everyone|they|parents .... asleep|work|out|gone .... ill|<i> do it
zero|no|without desire|will|wish .... live|living
up there .... after|join|going her|him|them|after
= im coming + dad|mum|mom|grandma|grandpa|baby|love|daddy
lie .... next|beside to .... cemetery|grave
coffin|cemetery|grave|urn + me|<i>|picked|lie
= shame|pity|why|wish|sad .... they|you .... found|saved|save|stopped|revived me
wishing .... last
tonight|tomorrow it will|ll be over
it will|ll be over tonight|tomorrow|soon $
will|testament + go in peace
last thing <i> write|say|do|type
love you .... sorry
sorry <i> couldnt|cant|didnt make it|stay
nobody|noone .... stop me now|anymore|tonight
wrote|written|writing .... letter|note .... why|explaining
= grave .... picked|chosen
my last .... hope
wish + last + birthday|christmas|day|night|it
= last person <i> write|talk|text|speak
too late + looking|find|save|come
find me + garage|shed|morning|woods|attic|tomorrow|basement
reading|read + happened|over|late|dead|gone
forgive daddy|mummy|dad|mum|mom
forgive me $
forgive me please|everyone|all|family|god|lord|mama|kids|children|darling
forgive me .... about to|going to|will|do|gone|go
under the ground + put|me|want|box
leaving this life|world|earth
= lie|lying next to .... cemetery|grave
letter .... husband|wife|kids|parents .... why
regret .... jumping|surviving
wrote .... letter .... explaining
should have let me
= with my brother|sister|mother|father|mum|mom|dad|son|daughter|wife|husband in heaven
letter|letters|note|notes + after|once|when|for + im|i + gone|dead
not|wont|dont .... be|going|gonna|plan .... around much|very longer|long
gave|given|giving away my|all + need|needed + wont|not|longer
my last wish
wont|never see|hear .... after today|tonight|tomorrow
# a plan, a moment
nearly|almost drove .... purpose
this is it for me
by the time you read|see|get this
have|had decided how|when .... do it
see you never
want out $
! want|wish|need .... mine to be over
checking out $
funeral + my|own + arranged|planned|week|paid
hope|wish .... not|dont|never make|come|get|arrive home|back
something|anything happens on|along the way
high .... survive|surviving
forget about|all me
week|days then|until|and .... im out
its my time
my time is|has|to come|now|up|go
plan is to do it
left .... keys .... table
home alone then
choose to step|get out
sewerslide|unaliv*|ctb
plan and a date|day
already know .... how .... do it|this
have a date|day .... plan|picked
already gone $
im going too $
leaving .... not|never coming back
should|could have let me go
not coming back ever
im going to do it tonight|today|tomorrow|now
really going to do it
doing it tonight|today|now
! wish .... not|never get up
over for me
put|putting me down|out
by saturday|sunday|monday|friday|tomorrow|then|tonight .... <i> wont|not
only thing left .... doing|do
its time to go
kms tonight|now|today|rn
rid of me
only thing + stopping me|holding|back|keeping
someone .... stop me before
until <i> check out
im going now $
one way .... ticket|room|trip
not coming back if
game over for me
cross|crossing|pass|get to|over [over] [to] the other side
give me something so
not have to be $
dont have to be $
attempt + failed|works|worked|again + <i>|my|ill|two|three
why did they|you save me
= why didnt|couldnt they let me
now ill do it
time to do it
saturday|sunday|tonight|tomorrow ill do it
in peace + go|leave + can|now
wish|want .... never had to get up
end date + myself|my|<i>
tonight|now or never
try again tomorrow|tonight|soon
ill try again
= im done im going
date in mind
gonna|going|will|ill do it .... when|while|once .... away|asleep|out|alone
picked|chosen|set a|the|my date $
picked|chosen|set a|the|my date .... die|end|death|gone|last
have|got a|the|my plan .... means
this time .... really|actually .... do it $
something .... cant|cannot .... undone|undo|reverse|reversed
"""

# With a phrase of T2, or of two kinds, these make an urgent signal; alone they are nothing.
# Means at hand.
MEANS: Final = """
pills|tablets|sleeping|noose|razor|razors|blade|blades|knife|knives|gun|shotgun|pistol
on|off the <height>|tracks|ledge|platform|railing
near|next|by the|to [the] railway|tracks|rails|river|canal
train tracks
a|the|that|this|some|bought rope
"""
# A decision, a moment.
RESOLVE: Final = """
ill|im|gonna|will|am|going|to do|doing it [tonight|now|soon|today|tomorrow|sunday] $
tonight|tomorrow|sunday|soon im|ill|i|am [will|am|gonna|going] [to] doing|do it
my plan is to do it
decided how|to|on|that|when
picked|chosen|set a|the date|day
know [exactly|which|what] how|where|which|when|tree
nobody|noone|one can stop|change me|my
have|had|having the|wish|if guts|courage|nerve
made|making arrangements|preparations
my mind is made
ready to go|leave|$ $
find|found the|my letter|note
letters|letter|will|note is|are|written|ready
how to|im|<i> [going] [to] do it
do it tonight|now|today|tomorrow
really|finally .... do it
today|tonight|tomorrow <i> go
plan tonight|today|tomorrow|ready
enough $
in the shed|garage|attic
im|<i> .... done $
<i> quit $
now im|<i> going|go too|$
arranged $
stopped|held me|back
tonight im|ill|<i> [going|gonna] [to] do|doing it
plan .... complete|ready|set|done
nearly|almost did it
tonight <i> go
taking them
picked .... spot|place
"""
# Love, thanks, sorry.
LOVE: Final = """
love|loved|loves them|you|her|him all|so|both|forever|$|but|very
forgive me
sorry mom|mum|dad|everyone|all|for|love
im|<i> .... sorry
thank|thanks .... for everything|trying|best
did your best
dear|sweethearts|sweetheart|darling all|everyone|kids|mom|mum|dad|wife|$
kiss|hug .... children|kids|everyone
"""
# Taking leave.
PARTING: Final = """
= manage|fine|cope|survive without me
take care of my|the|each kids|children|dog|cat|family|wife|husband|daughter|son|mother|other
= not|isnt|wasnt your|her|his|their|anyones fault
tell my|the kids|children|wife|husband|mom|mum|mother|dad|family|son|daughter
goodbye|farewell
no other way|choice|option
cant stay
= last message
remember me
now <i> can go
bye $
ill|will be gone $
not|never coming back
from above|heaven
^ to my kids|children|wife|husband|family|parents
now it can happen
best thing .... happened to me
looking for me
"""
# Things put in order.
ARRANGED: Final = """
giving|gave|given .... stuff|things|belongings|everything away
passwords|will|insurance|funeral|photos + ready|arranged|table|written|sorted
dog|cat .... sister|sisters|neighbour|neighbours|friend|mother|mothers
everything .... arranged|sorted|ready
everything|house .... tidy|cleaned|left
ring .... table
lawn
left .... letter|note
"""
