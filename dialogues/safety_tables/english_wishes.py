"""English, wishes: to be dead, not to live, to be gone, not to wake (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T1: Final = """
# a wish to be dead
<want>|wanna|ready .... to|2 ... die
<want> to|2 die|be dead
<want> .... to be dead
wanna|gotta|gonna|should|might|could|let|would|rather|id|must ... die
rather|sooner .... die|dead|dying
want|wish ... than to die|be
! want|wants|wanted|wish|wishing|rather|prefer|love|like|hope|could|just|wanna|should|deserve|id|supposed .... be dead
! wish|wished|wishing|if|hope|hoping|pray i|id|ive ... was|were|am|be|would|had|could|just|can dead|die|drop|died
! wish|pray|hope|hoping|praying|want|long|ready|time|waiting|like i|to|for|2 ... die|dead
dead|dying|death .... what|all|only|thing <i> want|wanted|need|crave
death is|seems .... only|all|answer|way|option|best
only .... dying|death|die
want|choose|chose|crave|long|longing|welcome|prefer|beg|need ... death
<i> crave|choose|want|need|welcome|await death
better off dead
better if <i> was|were|am|died|die [dead]
should be|have dead|died
should|would|could have|of died
deserve to die|be [dead]
let me die
let me go $
wish|want|hope|pray ... someone|somebody|anyone|god|they .... shoot|kill|take|run me
someone|somebody please kill|shoot me
god|lord ... take me
six feet under
hope|wish|pray|hopefully .... <i> .... hit|run|crash|crashed|struck|killed
hope|wish|pray|hopefully .... <vehicle>|truck|lightning|cancer ... me
peace .... if|when <i> ... dead|die|died
want|wish .... heart .... stop
painless|easiest|quickest|quick|easy|peaceful|best ways|way|death|method|methods ... die|suicide|kill|go
painless .... die|death|dying
ways|method|methods|how to die
favour|favor if <i> .... died|dead|gone|killed|kill
! wish|hope|wished id|i [had|have|would|could|just] died|die|dead
picked|chosen|set|fixed .... date .... over|gone|dead|end
! why cant|cannot|dont|wont|couldnt <i> .... die|dead
button & dead
press|push & button & dead|gone|die|over
only|nothing .... dead|dying .... help*|would
going to die .... choice|decision|own
im going to die $
= welcome .... death
death is welcome
= someone .... die together|with
die together
button .... dead
going to die and its|it .... my
be sure .... survive|dead
death + soon|quick|quickly|beg|come|comes|welcome|fast|invite + <i>|me|my|enough|cant
! should .... let me go|die
going to die anyway|soon|today|tonight
one thing dying|death|suicide
giving|gave|given .... stuff|things|everything|belongings away .... die|dead|gone|because
<i> beg|ask|plead for death
be dead by|then|before|tomorrow|soon|when
euthanasia|assisted + <i>|me|my|apply|request|want
toying|playing .... idea|thought .... taking|ending|dying|dead|life
wanna be dead
just wanna|want .... be dead
mood|plan|goal|wish dead|death|dying|die|suicide
by then .... dead
painless .... way|exit|end|method
= when|if|once .... dead|gone|dies|died .... go|follow too|her|him|them|$
decision|choice|decided + die|dying|death|live
want .... be gone .... dead
gone .... dead $
wanna|want .... be dead
button + dead
die .... back there
counting|count .... days + until|till|out|gone|dead|over
help me die
die die
english .... want die
euthanasia
when .... dies .... im|ill going|go with|too
death + waiting|meet|calls|embrace
determined .... end|die
preparing|prepare my|for [my] death|dying
crisis team|line|service + do it|die|end
attempt + still + die|dead|end
to my late|dead|deceased husband|wife|mother|father|son|daughter|brother|sister
fastest|quickest|easiest|best|painless .... way|method .... die|death|suicide|go
way|ways|how + die|dying + fastest|quickest|easiest|pain|painless|without|best
ways to die
= didnt|not manage|managed to die
hopefully ill|<i> die
give me death
wanted to die .... still
be gone .... dead|gone
= be sure .... survive
= not|wont live to see
thinking about dying .... how
# no longer to live
no longer want|wanna|wants|wish|care ... live|exist|alive|wake|here
<dont> .... want|wanna|wanted|wants|wish|care .... live|exist|alive|living|existing|breathing
<dont> .... want|wanna ... wake up
<dont> .... want|wanna ... be here|around anymore|longer|more
<dont> .... want|wanna ... be here $
<dont> .... want|wanna|belong ... on this earth|planet|world
<dont> feel like living|existing|being [alive]
havent|hasnt|not wanted to live|exist|be alive
want|wanna|wish|like|rather to|id|i|was|were|could ... not|never|stop|cease|couldnt|wasnt ... exist|live|living|\
breathing|alive|existing
rather not be|exist|live|wake alive|here|up|$
not be|being alive|here [tomorrow|anymore|anymor] $
cant|cannot|couldnt be|stay alive
cant|cannot|couldnt .... live anymore|longer|more|with
<dont> deserve to [be] live|alive|exist
stop|stopped|quit|stopping|done living|existing|breathing
give|given|giving|gave|giving up on life|living
done|finished|tired|sick|fed|enough|through|over ... living|being|existing|alive $
done|finished|tired|sick|through|fed|enough ... of|with|up [with|of] [this|my|the] living|life|existing|existence $
tired|sick|done of|with being alive
ready to leave this|the world|life|earth
ready to go $
leave|leaving|quit|exit|depart|check this|the|out|of [of] world|life|earth|planet
want|wanna|need|way out out|of of life|living
want out of life|living|existence
life .... leaving|ending|over|quitting it
wont be alive
leaving|leave it|life|this [world|earth] $
want out .... life|living
<wish>|deserve|care|feel & <neg> & <livee>
<wish> & stop & living|existing|breathing|being
next|another life & see|meet
life & over & tonight|now|today|tomorrow
know|decided .... how .... do it and when|where
<wish> out of life|living|existence|here
existence & over & want|unbearable
plan & do & sunday|tonight|tomorrow|weekend|wife|husband|alone
! havent|hasnt|dont wanted to live
! <i> .... havent|dont .... want|wanted .... live|alive
this is the end [for|of] [me|it] $
ending|end it|my|this|things today|tonight|now|tomorrow|here
cant|cannot .... live .... further|on|anymore
! disappointed|sad that|im|<i> .... alive|breathing|woke
<neg>|cant stay alive|living
life .... not|isnt|never for|worth me|$ .... leaving|out|end|choose|going
lifes not for me
dont|not need|want this life
= no more life [for] [me]
want|choose|going to step|get|check out of|from life|this|everything
pain .... end it
wont|not be here|around|alive anyway|then|anymore
step|stepping|get|getting out of life|this [life|world] [for]
<wish> & dont|not & this|my & life
stay alive + convince|reason|why|give|cant
please [just] kill|end me
wont|not|cant|cannot go|keep on living|existing|breathing
wont|not be there anymore
keep|bear|face|stand up|this [this] life
live to see
under the ground|sod|earth + want|be|wish|lie
no want live
full stop|end to my life
never have existed|lived
letting go of life
resign* from life
! wish|hope <i> wasnt|werent here|around|alive [anymore]
stop .... with living|life|everything
my life stops|ends tomorrow|tonight|today|soon
stop .... living
= not live to see
life + quitting|quit|leaving|done + it|with
tomorrow + alive + not|wont
stop .... with living
= life and me
sick|tired|done .... of life and
can this life
life .... switched off
want|wish my life to be|was|were over|done|finished
# to be gone
gone by|before|soon|tonight|tomorrow|forever|when $|sunday|monday|morning|weekend|christmas|tomorrow|you
i|ill|im will|be|wont|not ... gone|alive|around|here by|when|soon|next|tomorrow
<i> wont|will|not be here|around|alive|not tomorrow|anymore|next|by|when|much|longer|be
dont|not see myself alive|living|here
no longer here|alive|around $
want to go $
# not to wake
want|wanna|wish|hope|pray|hoping|like|love|go|just|asleep|sleep|hopefully|rather .... <dont>|wont|wouldnt|\
couldnt .... wake|waking up
wish|hope|pray|hoping <i> .... <dont>|wont|wouldnt|couldnt .... wake
asleep|sleep .... never|not wake
never|not .... wake up again
want|wanna|like|love .... sleep|asleep forever|eternally|good
sleep|asleep|rest forever|eternally
stay asleep for good|ever|forever
no more mornings|tomorrows
die|go|slip|pass in my sleep
asleep|sleep .... never|not .... wake
sleep and not|never wake
<wish> & <neg> & wake|waking|awake
<wish> & never & up|wake
! sleep|asleep|bed and never|not [ever] wake|get|waking
! <wish>|hoped|hoping .... <i> wouldnt|wont|didnt|never .... wake
how many .... so <i> dont wake
close|shut .... eyes .... never
never + eyes|open + <wishes>|close
! wish .... <i> hadnt|didnt|never woken|wake|woke
hoped <i> wouldnt|wont|didnt wake
! had hoped .... not|wouldnt|never wake
sleep|asleep + forever|good|eternal* + <wish>|tonight
no .... reason .... to wake
bed + never + out|up|wake
! <wish> + never + up|wake
make it to christmas + not|wont
= see christmas|spring|summer|tomorrow|birthday + promise|wont|not|live
let me go|pass|sleep $
= no next|new|more day|morning for|please
! wish|hope .... heart .... stop
ill|<i> do it when|once .... asleep|work|out|gone
<wish> + heart attack|stroke|aneurysm
hope .... heart attack|stroke
pray|praying + dont|wont|not|never + wake
# suicide in words
<suicide> .... only|option|answer|solution|best|way|out
commit|committing|attempt|attempted|attempting|considered|considering|consider|contemplat* ... <suicide>
think|thinking|thought|thoughts|plan|planning|planned|idea ... [about|of] <suicide>
<suicide> .... thinking|thought|think|plan|planning|again|seems
suicidal*
gonna|to|just|might|should|ill|could|imma|ima|wanna|gotta kms
unalive ... myself|me
attempt|attempted|try|tried on my life
<suicide> method|methods|forum|forums
tried|try|attempted to end it .... this|today|yesterday|last|again|tonight
"""
