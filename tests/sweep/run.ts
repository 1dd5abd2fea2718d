import { isDeepStrictEqual } from 'node:util';
import { personalConversation } from '../support/teams/activities.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../support/teams/cast.ts';
import type { Crash, Refusal } from '../support/store/faults.ts';
import { died } from '../support/store/faults.ts';
import type { Vendor } from '../support/vendor/webhook.ts';
import type { Scene } from './invariants.ts';
import { brokenIn, checkpointsIn, sceneOf } from './invariants.ts';
import type { MortalApp } from './process.ts';
import type { Acknowledged, Flow, Step } from './steps.ts';

/** How a flow ended, told without ids: what has to be the same however often it was interrupted. */
export type Picture = {
  readonly duties: readonly unknown[];
  readonly messages: Readonly<Record<string, number>>;
};
export type Run = {
  readonly picture: Picture;
  readonly faults: readonly string[];
  readonly calls: readonly string[];
  readonly hasDied: boolean;
};

// A lease of the dead ends after 10 seconds, its messages are seen after 30, the channel is told once a minute.
const untilAllIsDone = 120;
// Every partition is looked at by then, and what was put off was tried again.
const untilTriedAgain = 700;
const conversations = [
  ...[annaInTeams, bramInTeams, carlaInTeams].map(personalConversation),
  itChannel.id,
];

/** Plays a flow, lets the process die at one point, starts it again and looks at what became of it. */
export async function play(
  mortal: MortalApp,
  steps: readonly Step[],
  { crash, vendor, expected }: { crash?: Crash; vendor?: Vendor | undefined; expected?: Picture },
): Promise<Run> {
  const { app, far } = mortal;
  const acknowledged: Acknowledged[] = [];
  const faults: string[] = [];
  const begun = app.clock.now().slice(0, 10);
  const toldBefore = vendor?.got.length ?? 0;
  const look = async (): Promise<Scene> =>
    sceneOf({
      app,
      far,
      acknowledged,
      sameDay: app.clock.now().startsWith(begun),
      told: vendor?.got.slice(toldBefore) ?? [],
    });
  const first = mortal.life();
  first.count(crash);
  let copies = 0;
  let hasDied = false;

  const revive = async (step: Step): Promise<void> => {
    hasDied = true;
    await mortal.arrived();
    copies += unknownSends(mortal) + (step.replies ?? 0);
    await app.restart();
    await app.pass(untilAllIsDone);
    faults.push(
      ...(await brokenIn(await look())).map((fault) => `before it is tried again, ${fault}`),
    );
  };
  const act = async (step: Step): Promise<void> => {
    const done = await step.act(app);
    if (done) acknowledged.push(done);
  };
  for (const step of steps) {
    await act(step).catch(async (error: unknown) => {
      if (error !== died) throw error;
      await revive(step);
      await act(step);
    });
    await app.idle().catch(async (error: unknown) => {
      if (error !== died) throw error;
      await revive(step);
    });
  }
  const calls = [...first.calls];
  first.countNoMore();
  await app.pass(untilAllIsDone);
  const scene = await look();
  faults.push(...(await brokenIn(scene)));
  const picture = pictureOf(scene);
  if (expected) faults.push(...differences(picture, expected, copies));
  return { picture, faults, calls, hasDied };
}

/** Sends of the dead process of which nobody can know that they arrived: nothing stored names them. */
function unknownSends({ app, far }: MortalApp): number {
  const rows = far.rows();
  const stored = JSON.stringify(rows);
  const messages = conversations.flatMap((one) => app.connector.messagesIn(one));
  const unnamed = messages.filter(({ id }) => !stored.includes(id)).length;
  const waiting = rows.filter(({ rowKey }) => rowKey.startsWith('out|')).length;
  return Math.min(unnamed, waiting);
}

function pictureOf({ app, duties, records }: Scene): Picture {
  const told = duties.map((duty) => ({
    title: duty.title,
    kind: duty.kind,
    status: duty.status,
    dueOn: duty.dueOn,
    asked: duty.assignees.map(({ aadObjectId }) => aadObjectId),
    answers: duty.answers.map(({ by, outcome }) => [by.aadObjectId, outcome]),
    findings: duty.findings.map(({ status, closedBecause }) => [status, closedBecause]),
    // A card that had to be sent twice is noted twice.
    evidence: records
      .filter(({ dutyId, type }) => dutyId === duty.id && !type.includes('deliver'))
      .map(({ type }) => type)
      .sort(),
  }));
  const sorted = told.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  // Of a checkpoint only a second copy counts here: how many there are depends on the time that passed.
  const checkpoints = new Set(checkpointsIn(app)).size;
  const messages = conversations.map((one) => {
    const count = app.connector.messagesIn(one).length;
    return [one, one === itChannel.id ? count - checkpoints : count] as const;
  });
  return { duties: sorted, messages: Object.fromEntries(messages) };
}

/** I4: each effect happened. I5: no more copies than sends whose outcome nobody knew. */
function differences(is: Picture, expected: Picture, copies: number): readonly string[] {
  const found: string[] = [];
  if (!isDeepStrictEqual(is.duties, expected.duties))
    found.push(
      `I4 it ended as ${JSON.stringify(is.duties)}, not ${JSON.stringify(expected.duties)}`,
    );
  let more = 0;
  for (const [where, count] of Object.entries(is.messages)) {
    const due = expected.messages[where] ?? 0;
    if (count < due) found.push(`I4 ${where} has ${String(count)} messages of ${String(due)}`);
    more += Math.max(0, count - due);
  }
  if (more > copies)
    found.push(`I5 ${String(more)} copies where ${String(copies)} sends had no known outcome`);
  return found;
}

/** The steps of a flow, once its stage is set. */
export const setUp = ({ setup }: Flow, { app }: MortalApp) => setup(app);

/**
 * Plays a flow in which one call of the far side is refused, once. Whoever is told that something went wrong tries
 * again, as people do.
 */
export async function playRefused(
  mortal: MortalApp,
  steps: readonly Step[],
  { refusal, vendor }: { refusal: Refusal; vendor: Vendor | undefined },
): Promise<readonly string[]> {
  const { app, far } = mortal;
  const acknowledged: Acknowledged[] = [];
  const begun = app.clock.now().slice(0, 10);
  const toldBefore = vendor?.got.length ?? 0;
  const life = mortal.life();
  const isOver = (): boolean => life.calls.length >= refusal.at;
  life.count(refusal);
  const settled = async (): Promise<void> => {
    // Waiting looks at the queue as well; that may be the call that is refused.
    await app.idle().catch(async (error: unknown) => {
      if (!isOver()) throw error;
      await app.idle();
    });
  };
  for (const step of steps) {
    const wasOver = isOver();
    let done = await step.act(app).catch(async (error: unknown) => {
      if (!isOver()) throw error;
      // What this step looks for may still have to come.
      await settled();
      await app.pass(untilAllIsDone);
      return step.act(app);
    });
    await settled();
    if (!done && !wasOver && isOver()) done = await step.act(app);
    await settled();
    if (done) acknowledged.push(done);
  }
  life.countNoMore();
  await app.pass(untilTriedAgain);
  mortal.forgetLines();
  await app.pass(untilAllIsDone);
  const sameDay = app.clock.now().startsWith(begun);
  const told = vendor?.got.slice(toldBefore) ?? [];
  const broken = await brokenIn(await sceneOf({ app, far, acknowledged, sameDay, told }));
  const isFinal =
    /^40[34]$/.test(refusal.refused) && life.calls[refusal.at - 1]?.startsWith('teams');
  // Teams says that it will never take this message: nothing can be shown there, and that is noted.
  return isFinal
    ? broken.filter((fault) => !/^I11|^I4 (?:whoever is asked|the newest checkpoint)/.test(fault))
    : broken;
}
