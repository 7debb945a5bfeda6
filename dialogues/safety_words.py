"""Words that stand for one another in the safety tables (R22): ``<x>`` in a phrase is one of the words of x here.

For people to read and correct; the notation: `dialogues.safety_phrases`. Not yet approved by a professional.
"""

from __future__ import annotations

from typing import Final

WORDS: Final = {
    # Dutch
    "wil": "wil|wilde|wou|willen|gewild|wilt",
    "dood": "dood|doodgaan|doodga|doodzijn|sterven|sterf|doodvallen|neervallen|overlijden|creperen|crepeer|doodgaat",
    "niet": "niet|nooit",
    "meer": "meer|langer|verder",
    "leef": "leven|bestaan|ademen|ademhalen|leef|besta|voortbestaan|doorleven|verderleven",
    "leven": "leven|bestaan",
    "stop": "stop|stoppen|ophouden|gestopt|uitscheiden|kappen|kap|stopte|hou|houd|opgehouden|kapt",
    "mij": "mij|me|mn|mezelf",
    "mijn": "mijn|me|mn|m|mij",
    "ik": "mezelf|me|mij",
    "wakker": "wakker|opstaan|opsta|ontwaken|ontwaak|bijkomen",
    "wereld": "wereld|aarde|aardbol|aardkloot|wereldbol|planeet|aardbodem",
    "zelfmoord": "zelfmoord|suicide|zelfdoding|zelfmoordpoging",
    "pillen": (
        "pillen|pilletjes|slaappillen|slaapmiddelen|medicijnen|medicatie|tabletten|paracetamol|"
        "paracetamols|oxazepam|pijnstillers|temazepam|diazepam|antidepressiva|morfine|insuline|"
        "slaapmedicatie|slaaptabletten"
    ),
    "slik": "innemen|inneem|ingenomen|nemen|neem|genomen|slik|slikken|geslikt|slikte|opeten|doorslikken|nam|innam",
    "trein": "trein|metro|tram|auto|vrachtwagen|bus|truck|intercity|goederentrein|camion|vrachtauto|treinen",
    "hoogte": (
        "dak|brug|flat|balkon|gebouw|viaduct|toren|parkeergarage|parkeerdek|flatgebouw|spoorbrug|klif|rots|galerij"
    ),
    "spring": (
        "spring|springen|sprong|gesprongen|afspringen|afspring|gooien|gooi|werpen|storten|stort|"
        "stappen|stap|af|vallen|laten|afstappen|afgooien|duiken|gegooid|gestapt|afvallen|gestort"
    ),
    "boom": "boom|pilaar|vangrail|viaduct|vrachtwagen|muur|betonblok|lantaarnpaal|tegenligger|brugpijler",
    "einde": "eind|einde|eindje",
    "maak": "maak|maken|maakte|gemaakt|maakt",
    "denk": "denk|denken|dacht|gedacht|gedachte|gedachten|plan|plannen|overweeg|overwegen|neig*|overwogen|nadenken",
    "lees": "lees|leest|lezen|vindt|vinden|ontvangt|ontvangen|krijgt|krijgen|hoort",
    "near": "iedereen|gezin|familie|kinderen|man|vrouw|wereld|ze|jullie|allemaal|mensen|kids|ouders",
    "kwets": (
        "bezeerd|bezeer|bezeren|verwond|toegetakeld|mishandel*|kwetsen|kwets|gekwetst|snij*|sneed|"
        "sned*|gesneden|opensnij*|kras*|gekrast|krab*|gekrabd|brand*|gebrand|verbrand*|verwond*|"
        "vermink*|beschadig*|toetakel*|prik*|geprikt|sla|slaan|sloeg|geslagen|bonk*|bewerk*|martel*|"
        "kapotmaken|uithonger*|opengehaald|openhalen|opengesneden|kerf|kerven|gekerfd|geschaafd|bijt|"
        "gebeten"
    ),
    "lijf": (
        "arm|armen|onderarm|onderarmen|bovenarm|polsen|pols|been|benen|bovenbeen|bovenbenen|dij|"
        "dijen|buik|huid|vel|aderen"
    ),
    "mes": (
        "mes|mesje|scheermes|scheermesje|scheermesjes|stanleymes|breekmesje|glasscherf|scherf|messen|aansteker|sigaret"
    ),
    "doodmaak": (
        "ophang*|opgehangen|opknop*|opknoop*|verhang*|verhing|verdrink*|verzuip*|vermoord*|doden|dood*|"
        "neerschiet*|afmak*|afmaken|afmaak|vergas*|vergiftig*|doodmak*|opruim*|wegmaken|vergassen|"
        "wurgen|verstikken|liquideren|neersteken|elektrocuteren|offeren|omleggen|ombreng*|vernietig*|"
        "uitwissen"
    ),
    "wens": (
        "inshallah|inshaallah|goesting|wil|wilde|wou|willen|hoop|hoopte|gehoopt|wens|bid|liefst|"
        "liever|graag|zou|kon|mocht|laat|smeek|hopelijk|had"
    ),
    "ego": "ik|k|mij|me|mezelf|i",
    "doodging": "dood|doodging|doodgegaan|gestorven|overleden|doodgevallen|doodgebleven|gebleven|stierf|omgekomen",
    "pil": (
        "pillen|pilletjes|slaappillen|tabletten|slaaptabletten|pijnstillers|paracetamols|capsules|strips|"
        "doosjes|slaapmiddelen"
    ),
    "drank": "wodka|whisky|whiskey|drank|jenever|alcohol|fles|vodka|bottle|wijn",
    "veel": (
        "10|12|15|16|18|20|24|25|28|30|32|35|36|40|45|48|50|60|70|80|90|100|120|tien|"
        "twintig|dertig|veertig|vijftig|zestig|tachtig|honderd|tientallen|twenty|thirty|forty|fifty|"
        "sixty|hundred|dozens|handful|bunch"
    ),
    "ik1": "ik|mij|me|mezelf|mijn|mn",
    "sterf": (
        "doodvallen|doodval|neervallen|verongelukken|dood|doodgaan|doodga|doodzijn|sterven|sterf|"
        "doodmaken|doodmaak|doodbloeden|overlijden"
    ),
    "wensen": (
        "wanneer|waar|bereid|voorbereid|voorbereiden|voorbereiding|agenda|kies|beter|verdien|verdient|"
        "behalve|genoeg|inshallah|hopelijk|goesting|drang|wil|wilde|wou|willen|hoop|hoopte|wens|bid|"
        "liefst|liever|graag|laat|laten|mag|mocht|gekozen|verlang|zin|zoek|bezig|klaar|besloten|"
        "vanavond|vannacht|straks|zelf|eigen|expres|manier|manieren|hoe|samen|welkom|eindelijk|"
        "voorgoed|altijd|enige|uitweg|plan|plannen|durf|kon|geef|god|alsjeblieft|rust|liggen|gaat"
    ),
    "springt": "spring|springen|gesprongen|afspringen|sprong|stort|storten|gooien|gooi|afstappen|vallen",
    "diepte": (
        "brug|dak|flat|balkon|raam|hoog|verdieping|reling|maas|rijn|kanaal|spoor|rots|klif|toren|"
        "viaduct|gebouw|parkeergarage|parkeerdek|diepte|beneden|galerij|afgrond|ravijn|rails|"
        "flatgebouw|etage|gracht|rivier"
    ),
    "geheel": (
        "alle|alles|hele|handvol|handenvol|tegelijk|leeg|teveel|veel|ineens|hand|pot|doos|doosje|"
        "fles|strip|strips|volle|leegdrinken"
    ),
    "hard": "strop|galg|scheermes*|overdosis|afscheidsbrie*|afscheidsberich*|afscheidsfilmpje|afscheidsvideo",
    "tuig": (
        "mes|mesje|scheermes*|stanleymes|breekmes|touw|koord|riem|sjaal|strop|galg|pistool|"
        "dienstwapen|geweer|kabel|verlengsnoer|ceintuur|plastic|zak|laken|jachtgeweer|revolver|wapen"
    ),
    "nabij": (
        "hand|handen|nek|hals|keel|hoofd|polsen|pols|arm|deurklink|balk|boom|haak|trapgat|"
        "nachtkastje|bad|bed|kussen|zolder|schuur|plafond|lamp|leuning"
    ),
    "rand": (
        "brug|spoor|station|perron|water|reling|balkon|dak|viaduct|trein|treinen|flat|afgrond|diepte|rails|kanaal|metro"
    ),
    "expres": "expres|opzettelijk|opzet|bewust|express|moedwillig",
    "snijd": (
        "bezeerd|bezeer|bezeren|mishandel*|kwets*|snij*|sneed|gesneden|kras*|gekrast|kerf|kerven|"
        "gekerfd|krab*|gekrabd|brand*|gebrand|verbrand|bijt*|gebeten|sla|slaan|sloeg|geslagen|stomp*|"
        "gestompt|steek|steken|gestoken|prik|prikken|geprikt|bloed*|gebloed|pijnig*|verwond*|"
        "beschadig*|straf*|gestraft|uithonger*|martel*|knijp*|geknepen|toetakel*|kots*|vernield|bonk*|"
        "gebonkt|opengehaald|gevallen|gereden|verminkt|vermink*"
    ),
    "lichaam": (
        "arm|armen|onderarm|onderarmen|been|benen|bovenbeen|bovenbenen|dij|dijen|polsen|pols|huid|"
        "buik|gezicht|hals|keel|nek|vel|enkels|heup|heupen|borst"
    ),
    "scherp": (
        "mes|mesje|schaar|scheermes*|scherf|glas|naald|passer|strijkijzer|aansteker|sigaret|peuk|"
        "breekmes|stanleymes|glasscherf|punaise"
    ),
    "doodt": (
        "doden|dood|vermoord*|ophang*|opgehangen|verhang*|verdrink*|verzuip*|vergas*|vergiftig*|"
        "doodrijd*|doodrij*|doodschiet*|afmak*|afmaken|kant|pletter|opknop*|opknoop|opblaz*|wurg*|"
        "verstik*|ombreng*|omleggen|beroven|beroof|beroofd|neerschiet*|doodsteken|doodsteek|dooddrinken|"
        "doodhongeren|doodspuiten|verhing|verdronk|opofferen|elimineren|afslachten|doodvriezen|uitwissen"
    ),
    "waters": (
        "zee|kanaal|maas|rijn|water|rivier|gracht|vaart|schelde|leie|waal|ijssel|meer|plas|haven|noordzee|singel|amstel"
    ),
    "moment": (
        "vanavond|vannacht|straks|vandaag|nu|morgen|zondag|zaterdag|vrijdag|maandag|weekend|"
        "overmorgen|morgenochtend|morgenavond"
    ),
    "einden": (
        "stop|stoppen|stopt|stopgezet|ophouden|eindigen|eindigt|eindig|einde|eind|beeindig*|verlaten|"
        "verlaat|opgeven|kappen|kap|afsluiten|uitstappen|eruit|eruitstappen|vaarwel|weggooien|wegdoen|"
        "opgegeven|afscheid|beeindigd|punt"
    ),
    # English
    "dies": "die|dead|dying|death",
    "wishes": (
        "when|where|how|prepare|preparing|prepared|arrange|rather|better|than|deserve|except|want|"
        "wants|wanted|wanna|wish|wished|wishing|hope|hoping|pray|let|please|should|ready|welcome|"
        "choose|only|together|tonight|tomorrow|soon|ways|way|peace|plan|plans|decided|wait|looking|"
        "need|long|forward|prefer|finally|gonna|supposed|drink|drinking|starve|starving|bleed"
    ),
    "jumps": "jump|jumping|jumped|leap|leaping|throw|throwing|fall|falling",
    "depth": (
        "bridge|roof|river|building|window|balcony|tracks|floor|ledge|cliff|tower|height|high|"
        "storey|rooftop|railing|canal"
    ),
    "hards": "noose|overdose|razor|razors|razorblade|razorblades",
    "tool": "knife|knives|razor*|blade|blades|rope|belt|noose|gun|pistol|shotgun|scarf|cord|plastic|bag|sheet|cable",
    "at": (
        "hand|hands|neck|throat|head|wrist|wrists|arm|handle|beam|tree|hook|bath|bed|pillow|attic|"
        "ceiling|door|lap|mouth"
    ),
    "edge": "bridge|tracks|station|platform|water|railing|balcony|roof|train|trains|ledge|river|cliff|canal|sea|ocean",
    "i": "i|im|id|ill|ive|ima|imma",
    "wish": (
        "want|wants|wanted|wanna|wish|wished|wishing|hope|hoped|hoping|pray|praying|prefer|rather|"
        "like|love|please|hopefully|id|long|just"
    ),
    "livee": "live|living|alive|exist|existing|breathe|breathing",
    "neg": "not|dont|never|no|didnt|doesnt|wouldnt|wont|havent",
    "want": (
        "want|wants|wanted|wanting|ready|deserve|longing|hope|hoping|wish|like|love|need|plan|"
        "planning|decided|try|prefer|choose|rather"
    ),
    "dont": "dont|not|didnt|never|doesnt|havent",
    "vehicle": "train|trains|bus|car|cars|truck|tram|traffic|metro|subway|lorry|tube",
    "crash": "tree|wall|river|traffic|truck|oncoming|bridge|lorry|cliff|pillar|lake|canal|car",
    "height": (
        "bridge|roof|building|balcony|cliff|window|ledge|tower|rooftop|overpass|park|carpark|garage|viaduct|flat"
    ),
    "drugs": (
        "pills|pill|tablets|meds|medication|painkillers|paracetamol|sleeping|antidepressants|tylenol|"
        "ibuprofen|xanax|morphine|insulin|paracetamols|medicine|oxys"
    ),
    "dying": "death|dying|dead",
    "suicide": "suicide|selfmurder",
    "hurt": (
        "injured|wound|wounded|wounding|punish|torture|cut|cutting|cuts|hurt|hurting|harm|harming|"
        "burn|burning|burned|burnt|starve|starving|injure|injuring|bleed"
    ),
    "knife": "knife|knives|razor|razors|razorblade|blade|blades|scissors|lighter|glass",
    "close": "everyone|everybody|family|kids|children|world|they|husband|wife|people|you|theyd|youd|parents|partner",
    # idioms, others, the past
    "ouder": (
        "oma|opa|oom|tante|hond|kat|poes|buurman|buurvrouw|collega|schoonmoeder|schoonvader|neef|"
        "nicht|grandmother|grandfather|grandma|grandpa|uncle|aunt|dog|cat|neighbour|colleague"
    ),
    "age": (
        "12|13|14|15|16|17|18|19|20|21|22|23|24|25|twaalf|dertien|veertien|vijftien|zestien|"
        "zeventien|achttien|negentien|zestiende|zeventiende|achttiende|negentiende|vijftiende|veertiende|"
        "twintig|fifteen|sixteen|seventeen|eighteen|nineteen"
    ),
    "lach": (
        "lach*|werk*|verve*|scham*|schaam*|schrik*|schrok*|erger*|zweet*|zoek*|hoest*|fiets*|ren*|"
        "gelach*|betaal*|gewerkt|geschrokken|geergerd|verveeld|wachten|wacht|sjouw*|loop|gelopen"
    ),
    "hitte": (
        "hitte|kou|honger|dorst|pijn|stress|zenuwen|schrik|hoofdpijn|rugpijn|warmte|slaap|schaamte|"
        "verveling|lachen|jeuk|vermoeidheid|spierpijn|nieuwsgierigheid|angst|moeheid"
    ),
    "finger": "vinger|vingers|hand|duim",
    "device": "phone|battery|laptop|computer|car|plant|plants|printer|internet|line|chat|conversation|wifi|mouse",
    "koffie": (
        "koffie|cafeine|werk|informatie|prikkels|chocola*|suiker|vergaderingen|mails|email*|netflix|zon|drop|kinderen"
    ),
    "coffee": "coffee|caffeine|sugar|meetings|information|work|chocolate|emails|cute|cuteness|netflix|sun|cake",
    "doing": (
        "lifting|playing|falling|running|skiing|cooking|making|carrying|moving|climbing|gardening|"
        "cycling|working|sporting"
    ),
    "place": "house|city|country|street|apartment|flat|town|area|neighbourhood|neighborhood|village|room|place",
    "gewrocht": "werk|baan|baas|bedrijf|anderen|salaris|loon|uitkering|geld|kantoor",
    "family": (
        "vader|moeder|oma|opa|oom|uncle|tante|broer|zus|hond|kat|zoon|dochter|man|vrouw|vriend|"
        "vriendin|collega|buurman|schoonmoeder|schoonvader|ouders|partner|kind|papa|mama|poes|neef|"
        "nicht|nichtje|neefje|schoonzus|buurvrouw|kennis|father|mother|mum|mom|dad|grandmother|"
        "grandfather|grandma|grandpa|brother|sister|dog|cat|husband|wife|friend|colleague|neighbour|"
        "aunt|parents"
    ),
}
