const digits = String.raw`\d{4,8}(?![\d-]|[.,:]\d)`;
const apart = String.raw`\d(?:[ -]?\d){3,7}(?![\d-]|[.,:]\d)`;
/** "1 234 transacties" counts something. */
const uncounted = String.raw`(?! (?:euro|keer|stuks|\p{L}{2,20}(?:en|s|ies))\b)`;
/** "Verificatiecode 2026 vervalt": a year of which more is said, with nothing that says that it is the code. */
const noYear = String.raw`(?! ?["']?(?:19|20)\d\d (?:\((?!voor|for)|(?:is|was|zijn|wordt|worden|werd|heeft|blijft|geldt|kan|moet|mag|niet|vervalt|vervallen|verloopt|verlopen|expires?|expired|will|has|needs|must|becomes|can)\b))`;
const pinCode = new RegExp(
  String.raw`(?:\b(?:pin|puk)(?:[ -]?(?:code|nummer|number))? ?(?:van|voor|of|for)?(?: [\p{L}]{1,20}){0,3}? ?(?:is|was|wordt|[:=,]) ?|\b(?:pin|puk)[ -]?(?:code|nummer|number)${noYear} ?|\b(?:pin|puk) (?!(?:19|20)\d\d\b)|\bpuk ?)"?${digits}|\b(?:pin|puk)(?:[ -]?(?:code|nummer|number))? ?(?:is|[:=]) ?${apart}${uncounted}|\bpin \d\d \d\d(?![\d.,])${uncounted}|\bcv[cv]2? ?[:=]? ?\d{3}\b`,
  'iu',
);
const pinBefore =
  /\b\d{4,8} (?:is|was|wordt) (?:de|mijn|the|my) (?:nieuwe |new )?(?:pin|puk)(?:-?code)?\b/iu;
const whatOpens =
  'pass|otp|mfa|2fa|sms|recovery|backup|alarm|kluis|wifi|herstel|verificatie|verification|inlog|login|toegangs|toegang|access|security|beveiligings|activatie|activerings|activation|unlock|ontgrendel|ontgrendelings|deur|door|poort|gate|cijfer|authenticatie|authentication|auth|eenmalige|one-time|bevestigings|geheime|secret|slot|lock|hek|lift|safe|vault|garage|digid|tan|reset|authenticator';
const whatIsOpened = 'kluis|alarm|deur|voordeur|poort|hek|slot|wifi|safe|door|gate|vault';
/** Between the word and the code: "van de kluis", "voor Microsoft". */
const whose = String.raw`(?: (?:van|voor|bij|for|of|from|uit)(?: \p{L}{1,20}){1,2}?)?`;
const oneTimeCode = new RegExp(
  String.raw`(?:\b(?:${whatOpens})[ -]?code|\botp|\b(?:one-time|eenmalig|tijdelijk) (?:password|wachtwoord|passcode)|\bcode:? (?:van |voor |uit |for |of |from )?(?:de |het |the |je |mijn |your )?(?:${whatIsOpened}|app|authenticator|mfa|2fa|otp|tweestaps\p{L}{0,20}|tweefactor\p{L}{0,20}))${noYear} ?(?:is|was|[:=])? ?["']?(?!\d{1,4}[-/.]\d{1,2}[-/.]\d{2})(?=[\p{L}-]{0,12}\d)[\p{L}\d-]{4,20}`,
  'iu',
);
const more = new RegExp(
  [
    // In two halves, as they are read aloud.
    String.raw`\b(?:${whatOpens})[ -]?code ?(?:is|was|[:=])? ?(?:\d{3}[ -]\d{3}|\d\d(?:[ -]\d\d){2,3})(?![\d-]|[.,:]\d)${uncounted}`,
    String.raw`\b(?:(?:sms|otp|mfa|2fa)[ -]?code|authenticator|tweestaps\p{L}{0,20}) ?[:=]? ?\d{3} ?\d{3}\b`,
    String.raw`\b(?:${whatOpens})[ -]?codes ?(?:are|zijn|[:=]) ?(?=[\p{L}-]{0,12}\d)[\p{L}\d-]{4,20}`,
    String.raw`\b(?:${whatOpens})[ -]?code${whose} (?:is|was) ${digits}`,
    String.raw`\b(?:g-)?\d{4,8} (?:is|was) (?:your|uw|je|jouw|de|the)(?: \p{L}{1,20}){0,2} (?:${whatOpens})[ -]?code\b`,
    String.raw`\b(?:je|jouw|uw|your|mijn|my) code is ${digits}`,
    String.raw`\bcode:? ${digits} \(?(?:voor |van |for |of )?(?:de |het |the )?(?:${whatIsOpened})\b`,
    String.raw`\b(?:${whatIsOpened}) (?:gaat|kan|opens) (?:open |uit |af |aan )?(?:met|with) (?:code )?${digits}${uncounted}`,
    String.raw`\b(?:kluis|alarm|safe|vault) ?[:=] ?\d{4,8}#`,
    String.raw`\b(?:kluis|slot|safe)[ -]?(?:combinatie|combination) ?(?:is|[:=])? ?\d{1,2}(?:-\d{1,2}){2,4}`,
    String.raw`\b(?:activatie|activerings|product|licentie|installatie)sleutel:? [a-z\d]{4,8}(?:-[a-z\d]{4,8}){1,7}\b`,
  ].join('|'),
  'iu',
);
/** What only its owner knows, and opens an account as well. */
const ownAnswer =
  /(?:(?:geheime|beveiligings|controle|herstel)[ -]?vraag|(?:security|secret|recovery) question)[^\n]{0,100}?\b(?:antwoord|answer) ?[:=] ?["']?\p{L}/iu;
const seedWord = /\b(?:totp|2fa|mfa|otp|authenticator)\b/iu;
const seed = /\b(?=[A-Z]{0,15}[2-7])[A-Z2-7]{16,64}\b/u;
/** Digits told as words. */
const spoken =
  /\b(?:(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|zero|one|two|three|four|five|six|seven|eight|nine)[ ,-]{1,2}){3,7}(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|zero|one|two|three|four|five|six|seven|eight|nine)\b/iu;
const asksDigits = /\b(?:pin|puk|\p{L}{0,20}code)\b/iu;

/** Most texts hold none of these words, which costs little to see. */
const mentions =
  /pin|puk|cv[cv]|code|otp|password|wachtwoord|authenticator|tweestaps|kluis|alarm|deur|poort|hek|slot|wifi|safe|door|gate|vault|sleutel|vraag|question/iu;

/** Whether a line says the code of a card, a door or a second factor. */
export const codes = (read: string): boolean =>
  (mentions.test(read) &&
    [pinCode, pinBefore, oneTimeCode, more, ownAnswer].some((shape) => shape.test(read))) ||
  (seedWord.test(read) && seed.test(read)) ||
  (asksDigits.test(read) && spoken.test(read));
