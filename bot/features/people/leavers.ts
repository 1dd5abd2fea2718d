import { commitAhead, makeDue } from '../../casework/effect-ahead.ts';
import type { Clicked } from '../../casework/clicks.ts';
import { graceSeconds } from '../../casework/people/people.ts';
import { showOrPost } from '../../casework/send.ts';
import { standsIn } from '../../duty/ids.ts';
import type { MessageRef, TenantKey } from '../../duty/ids.ts';
import { secondsAfter } from '../../duty/time/instant.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../ports/effects.ts';
import { done, said } from '../../ports/effects.ts';
import type { Response } from '../../ports/incoming.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader } from '../../ports/services.ts';
import type { LeaversQuestion } from '../../ports/store.ts';
import { replaceDeparted } from './departures.ts';
import { leaversCard } from './leavers-card.ts';
import { handingOn, hourSeconds, isOpen, showing } from './many-leavers.ts';

const atOnce = 20;
const mostNamed = 10;
const mostCounted = 1000;
// Those whose removal set the question off left up to so long before it.
const beforeSeconds = graceSeconds + 2 * hourSeconds;

/** Shows the question, or what became of it: one card a question, which is edited from then on. */
async function showLeavers(job: Job<TenantEffectOf<'show-leavers'>>): Promise<EffectResult> {
  const { services, effect, entry } = job;
  const { tenant } = entry;
  const channel = await services.store.people.channel(tenant);
  const question = (await services.store.leavers.question(tenant))?.value;
  if (!channel?.installed || !question) return done;
  const { message } = question;
  const at = message && !effect.anew && standsIn(message, channel.channelId) ? message : undefined;
  const open = isOpen(question, services.now());
  // What is settled needs no new card.
  if (!at && !open) return done;
  const card = await cardOf(services, tenant, question);
  const result = await showOrPost(job, channel, {
    at,
    message: { card, summary: card.fallbackText },
  });
  switch (result.type) {
    case 'try-later':
      return result;
    case 'edited':
      return done;
    case 'posted':
      if (result.message)
        await keepMessage(services, { tenant, leaversQuestion: question, message: result.message });
      return said;
    case 'gone':
    case 'refused':
      return at && open
        ? { type: 'go-on', left: { ...effect, anew: true } }
        : { ...done, note: 'the channel refused a card' };
  }
}

async function keepMessage(
  { store }: Services,
  {
    tenant,
    leaversQuestion: { askedAt },
    message,
  }: {
    readonly tenant: TenantKey;
    readonly leaversQuestion: LeaversQuestion;
    readonly message: MessageRef;
  },
): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const read = await store.leavers.question(tenant);
    if (read?.value.askedAt !== askedAt) return;
    const question = { ...read.value, message };
    if ((await store.leavers.saveQuestion(tenant, question, read.etag)) === 'saved') return;
  }
}

/** The card as the question stands now, with those who have not come back. */
async function cardOf(services: Services, tenant: TenantKey, question: LeaversQuestion) {
  const from = secondsAfter(question.askedAt, -beforeSeconds);
  const { items } = await services.store.leavers.since(tenant, { from, size: mostCounted });
  const people = [...new Set(items.map(({ person }) => person))];
  const names: string[] = [];
  for (const person of people.slice(0, mostNamed)) {
    const known = (await services.store.people.get(tenant, person))?.value;
    if (known) names.push(known.name);
  }
  return leaversCard(question, { names, count: people.length }, channelReader(services));
}

/** Hands on what waits for those who left up to the answer and are not back. */
async function handOnLeavers({
  services,
  effect,
  entry,
}: Job<TenantEffectOf<'hand-on-leavers'>>): Promise<EffectResult> {
  const { tenant } = entry;
  const { asked, after } = effect;
  const { leavers } = services.store;
  const read = await leavers.question(tenant);
  const now = services.now();
  // A later question has an answer of its own.
  if (read?.value.askedAt !== asked || read.value.answer?.what === 'leave') return done;
  if (isOpen(read.value, now)) return done;
  if (!read.value.answer) {
    const settled = { ...read.value, answer: { what: 'hand-on', at: now } } as const;
    const shown = await commitAhead(services, { tenant }, showing(asked));
    if ((await leavers.saveQuestion(tenant, settled, read.etag)) !== 'saved')
      return { type: 'go-on', left: effect };
    services.delivery.soon(await makeDue(services, shown));
  }
  const from = secondsAfter(asked, -beforeSeconds);
  const page = await leavers.since(tenant, { from, size: atOnce, cursor: after });
  // Who left a moment ago may be back in a moment, and has an effect of their own.
  const surely = secondsAfter(now, -graceSeconds);
  for (const { person, at } of page.items)
    if (at <= surely) await replaceDeparted(services, tenant, person);
  return page.next === undefined ? done : { type: 'go-on', left: { ...effect, after: page.next } };
}

/** What the IT team says of it; the first answer counts, and a later click shows it. */
export async function answerLeavers({
  services,
  at: { tenant },
  person,
  data,
  reader,
}: Clicked<'leavers'>): Promise<Response> {
  const read = await services.store.leavers.question(tenant);
  const question = read?.value;
  if (!read || question?.askedAt !== data.asked)
    return inPlace(leaversCard(undefined, none, reader));
  const now = services.now();
  if (!isOpen(question, now)) return inPlace(await cardOf(services, tenant, question));
  const answered = { ...question, answer: { what: data.answer, at: now, by: person } };
  const { askedAt } = question;
  const effects = [
    ...(data.answer === 'hand-on' ? [handingOn(askedAt)] : []),
    { ...showing(askedAt), key: `${showing(askedAt).key}:answered` },
  ];
  const entries = await Promise.all(effects.map((one) => commitAhead(services, { tenant }, one)));
  const saved = await services.store.leavers.saveQuestion(tenant, answered, read.etag);
  if (saved === 'conflict') {
    const last = (await services.store.leavers.question(tenant))?.value;
    return inPlace(await cardOf(services, tenant, last ?? question));
  }
  const due = await Promise.all(entries.map((entry) => makeDue(services, entry)));
  const card = await cardOf(services, tenant, answered);
  return {
    ...inPlace(card),
    afterwards: () => {
      services.delivery.soon(due.flat());
    },
  };
}

const none = { names: [], count: 0 };
const inPlace = (card: Response['inPlace'] & object): Response => ({ messages: [], inPlace: card });

export const effects: EffectsOf<'show-leavers' | 'hand-on-leavers'> = {
  'show-leavers': { run: showLeavers },
  'hand-on-leavers': { run: handOnLeavers },
};
