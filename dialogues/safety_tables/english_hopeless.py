"""English, passive words: it need not go on, life has nothing left, it should stop (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T2: Final = """
# it need not go on
cant|cannot go|keep|carry on $
cant|cannot go|carry on like|living|anymore|any|much|with this|my|life|so
cant go|carry on .... longer|more
can not go on
not|dont .... go|going|carry|carrying|keep on|going living|anymore|$
dont|not know|sure how|if|to|i|whether ... go|keep on|going
dont want to go|carry on
not sure .... here next|tomorrow
cant|cannot|couldnt do|take|handle|bear|stand|face|cope|endure this|it|life|with|any|anymore anymore|longer|\
more|any|life $
cant|cannot|couldnt do|take|handle|bear|stand|face|endure this|it|life anymore|longer|more|any
cant|cannot|couldnt .... cope|deal with life|living|existence
cant|cannot just|even|really anymore|longer $
^ <i> cant anymore $
<i> just cant anymore|anymor
dont want to do this anymore $
dont want .... do|deal this|with anymore|life ... any|ever|$
cant|cannot ... take anymore|more
cant|cannot ... live like|anymore|this|with|any
how much|many longer .... live|go|endure|bear|keep
cant|cannot|couldnt ... keep living|going|existing
done|tired|sick|exhausted fighting|of|from [fighting|struggling|surviving|trying] $
tired of life|fighting|struggling|surviving|everything|existing
had enough|it of|with everything|life|living|existing|existence
had enough of life
life .... enough|had $
= dont need tomorrow
why should <i> [even] go|keep|carry|bother
= who .... doing this for
wont make it to christmas|birthday|summer
every day .... one too many
= worth nothing
wish someone .... switch|turn me off
only a nuisance|problem|bother to
stay under .... until .... over
no|any|lost fight left
lost .... no way back
= never .... good day|days|better again
= if something happened .... mind|care
feel lost .... no way
= something happened .... mind
afraid|scared + own + thoughts|mind
done .... fight|fighting $
= make it through winter|summer|year|christmas|week .... dont|not
as far as .... concerned .... go on
cant|cannot .... any longer $
cant|cannot .... carry|bear .... anymore|longer
too heavy
care what happens to me
survive this .... longer
get|be old like this
lost + way back
need to go on
make it through .... winter|summer|year|christmas
= survive this much longer
get away from everything
hotline|helpline|113|samaritans + called|call|calling
= see myself .... old|older|year
get better what for
might as well not
waiting for the day|end|it [it] ends|end|stops
all the same to me
until everything|it|all is over
cant|cannot go any further|longer|more
let it stop|end
it can all|just stop|end
what am <i> doing it for
= why <i> keep going|on
relief + ill|cancer|sick|terminal
human being .... over
saying goodbye $
peace with it|everything ending|stopping
why would|should <i> stay|go on
what does it [even] matter
dont matter $
dont want to anymore
= may|can stop as far
concerned .... stop|end|over
cant|cannot|couldnt live without him|her|them|you
# life has nothing left
no|any|the|see point in|to|of living|life|going|continuing|anything|existing|being|trying|it|carrying
no point anymore
dont|cant see|get .... point $
dont|cant see .... point anymore|in|of living|life|carrying|going|it|being|continuing
dont|cant|cannot see .... way out|future|reason|hope|forward|light
cant|dont|cannot|no see|more|any [any|the] light .... tunnel
whats|what|the is ... point|use $
whats|what|wheres .... point of|in living|life|going|existing|being|anything|it|carrying
what am <i> [even|still] doing on|here [this] earth|world|$
why .... put|born|am .... on this|into|the earth|world
no|any|a reason|reasons|will .... to live|go|keep|be|exist|wake|stay
lost the|my|all will|hope|reason|desire ... live
no|zero will to live
nothing|anything [left] to live for
nothing .... look forward .... life|anymore
nothing left for me
nothing matters [anymore] $
life .... not|isnt|aint|never|longer|worth worth|living
not worth living
not|isnt worth it|going [anymore|on] anymore|on $
not worth going|carrying on
everything|all|it .... pointless|meaningless|useless
easier|better|nicer .... if <i> wasnt|werent|was|were|am [not] here|around|alive|there|gone
life .... pointless|meaningless|worthless|over|useless|hopeless|punishment|hell|unbearable|torture|empty
existence .... unbearable|over|torture|pain|pointless
life has|lost no|all|its meaning|point|purpose|sense
feel|feels|feeling|am|im|everything|its|is|so|completely hopeless $
no|any way out
no hope [left|anymore|for] [me] $
no|any future [for] [me] $
hate my life
hate being alive
hate living $
at the|my end of my rope|tether
give|giving|given|gave up $
not|dont|just live|alive|living just|i|exist exist|existing|$
just|only exist|existing .... not|dont .... live|living
no|any|isnt place .... for me .... world|earth|life
lived long|enough enough|long
world|earth .... without me
thoughts + dark|black|scary|scare|bad + <i>|my|me
life + heavy|worth|pointless|empty|unbearable|punishment|hell|tired|hate|doable|useless + too|not|isnt|has|is|my|this
no energy|strength|will|fuel left|more .... to live
lifeless
have nothing left .... live
= cant|dont|cannot picture|imagine|see myself .... year|years|future|old|40|next
my body|heart .... alive|beating .... not
dont|not know what|why <i> .... living for|$
what .... living for
= body is alive .... not
hope|hoping + life + ends|over|stops|end
no|not .... interest .... living|life
dont|cant|no see a|any|my future
black|dark hole + future|life|only
not made|built|meant for this life|world
nothing left .... live for
living|life feels|is .... sentence|prison|punishment|torture
life means nothing
sick|tired of life
see no .... future
living .... isnt|not working
life .... nothing to offer
! hope .... just drop
seen enough of life
be over life
how .... live on
body + alive + not
no interest + living|life
= left .... <i> live for
everything .... black|dark + no|light
my life .... finished|done|over|ended
cant|dont see .... meaning|sense|point
given|give|gave up hope
left to live for
= hope + dont|not + have|got + long
life .... failure|failed|mistake|waste
through this life
none of it .... sense|matters|point
life what for
because <i> must + live
matter + breathe|alive
too tired to live
hope .... ill|sick .... not|dont .... better
= dont want .... live like this|that
when does this|my life end|stop
lost .... hope
its all pointless|meaningless|useless
fun|joy .... out of life
if this is life
only see black
use of staying|going
= nothing makes sense .... point
= no interest in anything|life|living
= life is not doable|livable|worth
= nothing left .... live for
everything is|looks|seems black
= believe itll ever
what meaning|point|purpose .... life
life is too much|hard|heavy
no hope for|of|in|left
what .... live|living for
cant|cannot handle|face|take|bear this life
wonder if <i> .... want to live|go
this isnt|is|aint not|a|no life $
given|giving|gave|lost up|all .... all hope
dead + inside + <i>|im|ive
<i>|i only .... live|living|alive|here for|because my|the|of kids|children|dog|cat|mum|mom|mother|husband|wife|\
son|daughter|family
reason|reasons + alive|live|living + no|not|what|any|left|need|give
reason .... to be alive
nothing|life|it .... has|have|holds|got .... meaning|purpose
lost .... will to|of
life is .... suffering|pain|torture|misery|agony|hell
# it should stop
! want|wanna|wish|need|if|hope .... it|everything|this|all ... end|stop|over|ended $
! want|need|wish|just .... pain to|would end|stop|go|over
! want .... it|everything to be over
! if only it|everything|this was|were over
make it|this|everything stop
! want|wanna|like|could|love|wish .... disappear|vanish|fade|dissolve
want|wanna ... be gone
! peace if it|everything|i ended|over|died|stopped
ground|earth .... swallow|open .... me|up
"""
