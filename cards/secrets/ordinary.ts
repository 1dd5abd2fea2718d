/*
 * What is said of a password without telling it: "gewijzigd", "in de kluis", "verplicht". A word that is none of
 * these may be the password itself.
 */
const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** What happened to it, how it is and where it lies. */
const said = new Set([
  ...words(`
    ja nee yes no ok oke oké okay akkoord goed fout mis juist onjuist correct incorrect wrong right true false goedgekeurd prima fine good bad
    geen niet none not nothing niets iets leeg empty blank blanco null nvt n.v.t. n.v.t nb n.b. n/a na tbd todo onbekend bekend unknown known
    nieuw new oud old zelfde hetzelfde same gelijk anders different eigen own uniek unique dezelfde identiek identical
    kwijt weg zoek gone lost klaar ready done nodig needed required verplicht optional optioneel mandatory
    zwak weak sterk strong lang long kort short veilig safe onveilig unsafe secure insecure streng simpel complex minimaal maximaal minimum maximum
    gelukt mislukt works werkt werkte werken worked lukt lukte loopt klopt faalt fails failed failing passed tested test testen uit aan off on actief inactief active inactive
    volgt follows later apart morgen vandaag gisteren straks nu now today tomorrow yesterday soon binnenkort tijdelijk temporary permanent nogmaals opnieuw again weer
    vrij dicht open zichtbaar verborgen hidden visible masked gemaskeerd standaard default duidelijk onduidelijk clear unclear
    sent set reset gereset kept told read shown given written broken stolen forgotten found put made hashed left
    verlopen vergeten kapot stuk defect hersteld alfanumeriek alphanumeric numeriek numeric relevant irrelevant ongeldig geldig valid invalid compliant conform
    tweemaal twice once eenmalig daily dagelijks maandelijks jaarlijks altijd nooit never always
    nog al ook wel reeds already still also too zelf himself herself themselves myself mijzelf iedereen everybody niemand nobody alles all any some
    beschikbaar available aanwezig present absent afwezig zinloos ingewikkeld lastig raar vreemd apart akkoord helder oké ja/nee
  `),
  // Where it lies, and how it comes.
  ...words(`
    kluis vault safe wachtwoordkluis bitwarden keepass keepassxc lastpass dashlane onepassword 1password signal keyvault passwordstate keeper sso mfa totp authenticator
    sms mail e-mail email telefoon telefonisch phone post brief letter mondeling enveloppe envelope portaal portal servicedesk helpdesk ict it beheer beheerder
    hr zivver teams intune entra azure windows hello biometrie biometrics fido passkey yubikey app
  `),
  // What is done with it, and what there is of it.
  ...words(`
    wijzigen wijzig wijziging resetten opvragen aanvragen invoeren instellen aanpassen vernieuwen controleren delen bewaren onthouden herstellen opslaan
    versturen verstrekken uitgeven intrekken kiezen veranderen gebruiken doorgeven vragen sturen krijgen bepalen
    change changes update updates rotate rotation recovery recover choose share store enter send keep comply
    beleid policy policies regel regels rule rules eis eisen lengte length duur leeftijd age manager beheerder generator veld field scherm screen pagina page knop button link
    expiry expiration history historie geschiedenis hash hashes opslag storage reuse hergebruik lekken leak leaks strength sterkte probleem problem problemen problems
    vraag vragen question questions issue issues melding mail tekens characters letters cijfers digits lijst list functie function service
    wachtwoord wachtwoorden password passwords gebruikersnaam username gebruiker user account accounts token sleutel key keys inlog login logout uitloggen afmelden
    prompt hint reminder notice invoer input box form formulier stap step beheerd portal controle check checks blijft blijven stays remains
    wet uitkering uitkeringen premie premies fonds participatiewet wia wao bijstand aanvraag aanvragen loket klant klanten gemeente dossier regeling recht werkloosheidswet
    team teams afdeling department vendor leverancier systeem system server omgeving productie test acceptatie
  `),
  // Small words: what stands beside them is a sentence.
  ...words(`
    de het een the a an van voor met zonder via per door bij in op te tot naar uit om over onder na tijdens sinds of for with without by at to from into after before until during
    ik jij je u hij zij wij we ze jullie i you he she they dit dat deze die wat waar wie hoe wanneer waarom welk welke hier daar er this that these those what where who how when why which here there it its
    is was zijn waren wordt werd worden are were be been being heeft had hebben has have kan kon kunnen can could moet moeten must mag mogen may zou should will would do does did
    en of maar want dus als dan and or but so if then because omdat zodat zie see mijn my ons our jouw your hun their elke elk each every
    eerst first tweede second laatste last volgende next alleen only ongeveer about
  `),
]);

// "gewijzigd", "doorgegeven", "verstuurd", "kwijtgeraakt"; "changed", "missing", "lastig", "tijdelijk", "veranderbaar".
const participle =
  /^(?:(?:aan|achter|af|bij|binnen|door|in|klaar|kwijt|los|mee|na|om|onder|op|over|rond|samen|terug|toe|uit|vast|voor|vrij|weg)?ge\p{L}{3,}|(?:on(?:ge|ver|be)|ver|be|ont|her|mis|over|onder|door|aan|op|uit|in|af)\p{L}{3,})(?:d|t|en)$/iu;
const ending =
  /^\p{L}{2,}(?:ed|isch|lijk|ig|ly|loos|less|ment|baar|able|ible|zaam|ful|tie|tion|heid|ity)$|^\p{L}{4,}(?:ing|ings|end|ende|eerd)$/iu;

/** Whether a word is what people say of a password, so that it is none. */
export function isOrdinary(word: string): boolean {
  const plain = word.toLowerCase().replace(/(?<![\d.\-_])[.\-_]?\d{1,8}(?:\.[a-z]{2,4})?$/, '');
  if (said.has(word.toLowerCase()) || said.has(plain)) return true;
  // Written in capitals, or as a name, what ends like a verb is still one.
  return participle.test(plain) || ending.test(plain);
}

// A product or a machine with its number: nobody's password.
const product =
  /^(?:office|outlook|exchange|sharepoint|windows|win|m|o|d|unit|afas|exact|sap|oracle|sql|server|srv|dc|vm|pc|laptop|werkplek|printer|gebruiker|user|testuser|account|release|versie|version|build|fase|stap|step|week|kwartaal|q|test|app|web|fs|db|microsoft|dynamics|chrome|edge|excel|word|teams|java|python|node|iso|nen|bio|ipv|utf|sha|md|chg|inc|req|ritm)-?\d{1,4}(?:\.\d+)*$/iu;
// A place, a group or a part of something with its number.
const place =
  /^(?:kamer|ruimte|gebouw|locatie|vestiging|verdieping|etage|afdeling|groep|team|balie|loket|toestel|lijn|zone|vak|lokaal|sectie|tabel|bijlage|figuur|regel|rij|kolom|blok|pagina|bladzijde|hoofdstuk|artikel|punt|vraag|nummer|deel|onderdeel|bestand|document|formulier|factuur|order|bestelling|melding|wijziging|incident|plicht|taak|bevinding|antwoord|dossier|zaak|scenario|optie|variant|niveau|ronde|sprint|golf|productie|acceptatie|omgeving|cluster|tenant|site|room|building|floor|location|department|group|desk|line|table|appendix|figure|row|column|block|page|chapter|article|point|question|number|part|file|form|invoice|ticket|change|task|finding|answer|case|option|level|round|wave|ring|production|acceptance|environment|phase)-?\d{1,4}$/iu;
export const isProduct = (word: string): boolean => product.test(word) || place.test(word);
