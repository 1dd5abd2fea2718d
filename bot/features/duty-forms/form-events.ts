import type { Person, PersonId } from '../../duty/ids.ts';
import type { FieldMessage, Values } from '../../../cards/fields.ts';
import { faultMessage } from '../../../cards/fields.ts';
import type { DutyEvent } from '../../duty/decide.ts';
import { dayOf, daysAfter } from '../../duty/time/workdays.ts';
import type { ReaderNow } from '../../views/reader.ts';
import type { FormName } from '../../views/forms/texts.ts';
import { words } from '../../views/texts.ts';

const longestPostponement = 60;
const longestAcceptance = 366;

type EventOrMessages = DutyEvent | { readonly messages: readonly FieldMessage[] };

/** Who fills a form in, whose duty it is about, and the person that was named in it. */
export interface Filling {
  readonly by: Person;
  readonly from: PersonId;
  readonly chosen: Person | undefined;
}

/** What a filled in form means for the duty. */
export function eventOf(
  name: FormName,
  { values, filling: { by, from, chosen } }: { readonly values: Values; readonly filling: Filling },
  reader: ReaderNow,
): EventOrMessages {
  const { reason = '', until = '', text = '', solved } = values;
  const wrongDay = dayMessage(name, until, reader);
  if (wrongDay) return { messages: [wrongDay] };
  const to = chosen && { aadObjectId: chosen.aadObjectId, name: chosen.name };
  switch (name) {
    case 'cannot-judge':
    case 'hand-over':
      if (!to) return noPerson(reader);
      return {
        type: 'handed-over',
        by,
        from,
        to,
        reason: String(reason),
        because: name,
      };
    case 'second-person':
      return to ? { type: 'second-asked', by, person: to } : noPerson(reader);
    case 'later':
      return { type: 'postponed', by, to: String(until), reason: String(reason) };
    case 'finding':
      return to
        ? { type: 'finding-planned', by, owner: to, dueOn: String(until) }
        : noPerson(reader);
    case 'reaction':
      return { type: 'vendor-reacted', by, text: String(text), solved: solved === 'yes' };
    case 'solved':
      return { type: 'solution-reported', by, text: String(text) };
    case 'withdraw': {
      const empty = emptyMessage(reason, reader);
      return empty ? { messages: [empty] } : { type: 'withdrawn', by, reason: String(reason) };
    }
    case 'prolong': {
      const empty = emptyMessage(reason, reader);
      if (empty) return { messages: [empty] };
      return { type: 'risk-prolonged', by, reason: String(reason), until: String(until) };
    }
    case 'drop-risk': {
      const empty = emptyMessage(reason, reader);
      return empty ? { messages: [empty] } : { type: 'risk-dropped', by, reason: String(reason) };
    }
    case 'accept': {
      if (!to) return noPerson(reader);
      const empty = emptyMessage(reason, reader);
      if (empty) return { messages: [empty] };
      return { type: 'risk-asked', by, of: to, reason: String(reason), until: String(until) };
    }
  }
}

const lettersInReason = 3;

/** A risk is borne, and a duty withdrawn, for a reason: signs alone are none. */
function emptyMessage(reason: Values[string], { language }: ReaderNow): FieldMessage | undefined {
  const letters = String(reason).match(/\p{L}/gu)?.length ?? 0;
  return letters < lettersInReason
    ? { field: 'reason', message: words[language].writeOut }
    : undefined;
}

const noPerson = ({ language }: ReaderNow): EventOrMessages => ({
  messages: [{ field: 'person', message: faultMessage('required', language) }],
});

/** Every date on these forms lies ahead: not today, and not further than makes sense. */
function dayMessage(
  name: FormName,
  until: Values[string],
  { language, zone, now }: ReaderNow,
): FieldMessage | undefined {
  if (until === '') return undefined;
  const today = dayOf(now, zone);
  const said = words[language];
  if (String(until) <= today) return { field: 'until', message: said.pastDay };
  const longest = name === 'later' ? longestPostponement : longestAcceptance;
  const message = name === 'later' ? said.farDay : said.farYear;
  return String(until) > daysAfter(today, longest) ? { field: 'until', message } : undefined;
}
