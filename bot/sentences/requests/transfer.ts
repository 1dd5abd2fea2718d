/** What somebody says that goes out, and to whom, in their own words; absent where the sentence does not say it. */
export interface SaidTransfer {
  readonly what?: string;
  readonly recipient?: string;
}

const sends = 'sturen|versturen|mailen|verzenden|delen|opsturen|aanleveren|doorsturen';
const wants = '(?:moet|moeten|wil|willen|ga|gaan)';
const some = '(\\S(?:.{0,298}\\S)?)';
const forms: readonly (readonly [RegExp, 'what-first' | 'recipient-first'])[] = [
  [re(`\\b${wants} ${some} (?:naar|aan) ${some} (?:${sends})`), 'what-first'],
  [re(`\\b${wants} (?:naar|aan) ([^\\s@]+@[^\\s@]+) ${some} (?:${sends})`), 'recipient-first'],
  [re(`\\b${wants} ${some} (?:${sends}) (?:naar|aan) ${some}`), 'what-first'],
  [re(`\\b(?:send|share|mail|email|transfer) ${some} (?:to|with) ${some}`), 'what-first'],
];
const address = /[^\s<>()"',;:@]{1,64}@[^\s<>()"',;:@]{1,190}[\p{L}\p{N}]/u;

function re(form: string): RegExp {
  return new RegExp(`${form}\\s*[.!?]*$`, 'iu');
}

// Words that only say that something goes out, and when; what it is has still to be said.
const nothingSaid =
  /^(?:de|het|een|wat|iets|dit|dat|deze|the|a|an|some|something|this|that|it|graag|even|nog|straks|zo|nu|now|morgen|vandaag|today|tomorrow|gegevens|data|bestand|bestanden|file|files|document|documenten|documents|informatie|information|lijst|list|\s)+$/iu;

// What stands around it and says when, or please.
const before = /^(?:(?:graag|even|nog|straks|zo|nu|now|morgen|vandaag|today|tomorrow|please) )+/iu;

const longest = { what: 300, recipient: 200 };

/**
 * Reads what goes out and to whom from a sentence that asks to send something. What only says "data" or "a file" says nothing;
 * what is longer than the card takes is left out, never cut: half a description is none.
 */
export function readTransfer(text: string): SaidTransfer {
  const sentence = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (sentence.length > longest.what + longest.recipient) return {};
  for (const [form, order] of forms) {
    const [, first = '', second = ''] = form.exec(sentence) ?? [];
    if (first === '') continue;
    const [said, recipient] = order === 'what-first' ? [first, second] : [second, first];
    const what = said.replace(before, '');
    return {
      ...(nothingSaid.test(what) || what.length > longest.what ? {} : { what }),
      ...(recipient.length > longest.recipient ? {} : { recipient }),
    };
  }
  const [to] = address.exec(sentence) ?? [];
  return to === undefined ? {} : { recipient: to };
}
