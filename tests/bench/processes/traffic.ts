import { personalConversation, teamsClient } from '../../support/teams/activities.ts';
import { actions, cardOf, fill, inputs } from '../../support/cards/card-reader.ts';
import { startConnector, type Connector } from '../../support/teams/connector.ts';
import { startKeys, type Keys } from '../../support/teams/keys.ts';
import { appId, people, tenantId } from './identity.ts';

/** The far side of a bench: Teams with its keys, its people and what they do. */
export type FarSide = Awaited<ReturnType<typeof startFarSide>>;

export async function startFarSide() {
  const keys: Keys = await startKeys();
  const connector: Connector = await startConnector({ people });
  const serviceUrl = connector.url;
  const teams = teamsClient({ serviceUrl, appId, tenantId });
  const answered = new Set<string>();
  return {
    auth: keys.authSettings,
    connector,
    serviceUrl,
    teams,
    token: await keys.token({ appId, serviceUrl }),
    /** First answers on every card that came since the last time. */
    answers: () =>
      people.flatMap((person) =>
        connector.messagesIn(personalConversation(person)).flatMap((message) => {
          const { id, activity } = message;
          const pressed = answered.has(id) ? undefined : pressedAnswer(activity);
          answered.add(id);
          return pressed ? [teams.execute(person, pressed, { replyToId: id })] : [];
        }),
      ),
    /** Somebody likes a message: nothing is answered, and the bot has seen where everybody is reached. */
    likes: () =>
      people.map((person) => ({ ...teams.message(person, ''), type: 'messageReaction' })),
    /** Lines that an echo bot answers. */
    greetings: (count: number) =>
      Array.from({ length: count }, (_, at) => {
        const [person] = people.slice(at % people.length);
        return teams.message(person ?? { id: '', aadObjectId: '', name: '' }, 'Is dit gelukt?');
      }),
    close: async () => {
      await Promise.all([keys.close(), connector.close()]);
    },
  };
}

/** The answer of somebody who finds everything right: the first choice of every question. */
function pressedAnswer(activity: object) {
  // The echo bot writes in the same chats, without cards.
  if (!('attachments' in activity)) return undefined;
  const card = cardOf(activity);
  const button = actions(card).find(({ verb }) => verb === 'answer');
  if (!button) return undefined;
  const chosen = inputs(card).flatMap(({ id, choices: [first] }) =>
    first ? [[id, first.value] as const] : [],
  );
  return { verb: 'answer', data: { ...button.data, ...fill(card, Object.fromEntries(chosen)) } };
}

/** Fails unless every body is the settled card: an answer that was not taken must not count as fast. */
export function checkSettled(bodies: readonly string[], expected: number): void {
  const settled = bodies.filter((body) => {
    const verbs = actions(cardOf(JSON.parse(body))).map(({ verb }) => verb);
    return verbs.includes('correct') && !verbs.includes('answer');
  });
  if (settled.length === expected) return;
  const other = bodies.find((body) => !settled.includes(body));
  throw new Error(
    `${String(settled.length)} of ${String(expected)} answers were taken; for instance: ${other ?? ''}`,
  );
}
