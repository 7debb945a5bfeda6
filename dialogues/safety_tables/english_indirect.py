"""English, indirect words: death thought about, not to be, a burden (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T2: Final = """
# being dead, thought about
gonna|going to die $
ready to die
waiting to die|for|death [death|end|the] [end] $
! if|when|once|after i|im ... die|died|dead|dies|gone $
! if <i> ... were|was|am|just gone|dead|died
! if <i> died|die|disappeared|vanished
! if <i> .... never|dont|didnt|not ... wake|woke|woken
not waking up
! <vehicle>|truck hit|ran|hits me .... mind|care|fine|ok|okay|relief|good
! wish|if|if|id i|id|ive was|were|had|never|wasnt [never] [been] born|existed|here|exist
! wish i|id [had|have] never existed|lived|born
better .... never [been] born|existed
rather die
not|dont|isnt afraid|scared|fear to|of die|dying|death
kill me
think*|thought|thoughts|dream*|fantasi*|fantasy|obsess*|imagin*|pictur* .... of|about|with .... <dying>|dieing|killing
think*|imagin*|pictur*|dream*|plan* .... my|own funeral
my own funeral
fantasi* .... accident|crash|dying|death
dark|black|morbid|bad thoughts
dark place
understand people|why who|people .... end|do|suicide|jump|kill
scared|afraid|worried|terrified of what|myself .... <i> .... do|$
scared|afraid of myself
scared|afraid ... <i> ... do to myself
dont|cant|cannot trust myself .... alone|night|anymore|$ $
= kids|children|they|family|husband|wife .... deserve* .... better mother|father|mum|mom|dad|wife|husband|$
= <close> .... better off $
no|nobody|noone one|gets|needs .... out of me
! had it|enough with|of life|living|everything $
! wonder .... why .... <i> .... put|here|born|alive
difference .... make|makes .... if <i> .... here|alive|not
bear|stand|endure this|my life any|anymore|longer
not .... deal|cope|bother with life|living
! car|bus|train|truck hit|hits|ran me .... mind|care|relief
! wonder|know & why & <i> & alive|here|living|exist
! <neg>|nobody|noone & mind|care|notice|matter & if & <i> & gone|around|here|died|dead|dying
nobody|noone needs|loves|wants me
wouldnt|not|dont mind dying|dead
! <wish> & disappear|vanish|dissolve
! <wish> & everything|all & stop|end|stopped|over
dying|dead|death & easier|better|nice|peaceful|relief|sounds|comforting
! sleep|asleep & forever|eternity|years
! if only <i> .... not|wasnt|werent|didnt here|exist|alive|around
long & keep & this|up & how
if|when|once <i> .... gone
life & no|not|nothing|lost|without & value|meaning|point|purpose|worth|sense
no reason|reasons|point .... left|to .... on|live
nothing .... sense|point anymore|$
hate .... life
<neg>|need & grow|get & old
could <i> just cease|stop|vanish|end
no hope .... future|left|life
future & no|any & hope
death & think|thinking|thoughts & more|often|about|lot
= nobody|noone|one .... mind|care|notice|miss if|when|that <i>
= need|want|like to grow|get|be old
= long <i> can keep|go|last|hold
= one|nobody|noone gets .... out of me
= car|bus|truck|train .... hit .... <neg>|wouldnt .... mind|care
= wouldnt|not|dont .... mind if .... car|bus|truck|train|accident
<dies> + think|thinking|thought|thoughts|dream|dreaming|comforts|comforting|comfort|imagine|mind|afraid|scared|\
relief + <i>|my|me
= understand .... why .... end|suicide|kill|jump
= otherwise <i> .... gone|dead
be with him|her .... dead|heaven|again
dead or alive
hope .... serious|terminal illness|cancer|disease|accident|heart
die|dying|death + <i>|me|myself
be|being dead
not|dont|never brake + just|what|wall|tree|corner
envy|jealous + dead|late|died
dead inside
already .... dead
less + live|die|alive
better .... if im|<i> .... gone|dead
accident + mind|fine + happened|if
dropped|drop dead .... fine|good|ok|great
plane + mind + down|crash*
coma + wish|want|in
dead person|man|woman walking
cowardly|coward to die
if only that|the|it crash|accident|car
accident + fine|ok|good|mind
dead weight .... to
hoping|hope .... bad news|cancer|accident
feel safe with myself
reach .... tomorrow
who would come .... funeral
dead person
= feel safe with myself
relief if i|<i> .... ill|sick|cancer
= breathe or not
dead inside .... stay
dead weight
does|will|would dying|death hurt
hope|wish|want .... my heart .... stop|stops|stopped|gives $
my heart .... stops .... sleep
# not to be
= nothing .... keeping|keeps|holding me here|alive|going
= not|dont know if .... still|be here next|tomorrow
= not worth existing|living|being
why did|do <i> .... wake
wonderful|nice|lovely|great not to .... exist|live|wake
existing|living|being|breathing hurts
= if only .... sleep .... over
out of me being here
what if <i> .... not|wasnt|werent here|around|there|alive
! if <i> wasnt|werent here
living|life|existence is .... nothing
existence + pointless|meaningless|empty|useless
let me disappear|vanish|sleep|go
why do <i> exist|live $
= need to go on|be here|exist
= not having to be|exist|live|wake
= only .... keeping me here|alive|going
think .... not existing|being|living
my time here is|has done|over|up|ended
= bad if <i> didnt|dont wake
dont wake up .... fine|ok|good
matter .... if im|<i> .... around|here|alive
= only reason .... still here|alive
sleep + over + could + only
existing + not|stop
better not be here
keep|keeps me alive|here|going
if only <i> [was|wasnt|were|werent] [not] here
= bring myself to be here
= count on being here|alive
= wont be there|here anyway
never have been born
dont want to have to wake
time is up
= need to go on
= think|thinking about not existing|being|living
= use of staying
dying|death|dead + bad|scary|awful|terrible + seem|seems|sound|sounds|feel|look|looks
fewer|less|no worries|trouble|stress|problems|work .... without me
better .... if|when im|i .... not .... here|around $
truck|car|bus|train|lorry + wouldnt + aside|away|move
want|wanna out of .... everything|it all|all|life|here .... good|forever|$
out of everything
# a burden
im|am|be|being|feel|such|only|just|feeling|like|become ... a|huge|another burden on|to|for my|everyone|\
everybody|others|you|them|family|husband|wife|kids|people
im|am|being|only|just ... a|huge burden $
waste of space|air|oxygen
nobody|noone|one .... miss|missed|notice|care|cares|misses|notices .... me|if|when|i ... gone|me|die|died|dead|\
disappeared|vanished|missing|here
nobody|noone|one ... would|will ... miss me
no|nobody|noone one|gets|needs .... out|anything .... of me being
better off|place without me
better off $
happier|easier|better|fine|manage without me
difference .... if|whether <i> .... here|alive|gone|not
dont|doesnt|wouldnt care|matter|mind if|whether|when <i> .... live|die|wake|dead|alive|sick|died|woke
wouldnt|not|doesnt bother|matter|mind .... if <i> .... died|woke|wake|die|never
dont care .... what happens to me
dont care about living|life
why ... <i> ... still ... alive|here|living|breathing
why ... keep|bother ... living|going $
why ... live $
do|doing something|anything|smth ... stupid|drastic|dumb|bad|terrible
wont be around|here much
wont ... see|hear ... me ... again|anymore|more
my last message|words|night|letter $
last message to you
im sorry for everything
wish <i> didnt|wasnt|werent ... exist|alive|born|here
cant|cannot|not hold on ... longer|anymore|much
cant|cannot hold on $
done with everything|it [all] $
tired|sick of ... existing|everything $
suicide*
= they|family|everyone + without + peace|better|happier|easier + me
= nobody|noone + cry|miss|waiting|notice|care|needs + <i>|me
miss my wife|husband|mother|father|mum|mom|dad|son|daughter .... be|join with|her|him
= miss my .... be with him|her|them
= theyd|they .... peace|better|happier without me
nobody|noone|who + funeral + my
= without my kids|children|wife|husband|family|dog .... gone|dead|here
save .... trouble|money .... if <i> wasnt|werent|was
nobody|noone needs me
= miss + wife|husband|mother|father|mum|mom|dad|son|daughter|him|her + with
nothing|nobody|noone .... can help me
life .... need|needs|neednt go on
everyone + relieved + would|think
worthless + nobody|noone
useless .... burden
life is a burden|punishment|hell|prison
= nobody|noone cares about me
dead weight + <i>|my|family|feel
rather be away|gone
drop me + worth
= not worth it $
get better for
<i>|i cost everyone|them|you|people|everybody
better off .... if|when|once|after .... i .... vanish|die|disappear|gone|left|leave|went
im|am .... worthless|useless|a waste
deserve|deserves better|more than me
"""
