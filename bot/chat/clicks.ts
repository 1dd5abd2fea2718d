import { verbIn } from '../../cards/action.ts';
import type { Asked, Click, Clicks, DutyWho } from '../casework/clicks.ts';
import { hasToDoWith } from '../casework/people/parties.ts';
import type { DutyId } from '../duty/ids.ts';
import { clicks as absence } from '../features/absence/index.ts';
import { clicks as answering } from '../features/answering/index.ts';
import { clicks as attachments } from '../features/attachments/index.ts';
import { clicks as channel } from '../features/channel/index.ts';
import { clicks as deadLetters } from '../features/dead-letters/index.ts';
import { clicks as dutyForms } from '../features/duty-forms/index.ts';
import { clicks as evidence } from '../features/evidence/index.ts';
import { clicks as files } from '../features/files/index.ts';
import { clicks as help } from '../features/help/index.ts';
import { clicks as newDuty } from '../features/new-duty/index.ts';
import { clicks as news } from '../features/news/confirm.ts';
import { clicks as overview } from '../features/overview/index.ts';
import { clicks as people } from '../features/people/index.ts';
import { clicks as plans } from '../features/plans/index.ts';
import { clicks as policy } from '../features/policy/index.ts';
import { clicks as review } from '../features/review/index.ts';
import { clicks as roster } from '../features/roster/index.ts';
import { clicks as survey } from '../features/survey/index.ts';
import { clicks as vendor } from '../features/vendor/index.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';
import type { ButtonName } from '../views/buttons.ts';
import { buttons } from '../views/buttons.ts';
import type { ReaderNow } from '../views/reader.ts';
import { askedBy, refusal, refusedHere } from './gate.ts';
import { tooManyClicks } from './writes.ts';

type ClickIn = Extract<Incoming, { type: 'click' }>;

/** Every button has its click here: one that is forgotten does not compile. */
export const allClicks: Clicks<ButtonName> = {
  ...absence,
  ...answering,
  ...attachments,
  ...channel,
  ...deadLetters,
  ...dutyForms,
  ...evidence,
  ...files,
  ...help,
  ...newDuty,
  ...news,
  ...overview,
  ...people,
  ...plans,
  ...policy,
  ...review,
  ...roster,
  ...survey,
  ...vendor,
};

const byVerb: ReadonlyMap<unknown, ButtonName> = new Map(
  Object.entries(buttons).map(([name, { verb }]) => [verb, name as ButtonName]),
);

/**
 * Answers a click. Who may use it is looked up here, before anything is done; nothing of the card is believed
 * but what is looked up again. A duty of somebody else does not exist for whoever clicks.
 */
export async function respondToClick(
  services: Services,
  click: ClickIn,
  reader: ReaderNow,
): Promise<Response> {
  const asked = await askedBy(services, click, reader);
  const name = byVerb.get(verbIn(click.data));
  if (!name) return refusal(asked, 'outdated');
  const found = allClicks[name];
  const inPlace = await refusedHere(found.who, asked);
  if (inPlace) return refusal(asked, inPlace);
  const toast = tooManyClicks(name, asked);
  if (toast !== undefined) return { messages: [], toast };
  if (isAboutDuty(found)) {
    const begun = found.begin(click.data);
    return begun ? aboutDuty(asked, { ...begun, who: found.who }) : refusal(asked, 'outdated');
  }
  const run = found.begin(click.data);
  return run ? run(asked) : refusal(asked, 'outdated');
}

/** Clicks that no duty is about are for everybody, for one person, or for the IT team and the auditor. */
const isAboutDuty = (click: Click): click is Extract<Click, { who: DutyWho }> =>
  !['everybody', 'in-person', 'it-team', 'overseer'].includes(click.who);

async function aboutDuty(
  asked: Asked,
  click: {
    readonly who: DutyWho;
    readonly id: DutyId;
    readonly answer: Extract<
      ReturnType<Extract<Click, { who: DutyWho }>['begin']>,
      object
    >['answer'];
  },
): Promise<Response> {
  const { services, at, actor } = asked;
  const read = await services.store.duties.load({ tenant: at.tenant, id: click.id });
  const by = { who: click.who, actor, tenant: at.tenant };
  const theirs = await hasToDoWith(services, read?.value, by);
  const answer = read && theirs ? await click.answer(asked, read) : undefined;
  return answer ?? refusal(asked, 'notYours');
}
