import type { KindName } from '../../../bot/kinds/index.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { Json } from '../../../bot/kinds/kind.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';
import type { ReaderNow } from '../../../bot/views/reader.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { Card } from '../cards/card-reader.ts';
import { aDuty, anna, detailsOf, dutch } from './duties.ts';
import { asPlain } from '../cards/duty-cards.ts';

type Details = Readonly<Record<string, Json>>;

/** The fields at which an answer is refused, or what it counts as. */
export function verdictOn(
  kind: KindName,
  submitted: Submitted,
  details: Details = detailsOf[kind],
): string | readonly string[] {
  const settled = kindOf(kind).settle({ details }, submitted, dutch);
  return settled.ok ? settled.outcome : settled.messages.map(({ field }) => field);
}

/** What is said beside the fields of a refused answer. */
export function messagesOn(
  kind: KindName,
  submitted: Submitted,
  { details = detailsOf[kind], reader = dutch }: { details?: Details; reader?: ReaderNow } = {},
): string {
  const settled = kindOf(kind).settle({ details }, submitted, reader);
  return settled.ok ? '' : settled.messages.map(({ message }) => message).join('\n');
}

/** The large numbers of an accepted answer, each as its value and whether it is bad. */
export function figuresOf(
  kind: KindName,
  submitted: Submitted,
): readonly (readonly [string, boolean])[] {
  const { settle, summary } = kindOf(kind);
  const settled = settle({ details: detailsOf[kind] }, submitted, dutch);
  if (!settled.ok) throw new Error(`The answer is refused: ${JSON.stringify(settled)}`);
  const { figures } = summary({ details: detailsOf[kind] }, settled.values, dutch);
  return figures.map(({ value, bad }) => [value, bad]);
}

/** The open card of a duty, as the person asked sees it. */
export function openCard(kind: KindName, details: Details = detailsOf[kind]): Card {
  return asPlain(dutyCard(aDuty(kind, { details }), { viewer: anna.aadObjectId }, dutch));
}

/** The first step of an answer, as the person asked sees it after pressing that answer. */
export function openStep(
  kind: KindName,
  outcome: string,
  details: Details = detailsOf[kind],
): Card {
  const form = { step: { outcome, at: 1 } };
  return asPlain(dutyCard(aDuty(kind, { details }), { viewer: anna.aadObjectId, form }, dutch));
}
