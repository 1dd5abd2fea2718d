import type { Card } from '../../../cards/card.ts';
import { dayInWords } from '../../../cards/dates.ts';
import { actions, card, text } from '../../../cards/elements.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { handOn } from '../../casework/people/absence.ts';
import { update } from '../../casework/people/people.ts';
import { changeRoster, readRoster, backOn } from '../../casework/roster.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import { dayOf, daysAfter } from '../../duty/time/workdays.ts';
import type { DutyView } from '../../duty/view.ts';
import { viewWaitsFor } from '../../duty/view.ts';
import type { Services } from '../../ports/services.ts';
import { buttons } from '../../views/buttons.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { words } from '../../views/texts.ts';
import { absenceTexts } from './texts.ts';

/** Who is away or back, and who reads the answer. */
export interface Absent {
  readonly services: Services;
  readonly tenant: TenantKey;
  readonly person: Person;
  readonly reader: ReaderNow;
}

/** Notes until when somebody is away, and offers to hand over what is open; without a day it asks for one. */
export async function goAway(absent: Absent, back: string | undefined): Promise<Card> {
  const { services, tenant, person, reader } = absent;
  const said = absenceTexts[reader.language];
  if (back === undefined) return noticeCard(reader.language, 'personal', said.noDay);
  await note(absent, back);
  const today = dayOf(services.now(), services.zone);
  const away = { from: today, to: daysAfter(back, -1) };
  await changeRoster(services, {
    tenant,
    change: { type: 'away', person: person.aadObjectId, away },
    by: person,
  });
  return awayCard(back, (await waiting(absent)).length, reader);
}

/** Whoever was away is back: the day is taken out where the person said it and in the roster. */
export async function comeBack(absent: Absent): Promise<Card> {
  const { services, tenant, person, reader } = absent;
  const said = absenceTexts[reader.language];
  const roster = await readRoster(services, tenant);
  const was = await backOn(services, { tenant, roster }, person.aadObjectId);
  if (was === undefined) return noticeCard(reader.language, 'personal', said.notAway);
  await note(absent, undefined);
  await changeRoster(services, {
    tenant,
    change: { type: 'away', person: person.aadObjectId, away: undefined },
    by: person,
  });
  return noticeCard(reader.language, 'personal', said.back);
}

async function note(
  { services, tenant, person: { aadObjectId } }: Absent,
  back: string | undefined,
): Promise<void> {
  const known = (await services.store.people.get(tenant, aadObjectId))?.value;
  if (!known) return;
  await update(services, {
    tenant,
    person: aadObjectId,
    change: (last = known) => {
      const { backOn: _, ...present } = last;
      return back === undefined ? present : { ...present, backOn: back };
    },
  });
}

const mostHandedOver = 100;

/** What waits for an answer of this person. */
async function waiting({ services, tenant, person }: Absent): Promise<readonly DutyView[]> {
  const { items } = await services.store.indexes.page(tenant, {
    list: { list: 'person', person: person.aadObjectId },
    size: mostHandedOver,
  });
  return items.filter((item) => viewWaitsFor(item, person.aadObjectId));
}

function awayCard(back: string, open: number, { language, now }: ReaderNow): Card {
  const said = absenceTexts[language];
  const told = said.until(dayInWords(back, language, { thisYear: Number(now.slice(0, 4)) }));
  return card(language, told, [
    text(told),
    ...(open === 0 ? [] : [text(said.offer(open))]),
    ...actions([
      ...(open === 0
        ? []
        : [buttons.awayHandOver.button(said.handOver, {}, { primary: true, inputs: 'none' })]),
      buttons.awayEnd.button(said.end, {}, { inputs: 'none' }),
      buttons.myDuties.button(words[language].myDuties, {}, { inputs: 'none' }),
    ]),
  ]);
}

/** Hands what is open to whoever the roster names next, each with a record; says what stays where it is. */
export async function handOverOpen(absent: Absent): Promise<Card> {
  const { services, tenant, person, reader } = absent;
  const said = absenceTexts[reader.language];
  const open = await waiting(absent);
  const left: string[] = [];
  for (const { id: raw, reference } of open) {
    const id = parseDutyId(raw);
    const moved =
      id && (await handOn(services, { tenant, id }, { from: person.aadObjectId, by: person }));
    if (moved !== true) left.push(reference);
  }
  const moved = open.length - left.length;
  const told = [
    ...(open.length === 0 ? [said.nothing] : []),
    ...(moved > 0 ? [said.moved(moved)] : []),
    ...(left.length > 0 ? [said.left(plain(shorten(left.join(', '), 300)))] : []),
  ];
  return noticeCard(reader.language, 'personal', told.join(' '));
}
