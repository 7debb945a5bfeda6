"""Mends what a hurry does to a word (R22): one slip of the finger, or a space that was forgotten.

A word is mended only into words of the safety tables, and only when it is no word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from dialogues.safety_spelling import squeezed

# Never mended: these look like a slip, or like two words, and are words of their own.
REAL: Final = """
aalst aanbieden aandacht aandeel aandelen aangenomen aangetroffen aangevallen aangezien aanhang aanhangers aankomende
aanmaken aanpak aantal aantrekkelijke aanval aanvallen aanvang aanzet abonnement accidents account achteraf achteren
achtergrond achternaam actors actual added adding adres afgerond afterlife afval afvragen afzetten aging agreed
akkoord alain aldus aleppo alice alien allang allows alpen alsnog alsof alweer amen amend among amounts andrew anger
answers apart apotheek appartement arena armed arrived articles arts asking asks assad assets attacks attempts attend
avoid avonds award azie baden bakken bakker balans balie balkan ballon band banden bandje bands banen bankje banned
barriers barst basis battle beach became becomes becoming bedenken bediend bediende bedienden bedoeld bedoelt beeld
beelden beesten begane begin beginnen begon begrip behaald behalen behandelen behang beheer beheerd beheerst beheren
behoeften behoort behoren behouden behulp beide beiden beings beken bekend beker bekijk bekijken belang belangen
beleid beleven belgen belicht believed believes belofte belonen beloofd beloofde beoordelen bepaald bepaalde bepaalt
beperkt bereik bergen berichten beroep beschadigd beschadigde besef besides beslist besloot bespreken bestaande
bestaat bestand besteden besteed besteedt bestel bestemd bestuurder betaal betaalde betekend betekende betere beters
beton betonnen betrof beurt bevat bevel bevinden bevindt bevrijden beweerd beweren bezet bezette bezetten bezit bezoek
bezoeken bezwaar bied biedt bijdrage bijdragen bijeen bijna bijnaam bijzonder billen binden bingo bitter blacks blad
blake blanke blend blije blijken blijvend block bloem blond blote boden boeing boeken boer boete bonen boord boris
bosch bossen boten bottles brad brak brandon brandt breach breda brede breed breekt breken brengen brengt brian
bringing brings britten broad broek broers bron bronnen brought brugge bruin bruto buigen buigt buildings buit buizen
burg bussen buurt buurten cabine camera cancel careful carried cartoon cash cattle centers chairman chairs chances
chaos charged chocolade choices choosing citing class closing clubs code coke colin collectie college color combined
comite compete completed complex complexe computers conclusion considers constant contacts contain containing contant
continu contracts controle controls convinced cooked cooling costa costs cough counts courses court courts creatie
creatief creative crossed crude customers daaraan daarbij daardoor daarin daarmee daarnaast daarom daarop daarvan
daarvoor dadelijk daden daling danken dankzij dansen dansende data deadly dealing dealt debat decade decisions deden
deense deeper deeply definitie degene dekking delen deliver delta denkend denkt depend depending depends depth
determine deuren dichtbij dichter dieet dien diende dienden dienen diens dient dieper diepste dieren differences diner
discussed diseases diving docent dochters dodelijk dodelijke doden doder doelen domein doneren doodenkele doodgegooid
doodgelukkig doodslaan doordat doorgaan doorgeven doorheen dorpen dove dozen draag draagt draai draak drama drankje
dried drinkt driven droeg droge dromen dronk dronken dubbele duel duren durft duurde dwang dwars dwingen earn eaten
echte echter edwin eender eenmaal eerder eerlijk eigenaar eindeloos eindigde eindpunt eindstand eisen eist ellen emile
emily endeavor engines enig enorm ensure ergens ergste erin erkend erkende erna ernstige ervoor evenals eveneens
evenmin event excited exciting exists external facebook faced facing failing fairly falen families fantasie feeding
feesten felix felle fijne files filled filmed filmpjes films finale financieel finse fired fires flesh flinke float
floors flora flour follows fonds forests forgot former forms fort forth foto foute free functies funding funds gaande
gains games gans ganse garbage gasten gaten gaven geacht geachte gebed gebeden gebeurde gebied geboden geboorte
gebouwd gebrek gebruik gebruikte gecreeerd gedeeld gedicht gedichten gedood gedoopt geest geesten gegeten gegeven
gehakt geile geland geldt geleden geleid gelezen gelinkt gelogen gelooft geloven geluid gemaakte gemak gemeen gemeld
gemeten genaamd genes geniet genoten geopend george gepast geplande geplant geraakt gerard gerecht gericht geslaagd
geslaagde gesloopt gestaag gestart gesteld gestolen getreden getrokken gevaarlijk geval gevaren gevel gewacht geweld
gewenst geweten gewijd gewond gewone gewonnen gezakt gezegd gezinnen gezocht gezonde gillen gingen girls goedemorgen
goedkoop goedkope goeie gokken grace graden grand grant grappen greep groei groen groot groter grounds group grove
grown haagse haaien haalde haiti hakken handed handel handled hans hapje harde haren harte harten haten hearing
hebbende heden heerlijke heerst heide hekel helden helder helft helped heren herinnert herkennen herleven hermes
herstel hert hete hetgeen heuvel hiding hielp hierbij hierdoor hierin hiermee hieronder hierop hierover hiervan
hiervoor hire hired hiring hoed hoer hoes hoewel hoezo hoge hoger hogere holland holmes homeless honda honden honing
hoogst hoogste hoopt hoorde hoorn hopen hopes hotel houding housing houten however huizen hundreds huren ideaal ideeen
ieder iemands ijsje imam indeed indien indruk infectie infection ingezet inhalen inhoud inhoudt injury inkomen
inkomende intend interesse interests interne intro invited inzet inzetten iphone italie itself jack jager james jamie
jewish jones jong jonger juist jules juli julia jurken kaarsen kaarten kaartje kabels kader kale kalender kamers
kampen kans kansen kanten kapel kapotte kapper karel kasteel kater keerde keert kende kenmerkend kenmerkende kennen
kerel keren kerken ketting keus keuzes kevin kijkje kinda klacht klappen klasse klassen klein kletsen kleur kleuren
kleven klopt knappe knie knippen known koen koers koets koffer kogels kolen komende komst konijn koper kopie kopje
koppel korte koste koude kozen krabben krachten kraken kramer kregen kring kringen kunst kwart laagste laatst lach
laden lading lage lagen lager lagere languages larger lasted lasten latere layer leden leeftijd leerde lege legend
leggen leidde leiden leken lekkere lekkers lenen lening lente lenzen lessen lesser lets letten letter leuker leuven
level levende levenden levens levenslang leverde levert lezer lezers lichte lichter lied liefde lieg liegen liegt
lieten lifelong liggend ligging lijdt lijken lijnen liked likken links lippen lists liter lived lives livestock loans
lokale lokken londen lonen looked lopend loper losing lossen losses luchthaven lukken lukte lungs maakten maanden
maart macht mager maker makkelijke malen mali mannen manner marie mark marked martin massa massage master mate maten
materials mede medeleven medicijn meditation mee meedoen meent meest meeste meesten meester meid meiden melden memes
mend meneer menselijk mensenleven merk messages meteen meter methoden mevrouw middelen middels middle minst minste
misdaad mislukte mistakes mode model modern moeders moeilijke moesten mogelijk molen mooier moorden moskee moved musea
naaste nadeel nader nadien namen namens natuurlijk nazis nearby needing negeer negen nervous nette netwerk neven newer
newspaper niels nieuw nodige nodigt noemen noemt nogal noise noisy noorden noorse normale normally norman noted
notendop noticed noting notion nummer objects ochtends oever offence offend offender offense offered offices offspring
ofwel omgaan omvat omver omzet onbekend onbekende onbekenden ondernemen ondertekend ondertekende onderwerpen onderzoek
onderzoeken onlangs onnodig ontdek ontdekte ontslagen ontvang ontvangst onzin oosten opeens opende opent operate
operated opgegeten opgeheven opgenomen opgepakt opgevangen opkomende opleggen oplossingen opnames opnemen opposed
opposing oproep opstand opties options opvallend opvangen opzetten order organisaties oudere overeind overheden
overleed overleefd overleefde overleggen overlijdt overtuigd overval overweegt overwegend pakket pakte palace panden
panel parent parkeergeld parken partners passen passie pattern paying pedro penis persoonlijk peter peters peuter
phones pieter pijlen pijpen pikken piloot pipes plaat plaatje plaatjes plaatse plaatsen plaatst placed placing plank
planken planted plassen platen platforms played pleased pledge plein ploeg ploegen plots poland polder polen politiek
poppen positie posten poule power prevent price priced pride prins print printed prive prize probe probeerden probeert
professioneel promised proost pulled purposes raden raise raising randy rapport rates real rebellen recall rechtbank
rechts redelijk reeds regel regels regen regenen regent regeren regie reist rekenen released rellen remain removed
requests retain richt ridder rides rijen rijke rijken rijst ritje roads roeien roken rollen roman ronde rondom route
rover ruiken ruil ruime ruimen ruled ruling russen rustige ruzie saint samenhang samenleven samenwerken sandy satan
savings scar scars scene schaal schaap schaars schatje schedel schedule scheelt scheme schemes schepen scherm schermen
scherpe schild schip schok scholen schone schoon schoten schrijft schrijvers scoort score scored scoren scott seeing
seeking seemed seizoenen selling senaat senate sending serve served server serves servie sessie shaped shelf ships
shirt shitty shouting showed showing shown sides signs simpele single sint sites sixth skien slaat slag slaven slechte
slepen sleutel sliep slimme slopen slotte sluit sluiten sluiting smart smit smith snappen snelle snoep snor sold solve
somehow somewhat sommigen soort soorten sorts spannende speaks speelt spelen speler spend spin spion spirits spite
spits split spoel spoke sport sprak sprake spreekt staande stad stadion stadje staf stage stake staken stalen stammen
stank star starten starting startte state stated staten stations steal steden steekt stel stelde stelden stellen
stelling stemde stenen sterfdag sterfgeval sterfgevallen sterft sterke sterkte sterren stervende steve steven stevens
stick stierven stijl stijn stille stilstand stip stoep stoere stoffen stole stolen stoot store storen storm stoten
stoute straal strak stralen strand straten straw streek streven stront stroom stuck stukken stuurde stuurt subjects
substances sucks suffer suite suited super support supporting suppose survived tabel tables tablet taboe tafels talent
talenten talents tank tanks tassen taxes tegenover teken tekende tekenden tekst telde telefoons teller tempel tend
teneinde tenzij terecht terms terrain terrein terreinen terugkeer texas texel thema thick thierry third thorough
though threat throughout thrown thus tied tiental tight tijdelijk tijdje tire tocht toegestaan toestand toestemming
tonen totaal totale tour tournee toward towns trainen traits trans treden treedt trend tries troost trouw trucks trucs
turner turns twente uiteinde uiteindelijk uitgebracht uitkijken uitkomt uitleggen uitmaakt uitsterven uitvoeren
uitvoerend uitvoerende understanding understood update upset urged useful uses vaders vakken vallei valley valse
values vandaan vandaar vangen vanmorgen vanochtend vanuit varen vaste vaten vecht veilige vele velen veranderd
veranderen verandering veranderingen verandert verbaal verbaasd verbinden verbond verbonden verdelen verdeling verdere
verdiend verdiende verdrag verdriet verdween verdwenen verdwijnt verkeerd verkeert verkopen verlagen verlengen verloop
verloor verlopen vermeld vermoed vermoeden verrassend verrast verschillend versie verslaan verslag verslagen vertalen
verte verteld vertelde vertelt vertoond vertrek vertrekt vertrok vertrouwd vertrouwt verval vervangen vervelend
verwend verzet verzoek verzonden vice videos vielen vierde viering viert vies visie visser voeg voegen voelde voer
voeren voert voertuig voet vogels volgden volgen volgens volgt vooral voorbije voordat voorkomen voorkomende voorkomt
voorzien vorige vormen voted votes vrachtwagens vragen vreemd vreemde vrees vrije vroege vroegen vroegere vullen
waaraan waarbij waarden waardoor waarin waarmee waarna waaronder waarop waarvan wachtwoord wagen waited walks walter
wapens warm warned washed washing wasted wasting watch wedden weekeinde weergegeven weergeven wegen wegens weken
welcomed wellicht wenen wenst werden werelds westen wezens whenever whereas white whose widow wiel wielen wiens wijst
wild wilden willem windows winnen winners winst wishes witte woede woerden wondering wonen wooden woordje wore worker
workshops worst wounds wrede writes youtube zaden zagen zakelijk zaten zeeen zeiden zekere zender zetels zicht zieke
zijne zingen zinnen zocht zodoende zoet zoiets zolang zomaar zonden zonen zorgde zorgden zorgt zouden zoveel zowel
zozeer zucht zulke zwaarste zwanger zware zwarten
"""

# Short words beside which a forgotten space is seen...
GLUE: Final = """
ik k wil wou niet meer nooit dat was maar zou er zijn een het te gewoon echt graag liever kan hoef nog mezelf mij me ben
mijn van de is heb als dan zo ook geen alles nu daar even al wat hoe toch die of en doe vo aan in op om uit voor met
i want to dont wanna do not be my the it all anymore wish were just really cant going gonna im myself am a so no more
in on of for with up off out ill id see that this then now if when how have had has been will would can could should you
"""
# Of one or two letters, only these may have lost the space behind them...
SHORT: Final = """
ik k i a te er de en il id in op om me my it up is to an by do go be no so am im we he of on al zo ga ze je nu mn at if
"""
# ...only these the space before them...
SHORT_LAST: Final = "ik in op om me my it up to an by do go be is of if on no im zo af"
# ...and in a word of four letters only behind these.
FIRST: Final = "ik i me of er to do if im is in go ga ze we en a it no so"

# Words that are otherwise only stems in the tables.
STEMS: Final = """
suicidal suicidaal zelfmoordgedachten suicidegedachten suicidegedachte zelfmoordpoging afscheidsbrief afscheidsbrieven
zelfbeschadiging scheermesjes zelfmoordneigingen
"""
# ...and these are found in a whole row of words without spaces.
GLUED: Final = """
dood doodgaan leven sterven zelfmoord bestaan wakker die kill killing dead death live alive life end suicide suicidal
exist einde eind maken maak plegen pleeg ga gaan worden om uit
"""


class Vocabulary:
    """The words of the tables, found again when they are typed with a slip or without a space."""

    def __init__(self, *, mended: Sequence[str], known: Iterable[str], stems: Iterable[str]) -> None:
        """Take the words that are mended (the most telling first), and words and stems that never are.

        All in single spelling.
        """
        telling = [*mended, *map(squeezed, STEMS.split())]
        self._telling = frozenset(mended[:TELLING]) - _GLUE
        self._words = frozenset(telling) | _GLUE | frozenset(known)
        self._known = self._words | _REAL
        self._stems = tuple(stems)
        self._without: dict[str, str] = {}
        for word in telling:
            for form in _shorter(word)[1:] if len(word) >= SHORTEST else ():
                self._without.setdefault(form, word)

    def meant(self, word: str) -> str:
        """The word or words meant by `word` (in single spelling); itself when nothing else is known."""
        if word in self._known or not SHORTEST - 1 <= len(word) <= LONGEST or not word.isalpha():
            return word
        if len(word) < SHORTEST:
            return self._without.get(word, word) if _VOWELS.isdisjoint(word[:2]) else word
        parted, likely = self._parted(word)
        if likely >= SURE:
            return parted
        mended = self._swapped(word) or (self._slipped(word) if likely < LIKELY else None)
        if word.startswith(self._stems) and (not mended or mended[:3] != word[:3]):
            return word
        return mended or parted or self._row(word)

    def _swapped(self, word: str) -> str | None:
        """The word of which two letters changed places."""
        for n in range(1, len(word)):
            swapped = word[: n - 1] + word[n] + word[n - 1] + word[n + 1 :]
            if word[n] == word[n - 2 : n - 1] or word[n - 1] == word[n + 1 : n + 2]:
                swapped = squeezed(swapped)
            if swapped in self._words and len(swapped) > 2:
                return swapped
        return None

    def _slipped(self, word: str) -> str | None:
        """The word that differs by one letter: left out, added, or a wrong one."""
        if word in self._without:
            return self._without[word]
        for n in range(1, len(word)):
            added = word[:n] + word[n + 1 :]
            if added in self._words and len(added) >= SHORTEST:
                return added
            if added in self._without and len(word) == len(self._without[added]) > SHORTEST:
                return self._without[added]
        return None

    def _parted(self, word: str) -> tuple[str, int]:
        """The two words that were typed without the space between them, and how likely that is; "" for none."""
        best = ("", 0)
        for n in range(1, len(word)):
            first, second = word[:n], word[n:]
            if first not in self._words or (n < 3 and first not in _SHORT) or (len(word) < 5 and first not in _FIRST):
                continue
            # "nietteleven" was squeezed to "nieteleven": the last letter may be the first of the next word too
            for after in (second, first[-1] + second):
                if after != second and _GLUE.isdisjoint((first, after)):
                    continue
                if after in self._words and after != first and _stands_last(first, after):
                    short = (first in _GLUE) + (after in _GLUE)
                    likely = 1 + 2 * short + 3 * ((first in self._telling) + (after in self._telling))
                    best = max(best, (f"{first} {after}", likely), key=lambda found: found[1])
        return best

    def _row(self, word: str) -> str:
        """Three words or more without any space between them, such as "ikwilnietmeerleven"."""
        pieces = _pieces(word) if _HOLDS_CONTENT.search(word) else ()
        return word if _CONTENT.isdisjoint(pieces) else " ".join(pieces)


def _stands_last(before: str, word: str) -> bool:
    """Whether `word` may have lost the space before it; many a word ends in "en" or "t" of itself."""
    return len(word) > 2 or word in _SHORT_LAST or (word in _SHORT and before in _GLUE)


def _pieces(word: str) -> tuple[str, ...]:
    """The known words that make up the whole of `word`, such as "ikwilnietmeerleven"; nothing when there are none."""
    for n in range(min(len(word), _LONGEST_PIECE), 0, -1):
        if word[:n] in _PIECES:
            rest = word[n:]
            if not rest:
                return (word,)
            for after in (rest, word[n - 1 :]) if n > 1 else (rest,):
                found = _pieces(after)
                if found:
                    return (word[:n], *found)
    return ()


def _shorter(word: str) -> list[str]:
    """`word` without each of its letters in turn."""
    return [word[:n] + word[n + 1 :] for n in range(len(word))]


SHORTEST, LONGEST = 4, 48  # letters of a word that is mended
LIKELY, SURE = 5, 6  # two short words; a short one beside a telling one
TELLING: Final = 500  # of the words that stand in most phrases, a forgotten space is seen rather than of others
_VOWELS: Final = frozenset("aeiouy")
_REAL: Final = frozenset(map(squeezed, REAL.split()))
_SHORT: Final = frozenset(SHORT.split())
_SHORT_LAST: Final = frozenset(SHORT_LAST.split())
_FIRST: Final = frozenset(FIRST.split())
_GLUE: Final = frozenset(map(squeezed, GLUE.split()))
_CONTENT: Final = frozenset(map(squeezed, GLUED.split()))
_PIECES: Final = _CONTENT | _GLUE
_LONGEST_PIECE: Final = max(map(len, _PIECES))
_HOLDS_CONTENT: Final = re.compile("|".join(sorted(_CONTENT)))
