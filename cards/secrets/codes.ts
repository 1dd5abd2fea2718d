const pinCode =
  /(?:\b(?:pin|puk)(?:[ -]?(?:code|nummer|number))? ?(?:van|voor|of|for)?(?: [\p{L}]{1,20}){0,3}? ?(?:is|was|wordt|[:=,]) ?|\b(?:pin|puk)[ -]?(?:code|nummer|number) ?|\b(?:pin|puk) (?!(?:19|20)\d\d\b)|\bpuk ?)"?\d{4,8}(?![\d-]|[.,:]\d)/iu;
const pinBefore =
  /\b\d{4,8} (?:is|was|wordt) (?:de|mijn|the|my) (?:nieuwe |new )?(?:pin|puk)(?:-?code)?\b/iu;
const whatOpens =
  'otp|mfa|2fa|sms|recovery|backup|alarm|kluis|wifi|herstel|verificatie|verification|inlog|login|toegangs|toegang|access|security|beveiligings|activatie|activerings|activation|unlock|ontgrendel|ontgrendelings|deur|door|poort|gate|cijfer|authenticatie|authentication|auth|eenmalige|one-time|bevestigings|geheime|secret|slot|lock|hek|lift|safe|vault|garage';
const oneTimeCode = new RegExp(
  String.raw`(?:\b(?:${whatOpens})[ -]?code|\botp|\b(?:one-time|eenmalig|tijdelijk) (?:password|wachtwoord|passcode)|\bcode:? (?:van |voor |for |of )?(?:de |het |the )?(?:kluis|alarm|deur|voordeur|poort|wifi|safe|door|gate|vault|app)) ?(?:is|was|[:=])? ?["']?(?!\d{1,4}[-/.]\d{1,2}[-/.]\d{2})(?=[\p{L}-]{0,12}\d)[\p{L}\d-]{4,20}|\b(?:sms|otp|mfa|2fa)[ -]?code ?[:=]? ?\d{3} \d{3}\b`,
  'iu',
);
const seedWord = /\b(?:totp|2fa|mfa|otp|authenticator)\b/iu;
const seed = /\b(?=[A-Z]{0,15}[2-7])[A-Z2-7]{16,64}\b/u;

/** Whether a line says the code of a card, a door or a second factor. */
export const codes = (read: string): boolean =>
  [pinCode, pinBefore, oneTimeCode].some((shape) => shape.test(read)) ||
  (seedWord.test(read) && seed.test(read));
