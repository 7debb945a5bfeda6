"""English, means at hand: pills, places, instruments (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T1: Final = """
# pills and poison
take|taking|took|taken|swallow*|down|eat|ate .... bottle|handful|box|packet|overdose|many|bunch|load .... <drugs>
take|taking|took|swallow* .... too many <drugs>
take|taking|took|swallow*|down .... all .... pills|tablets|painkillers|paracetamol|sleeping
all ... <drugs> at once
bottle|box|handful & pills|tablets & taken|take|swallow*|taking|took
stockpil*|saved|saving|hoard*|collected|collecting|gathered ... [my|up|enough|the|all|sleeping] <drugs>
enough <drugs> to
enough .... <drugs> to .... never|die|kill|sleep|end
how many|much .... <drugs> .... die|kill|lethal|fatal|dead|overdose
how many|much .... die|lethal|fatal|overdose|kill
lethal|fatal|deadly dose|amount
pills ... end|saved|ready
overdose|overdosing|overdosed|overdoses|od $
i|to|want|wanna|gonna|might|an|took|will|take overdose
stopped|stop|quit taking|my ... insulin|dialysis
bottle|handful|box .... pills|tablets
swallow* .... bottle|handful|all|whole
<veel> & pills|tablets|painkillers & swallow*|took|taken|take|have|taking
<drank> & pills|tablets
dose|amount & lethal|fatal|deadly
how many .... pills|tablets|paracetamol .... wake|die|kill
pills|bottle|tablets & hand|lap|table & take|taking|going|ready
= all [of] my .... pills
pills|tablets|painkillers|paracetamol|medication + all|everything|bottle|handful|box|<veel> + take|taking|taken|\
took|swallow*|hand|going
swallow* + everything|all|cabinet + tonight|will|going|gonna|<i>
too many pills|tablets|painkillers
<veel> oxazepam|xanax|tablets|pills|tramadol|paracetamol|ibuprofen [in|all|at]
pills|tablets are|on .... nightstand|table|ready|waiting|laid
three|two|four|five|six|several|more boxes .... paracetamol|pills|tablets
kill*|hang|hanging|drown|drowning|stab|shoot|gas|poison|strangle|suffocate|electrocute|unalive|off + myself
knife|knives|razor*|blade + bag|pillow|pocket|drawer + put|took|hid|keep|under
insulin + enough|stop|stopped|all|overdose
bleach|antifreeze|poison|helium|cyanide|ammonia|nitrogen + drink*|drank|swallow*|take|inhale|ordered|myself
stopped|stop|stopping + eating|drinking + die|death|until|myself
pills|tablets|meds + counted|counting|count|hoarding|hoard
lethal|deadly|fatal drug|injection|dose|pill|substance|cocktail
swallowed|swallow|took|taken everything|all .... had|have|found|cabinet|house
thoughts of|about jumping|hanging|cutting|pills|train|bridge|overdosing|drowning
drink|drinking until .... gone|dead|wake
booze|alcohol|vodka|drinks + pills|tablets|meds
cabinet + emptied|empty|pills|medicine + front|all|swallow*
taken|took|swallowed everything|all|them $
deadly|lethal|fatal + meds|pills|combin*|mix*|medication|drugs|dose
something with that|the|a rope|knife|pills|gun
suffocat*|choke + bag|plastic|myself|pillow|tried
stop eating and drinking
stopped|stop|quit taking + medication|meds|insulin|heart + nature|die|over|rest
swallowed whatever|everything|all|pills
dizzy|sleepy|drowsy + pills + all
thought|thoughts .... of|about the train|bridge|rope|pills + every|stronger|morning|day
sleeping pills + fatal|many|enough|lethal
hanging|drowning|poison* + think|way|how
powder|substance|stuff + ordered|internet|online + arrives|comes|thursday|tomorrow|die|end
trust myself + medication|pills|knives|meds|bridge|tracks|balcony|car
knives|pills|meds|blades|rope + take|hide|lock|remove + away|please|from me
cyanide|strychnine
letter .... nightstand|drawer|pillow|desk + time|know|find
pills + strips|bowl|cup|pile|popped
knife|scissors|blade|razor + bathroom|bath|bed|couch|hand|table|pillow|nearly
bleach|antifreeze|poison|detergent + bottle|glass|front
<veel> pills|tablets|painkillers|paracetamol
diazepam|oxazepam|xanax|pills|morphine|insulin .... ready .... swallow|take
all <i> need to do .... swallow|jump|take
stocked .... pharmacies
pharmacies + three|two|several|four|different
pillow + face + press*|my
failed again + alive|pills|next
more pills next
meds|pills|medication .... enough for me
pills|tablets + woke|wake|strong|worked|unfortunately|again
stopped|stop|quit + heart|insulin|meds|medication|pills + purpose|nature|die|faster|over
counting|counted + pills|oxazepam|tablets|xanax|meds
heart|insulin pills + stopped|purpose
= trust myself with the medication|pills|knives|meds
pills|tablets + bathroom|bath|lap|hand
# gas and fire
turn|turning|turned .... gas on|$
turn|turning|turned on the gas
rope .... tree|neck|ready|garage|beam|bought|attic|ceiling
hit|floor|step .... gas + over|end|now
hit .... gas .... over
garage + engine|motor|exhaust|car + running|closed|hose|shut
exhaust|hose|carbon + car|garage|window
gas + turned|turn|on|open + tonight|oven|stove|lie|bed|sleep
rope|noose|belt + trunk|bag|car|closet|garage|bought|ready|packed + <i>|my|since|been
set|light + myself + fire|alight
petrol|gasoline + over + myself|me
do|doing it with gas
in the shed|garage|attic + call
gas is on|open $
# rails, bridges, heights, roads, water
jump*|leap* .... off|from|of|out .... <height>
jump* .... front|under|before .... <vehicle>
walk*|step*|run|lie|lying|laying|throw|wander .... front|under|into .... <vehicle>
lie|lying|lay|laying|stand|standing|sitting|sit .... on the|train tracks|rails|railway|track
on the <height> right|now|ready|and|plus|$
i|im|am|sitting|standing on a|the|top <height>|ledge|railing
want|wanna|could|just|might|going|gonna|urge ... jump [off] $
stepping|step|climb|climbing|jump|jumping over|off the railing|ledge|rail|edge|barrier
just step|jump forward|off|$ $
drive|driving|drove|crash|steer|swerve|ram|smash .... into|off|against|in ... <crash>
sitting|standing|parked .... next|near|by|on .... railway|tracks|rails|bridge
railing|ledge|rail & stood|standing|stand|climb*|sat|sitting|over
drive|driving|drove|walk|walking .... into the|a canal|river|sea|lake|water|wall|tree
do it jump
<jumps> + <depth>|front|under + <wishes>|thinking|think|going|might|could|keep|keeps|head|urge|do|<i>
window + open + floor|storey|high|step
myself + hit|hitting|cut|cutting|slap|punch|burn|stab|hang|drown|starve|starving|kill*
train|truck|car|bus|lorry + run|ran|hit|runs + over|me + wish|hope|want
<edge> + pulls|calling|calls|pulling|drawing|draws|tempting|inviting
<edge> + step|forward + thinking|one|just
<edge> + looking|look|stare|staring + down|below|deep
now <i> jump
! thought|think now|just jump
walk*|drive|driving|swim|swimming|wade .... into|to the|a sea|ocean|river|lake|canal .... not|never|dont
crash .... car|truck|bike .... full|speed|purpose|wall|tree
<i> on the [train] tracks|railway|rails|ledge|bridge $
<i> walking|driving|going|heading|way .... to the bridge|tracks|railway|cliff|roof|ledge
walking|driving|heading to the bridge|tracks|railway|cliff|roof now|tonight
at|on|near|over the edge|top .... bridge|roof|car|cliff|building|ledge|platform|edge
bang*|slam*|smash* + head + wall|door|floor|until
tell .... boss .... jumping|jump
rails|tracks + stood|standing|stand|lie|lying|lay
not|dont to jump
so <i> dont jump
! wanted to jump $
<i> jump [now|tomorrow|tonight] $
wheel + nudge|jerk|yank|turn|let|swerve + now|easy|over|just
motorway|highway|freeway + crash*|barrier|let|swerve|oncoming
crashing|crash|driving|drive into .... barrier|wall|tree|truck
sure + survive + high|jump|wont
tell .... boss .... jump*
jump* out|from + window|balcony|roof
which train|trains
leg|legs over .... railing|ledge|edge|rail
jump|jumping + <i>|my|me
drown* + myself|me|bath
head + water|oven + under|up|want
drive|driving|drove too fast + hoping|hope|wrong|tree
truck|lorry|tree|wall + steer|swerve|brake + into|not|wont
= voice|voices + say|says|tell|tells|telling|screaming + jump|kill|die|hurt|cut|myself
balcony|roof|bridge + night|tonight + braver|dare|courage|standing
walked|went|drove|walk|walking to the railway|tracks + stopped|last|yesterday|night|now
tracks|bridge|train|balcony|railway + urge|drawn|jump|invitation|temptation
hope|wish + tumour|tumor|cancer|surgery|anaesthesia|anesthesia|plane + malignant|wrong|terminal|fatal|die|crash*|not
train .... stronger
window|sill + legs|outside
know which bridge|train|tree|building|viaduct|spot
heading|driving|walking|cycling to the bridge
booked .... floor
coward|cowardly + dead|jump|wrist|wrists|slit|die
on the edge + stood|standing|step|times
head under .... water
going|walking|driving|cycling to the tracks|railway|rails|train
at|by|near the tracks|railway|rails + home|dont|know|alone|now
! hoping|hoped|hope|wish .... car|truck|bus|train|lorry .... hit|run|kill me
= regret|sorry .... not .... jumping|doing it|going through
crossing + stood|stayed|stopped|stay|stand|car
roof|bridge|tracks|ledge|railing + sat|spent|stood|hours|day|night + <i>|my|alone|all
belt + without + crash|hoping|fast
as soon as .... dark .... into
spot + picked|chosen|found + lighthouse|woods|alone|nobody
on|at|by the <height>|tracks|ledge|platform|railing|edge .... thinking|think|thought .... jumping|jump
platform|tracks|ledge|bridge|roof|balcony + thinking|think|thought|thoughts + jumping
step|stepping out|off .... window|balcony|ledge
# what cuts, hangs or shoots
razor* & took|again|drawer|bought|got|hand|skin
<hards> + <i>|my|me|myself
<knife> + do|use|using|afraid|scared + to|on + myself
<tool> + <at> + <i>|my|sitting
bag .... head
belt .... door|handle|neck|beam
arm|arms|leg|legs|wrist|wrists|thigh|thighs|hand|skin|face|stomach + stab*|cut|carv*|burn*|slash*|slic* + \
<tool>|scissors|iron|lighter|purpose|tonight|again|deep|bleed*
hairdryer|toaster + bath|tub
string|strung|neck|rope|delete|yeet|remove myself [up]
destroy*|wreck* + myself + cutting|burning|knife|until
bath|bathtub|tub + razor*|blade*|wrists|toaster|hairdryer
noose + <i>|my|tried|the|a|out
woods|forest + rope|find
shoot|stab|strangle|hang me
needle|needles|pins + myself|into|skin
! had a gun
gun|shotgun|rifle|pistol|revolver + <i>|my
practised|practiced + belt|rope|noose
needle|needles + nails|skin|arm
changed my will
found me .... rope|pills|knife
chair|beam + rope
rope and .... courage|guts|nerve
"""
