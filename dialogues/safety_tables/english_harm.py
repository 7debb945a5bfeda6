"""English, harming and killing oneself (R22).

The notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

T1: Final = """
# harming oneself
kill*|drown|drowning|stab|stabbing|murder|strangle|suffocate|gas|end|electrocute ... myself
kill*|end my self
hang|hanging|hung|hanged|shoot|shooting|poison|poisoning|off|offing myself
<hurt>|scratch*|punish*|end|ending|burn*|cut*|bruis*|punch*|mutilat*|slash* ... myself
<hurt>|scratch*|cut*|slash*|slic*|burn*|carv* .... my [own|left|right] arm|arms|wrist|wrists|leg|legs|thigh|\
thighs|skin|forearm|forearms
to|gonna|will|just|might|ima|should|wanna off myself
self harm*|injur*|hurt|mutilat*
selfharm*|selfinjur*
<want>|do|doing|did|done ... something|anything|stupid|harm|things ... to myself
use|using .... on myself
urge|urges|impulse to|of cut|cutting|hurt|harm|jump|bleed|burn|self|die|end
cutting again|helps|is|only
relapsed .... cutting|cut|harm
<i> cut where|again|deep|myself|everyday|daily
<i> only|still|always|sometimes cut where|when|$
bang|banging|hit|hitting|smash|smashing .... my head .... wall|bleeds|blood|floor
<knife> .... on|against|to my|myself wrist|wrists|arm|arms|throat|skin|$
<knife> & myself
throw*|fling ... myself ... off|under|front|from
end|ending|ended|finish|finishing ... my [own|miserable|fucking] life|suffering|existence|misery
end|ending|ended it|this all|tonight|now|today|for|once|forever|soon
! end|ending|ended|ends it|everything|things|things $
way|ways|how|ready|want|wanna|going|gonna|plan|guts|courage to end it|things|everything
ways to end it|my|things
put an|a end|stop to my|myself|everything|it|this [all|life] $
put an end to my|this [own] life
take|taking|took|taken my [own] life
slit|cut|slash|slitting|cutting|slashing|open|slice ... my|mine [own] wrists|wrist|veins|arms|arm|throat
blow|blew|blowing my ... brains|head
bullet .... my|through|in head|brain|brains|skull
gun to|in|against my head|mouth|temple
gun .... myself
hang from a|the rope|tree|ceiling|beam
noose
decide|choose|control .... when <i> die
used it|one on myself
arms|arm|legs|wrists & cuts|scars & full|again|covered|fresh
! used it on myself
make|see|reach .... christmas|weekend|birthday|monday myself
<dies> + <wishes> + <i>|my|me|myself
doing|do away with myself
pulling|pull the plug .... life|me|myself
cut|cutting|carved too|so deep
i cut again
cut myself when|while|because|until|so
cut|cutting|burn|burned|burnt|burning|bite|biting|hit|hitting|stab|stabbed|scratch*|punch*|starve|starving|\
bleed|bled + purpose|deliberately|intentionally + <i>|my|me|myself
bite|biting|hit|punch|scratch*|cut + myself + until|bleed|blood|bruises|feel
carving|cutting|burning + helps|help|only|relief|urge|need|again|through
blood + own + see|my
cuts + arm|arms|leg|legs|wrists|thighs
another|new|fresh cut|cuts today|tonight|on|$
scars + opened|open|new|fresh|hide|again
punish* + myself
switch|turn|shut myself .... off
= promise .... wont|not|not hurt|harm|kill|do
danger to myself
not safe + alone|myself|with
take me somewhere + hurt|harm|myself|safe
throw myself
wrists|wrist + <i>|my
blood .... everywhere + cut|cutting
thighs|arms|wrists|legs + cutting|scars|cut
scars + more|today|up|my
head + fists|punch*|hitting + until|dizzy|my
blood everywhere
injured|wounded|tortured myself
blood + down|running + arm|leg|wrist
destroy|ruin|annihilate|punish myself
had to punish myself
dont|cant|cannot trust myself .... alone|tonight
= cant|cannot|couldnt keep myself safe
"""
