import { isDeepStrictEqual } from 'node:util';
import { kindOf } from '../../bot/kinds/index.ts';
import { countedOf } from '../../bot/duty/counted.ts';
import type { Assignee, Duty } from '../../bot/duty/duty.ts';
import { indexedOf } from '../../bot/duty/indexed.ts';
import type { EvidenceRecord } from '../../bot/duty/record/record.ts';
import { rowOf } from '../../bot/duty/view.ts';
import { channelCard } from '../../bot/views/channel-card.ts';
import { surveyCard } from '../../bot/features/survey/card.ts';
import type { Tally } from '../../bot/ports/store/coverage.ts';
import { fromColumns } from '../../bot/store/azure/rows.ts';
import { cardFor } from '../../bot/casework/card-for.ts';
import { channelReader, readerFor } from '../../bot/ports/services.ts';
import type { TestApp } from '../support/app.ts';
import { vendor } from '../support/app.ts';
import { cardOf } from '../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../support/teams/cast.ts';
import { tenant } from '../support/duties/duties.ts';
import { verdictOn } from '../support/duties/evidence.ts';
import type { FarStore } from '../support/store/faults.ts';
import { beginLife, farStore } from '../support/store/faults.ts';
import type { Told } from '../support/vendor/webhook.ts';
import type { Acknowledged } from './steps.ts';

/** What stands after a flow, and what is known of how it went. */
export type Scene = {
  readonly app: TestApp;
  readonly far: FarStore;
  readonly acknowledged: readonly Acknowledged[];
  /** Nothing was answered for longer than the clock stood still: dates on cards may read otherwise. */
  readonly sameDay: boolean;
  readonly told: readonly Told[];
  readonly duties: readonly Duty[];
  readonly records: readonly EvidenceRecord[];
  readonly exported: string;
};
type Invariant = (scene: Scene) => readonly string[] | Promise<readonly string[]>;

/** Reads everything that the invariants look at. */
export async function sceneOf(
  scene: Pick<Scene, 'app' | 'far' | 'acknowledged' | 'sameDay' | 'told'>,
): Promise<Scene> {
  const rows = scene.far.rows();
  const duties = rows
    .filter(({ table, rowKey }) => table === 'Records' && rowKey.startsWith('duty|'))
    .map(({ columns }) => fromColumns<Duty>(columns));
  const { text: exported } = await scene.app.api('GET', '/api/v1/evidence');
  const records = exported
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as EvidenceRecord)
    .filter(({ dutyId }) => dutyId !== undefined);
  return { ...scene, duties, records, exported };
}

const answersIn = ({ records }: Scene) =>
  records.flatMap((record) => {
    if (record.type !== 'answered' || !record.by) return [];
    const data = record.data as { formVersion?: number; effective?: boolean };
    return [{ ...data, duty: record.dutyId, person: record.by.aadObjectId }];
  });

const kept: Invariant = (scene) => {
  const given = answersIn(scene);
  return scene.acknowledged
    .filter(({ duty, person }) => !given.some((one) => one.duty === duty && one.person === person))
    .map(({ duty, person }) => `the answer of ${person} to ${duty} is lost`);
};

const once: Invariant = (scene) => {
  const names = answersIn(scene)
    .filter(({ effective }) => effective)
    .map(({ duty, person, formVersion }) => `${duty} ${person} ${String(formVersion)}`);
  return names.filter((name, at) => names.indexOf(name) !== at);
};

const chained: Invariant = async ({ exported, records, duties }) => {
  const { type } = await verdictOn(exported);
  const short = duties.filter(
    ({ id, seq }) => records.filter(({ dutyId }) => dutyId === id).length !== seq,
  );
  return [
    ...(type === 'whole' ? [] : [`the evidence is ${type}`]),
    ...short.map(({ id }) => `evidence of ${id} is not in the export`),
  ];
};

const carriedOut: Invariant = ({ far, app }) =>
  far.rows().flatMap(({ table, rowKey, columns }) => {
    if (table !== 'Records') return [];
    if (rowKey.startsWith('poison|')) return [`${rowKey} was left`];
    // The row of a dead process's lease stays until the next claim; one that still holds does not.
    const until = rowKey.startsWith('lease|') ? String(columns['until']) : '';
    if (until > app.clock.now()) return [`${rowKey} is held`];
    const due = /^out\|([^|]+)\|/.exec(rowKey)?.[1];
    return due !== undefined && due <= app.clock.now()
      ? [`the effect ${rowKey} waits: ${JSON.stringify(columns['reason'])}`]
      : [];
  });

/** Counters without those that are back at none. */
const some = (tallies: Readonly<Record<string, Tally>>): unknown =>
  Object.entries(tallies).map(([kind, tally]) => [
    kind,
    Object.entries(tally).filter(([, count]) => count > 0),
  ]);

/** The lists and counters as they would be, were they built from the duties. */
const listed: Invariant = async ({ duties, far, app }) => {
  const scratch = farStore();
  const store = scratch.seenBy(beginLife());
  for (const duty of duties) {
    const now = indexedOf(duty, app.services().zone);
    await store.indexes.move(duty.tenant, { view: rowOf(duty), was: undefined, now });
  }
  const namesOf = (from: FarStore) =>
    from
      .rows()
      .filter(({ table, partition }) => table === 'Lists' && partition.endsWith('|index'))
      // Registers and what the bot did once stand there beside the duties.
      .filter(({ rowKey }) => duties.some(({ id }) => rowKey.endsWith(id)))
      .map(({ partition, rowKey }) => `${partition} ${rowKey}`);
  const [is, shouldBe] = [namesOf(far), namesOf(scratch)];
  const quarters = new Set(duties.map((duty) => countedOf(duty, app.services().zone).quarter));
  const wrong: string[] = [];
  for (const quarter of quarters) {
    const counted = await app.store.coverage.quarter(tenant, quarter);
    const right = await store.coverage.quarter(tenant, quarter);
    if (!isDeepStrictEqual(some(counted.tallies), some(right.tallies)))
      wrong.push(`${quarter} is counted ${JSON.stringify(counted)} for ${JSON.stringify(right)}`);
  }
  const stale: string[] = [];
  for (const duty of duties) {
    const place = { list: 'status', status: duty.status } as const;
    const { items } = await app.store.indexes.page(tenant, { list: place, size: 100 });
    const view = items.find(({ id }) => id === duty.id);
    if (!view || !isDeepStrictEqual(view, JSON.parse(JSON.stringify(rowOf(duty)))))
      stale.push(`the list shows ${duty.id} as it was`);
  }
  return [
    ...is.filter((name) => !shouldBe.includes(name)).map((name) => `listed too much: ${name}`),
    ...shouldBe.filter((name) => !is.includes(name)).map((name) => `not listed: ${name}`),
    ...wrong,
    ...stale,
  ];
};

const delivered: Invariant = async ({ app, duties }) => {
  const wrong: string[] = [];
  const channel = await app.store.people.channel(tenant);
  for (const duty of duties) {
    const waits = duty.status === 'open' || duty.status === 'problem';
    if (channel?.installed && waits && !duty.channelMessage)
      wrong.push(`the channel does not show ${duty.id}`);
    const asked = [...duty.assignees, ...(duty.survey?.people ?? [])];
    for (const one of asked as readonly { aadObjectId: Assignee['aadObjectId'] }[]) {
      const known = await app.store.people.get(tenant, one.aadObjectId);
      const messages = 'messages' in one ? (one.messages as readonly unknown[]) : [];
      if (!waits || !known?.value.installed || messages.length > 0) continue;
      // Whoever installed it while much waited has a list, on which the duty stands.
      const isListed = duty.assignees.some(
        ({ aadObjectId, delivery }) =>
          aadObjectId === one.aadObjectId && delivery.state === 'listed',
      );
      const chat = isListed ? app.connector.messagesIn(known.value.conversationId) : [];
      if (!chat.some(({ activity }) => JSON.stringify(activity).includes(duty.reference)))
        wrong.push(`${known.value.name} has no card of ${duty.id}`);
    }
  }
  return wrong;
};

/** Checkpoints in the IT channel, each by what stands there. Time that passes makes more of them. */
export const checkpointsIn = (app: TestApp): readonly string[] =>
  app.connector
    .messagesIn(itChannel.id)
    .map(({ activity }) => JSON.stringify(activity))
    .filter((said) => said.includes(`shared-duty/${tenant}/`));

const witnessed: Invariant = async ({ app }) => {
  const channel = await app.store.people.channel(tenant);
  const made = (await app.store.evidence.head(tenant))?.value.checkpoint;
  if (!channel?.installed || !made) return [];
  const lines = made.text.trimEnd().split('\n');
  const stands = checkpointsIn(app).some((said) => lines.every((line) => said.includes(line)));
  return stands ? [] : [`the channel does not have the checkpoint of ${String(made.size)}`];
};

const reminded: Invariant = ({ records, duties }) =>
  duties.flatMap(({ id }) => {
    const own = records.filter(({ dutyId }) => dutyId === id);
    const levels = own
      .filter(({ type }) => type === 'reminded')
      .map(({ data }) => data as { level: number; steps: readonly number[] });
    const steps = levels.flatMap((one) => one.steps);
    const answered = own.findIndex(
      ({ type, outcome }) => type === 'answered' && outcome !== 'unable',
    );
    const after = answered < 0 ? [] : own.slice(answered).filter(({ type }) => type === 'reminded');
    return [
      ...(new Set(steps).size === steps.length ? [] : [`a level of ${id} was taken twice`]),
      ...(levels.every(({ level }, at) => at === 0 || level > (levels[at - 1]?.level ?? 0))
        ? []
        : [`the levels of ${id} are out of order`]),
      ...after.map(() => `${id} was reminded of after its answer`),
    ];
  });

const rebuilt: Invariant = ({ told, duties }) =>
  told.length === 0
    ? []
    : duties.flatMap((duty) => {
        const states = told.flatMap(({ message }) =>
          message.duty?.id === duty.id ? [message] : [],
        );
        const newest = states.reduce((one, other) => (other.revision > one.revision ? other : one));
        const now: unknown = JSON.parse(JSON.stringify(rowOf(duty)));
        return isDeepStrictEqual(newest.duty, now) ? [] : [`the vendor has an older ${duty.id}`];
      });

const ours: Invariant = ({ far }) =>
  [...far.partitions, ...far.rows().map(({ partition }) => partition)]
    .filter((partition) => !partition.startsWith(tenant) && partition !== 'ping')
    .map((partition) => `it touched ${partition}`);

const healthy: Invariant = ({ app }) =>
  app.lines
    .filter(({ level }) => Number(level) >= 50)
    .map((line) => `the log says ${JSON.stringify(line).slice(0, 400)}`);

// How far a list is worked through is shown by the answers to clicks until it is handed in.
const isList = ({ kind, status }: Duty): boolean => kindOf(kind).byRow && status === 'open';

const shown: Invariant = async ({ app, duties, sameDay }) => {
  const wrong: string[] = [];
  const services = app.services();
  const look = (
    where: string,
    {
      ref,
      due,
      exact = sameDay,
    }: {
      readonly ref: { conversationId: string; activityId: string };
      readonly due: object;
      readonly exact?: boolean | undefined;
    },
  ) => {
    const found = app.connector
      .messagesIn(ref.conversationId)
      .find(({ id }) => id === ref.activityId);
    const card: unknown = found && cardOf(found.activity);
    const same = isDeepStrictEqual(card, JSON.parse(JSON.stringify(due)));
    if (!found) wrong.push(`a message is not there: ${where}`);
    else if (!same && exact) wrong.push(`what is shown is not what is stored: ${where}`);
  };
  for (const duty of duties) {
    // How far a round is, is told in steps and so may be behind.
    if (duty.channelMessage)
      look('the channel', {
        ref: duty.channelMessage,
        due: channelCard(duty, channelReader(services)),
        exact: sameDay && !duty.survey,
      });
    for (const one of [...duty.assignees, ...duty.formerAssignees]) {
      const known = (await app.store.people.get(tenant, one.aadObjectId))?.value;
      const reader = readerFor(services, known);
      const holder = { aadObjectId: one.aadObjectId, name: known?.name ?? '' };
      const card = await cardFor(services, { duty, person: holder }, reader);
      for (const message of one.messages)
        look(`the card of ${holder.name}`, {
          ref: message,
          due: card,
          exact: sameDay && !duty.survey && !isList(duty),
        });
    }
    for (const member of duty.survey?.people ?? []) {
      const known = (await app.store.people.get(tenant, member.aadObjectId))?.value;
      if (!known) continue;
      const card = surveyCard(duty, member.aadObjectId, readerFor(services, known));
      for (const activityId of member.messages ?? [])
        look(`the round of ${known.name}`, { ref: { ...known, activityId }, due: card });
    }
  }
  return wrong;
};

const silent: Invariant = ({ app }) => {
  const log = JSON.stringify(app.lines);
  const secrets = [annaInTeams.name, bramInTeams.name, carlaInTeams.name, vendor.secret];
  return secrets.filter((secret) => log.includes(secret)).map((secret) => `the log has ${secret}`);
};

/** The invariants of the design, each with its sentence. I5 needs the run without a crash beside it. */
const invariants: Readonly<Record<string, Invariant>> = {
  'I1 an acknowledged answer is in the evidence': kept,
  'I2 one effective answer for each duty, person and generation': once,
  'I3 the evidence is gapless and chained': chained,
  'I4 no effect is left': carriedOut,
  'I4 lists and counters agree with the duties': listed,
  'I4 whoever is asked has a card, and the channel shows it': delivered,
  'I4 the newest checkpoint stands in the channel': witnessed,
  'I6 and I7 no reminder after an answer, each level once': reminded,
  'I8 the vendor can rebuild the state': rebuilt,
  'I9 nothing of another tenant is touched': ours,
  'I10 nothing fails once the fault is over': healthy,
  'I11 what a card shows is what is stored': shown,
  'I12 no name and no secret in the log': silent,
};

/** What is broken, invariant by invariant; empty where all is well. */
export async function brokenIn(scene: Scene): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [sentence, holds] of Object.entries(invariants))
    for (const fault of await holds(scene)) found.push(`${sentence}: ${fault}`);
  return found;
}
