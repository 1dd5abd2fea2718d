import assert from 'node:assert/strict';
import type { KindName } from '../../bot/kinds/index.ts';
import type { DutyView } from '../../bot/duty/view.ts';
import type { EvidenceRecord } from '../../bot/duty/record/record.ts';
import type { Circumstances, Person } from './teams/activities.ts';
import { personalConversation } from './teams/activities.ts';
import type { TestApp } from './app.ts';
import type { Answers, Card } from './cards/card-reader.ts';
import { actions, cardFaults, cardOf, fill, press, texts } from './cards/card-reader.ts';
import { throughPages } from './cards/form-pages.ts';
import { isStep, nextPress } from './cards/walk.ts';
import { itChannel } from './teams/cast.ts';
import type { Message } from './teams/connector.ts';
import { defined, openingFor, type Overrides } from './duties/duties.ts';

/** What a person gets after a click: the card in place, or a line of text, and what came below. */
export type Clicked = {
  readonly status: number;
  readonly body: unknown;
  readonly card: Card | undefined;
  readonly toast: string | undefined;
};

export type Click = {
  readonly verb: string;
  readonly answers?: Answers;
  /** Tells equal buttons apart by their data. */
  readonly where?: (data: Card) => boolean;
  readonly as?: 'execute' | 'submit';
  readonly when?: Circumstances;
};

let lastKey = 0;

/** Opens a duty through the API and waits until its cards are sent. */
export async function openDuty(app: TestApp, kind: KindName, overrides: Overrides = {}) {
  lastKey += 1;
  const body = openingFor(kind, overrides);
  const key = { 'idempotency-key': `key-${String(lastKey)}` };
  const reply = await app.api('POST', '/api/v1/duties', body, key);
  assert.equal(reply.status, 201, reply.text);
  await app.idle();
  return reply.body as DutyView;
}

export async function readDuty(app: TestApp, id: string): Promise<DutyView> {
  const reply = await app.api('GET', `/api/v1/duties/${id}`);
  assert.equal(reply.status, 200, reply.text);
  return reply.body as DutyView;
}

/** The evidence of one duty, in order. */
export async function evidenceOf(app: TestApp, id: string): Promise<readonly EvidenceRecord[]> {
  const reply = await app.api('GET', '/api/v1/evidence');
  const lines = reply.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as EvidenceRecord);
  return lines.filter(({ dutyId }) => dutyId === id);
}

export async function install(app: TestApp, person: Person, when: Circumstances = {}) {
  const reply = await app.post(app.teams.installation(person, 'add', when));
  assert.equal(reply.status, 200);
  await app.idle();
}

export async function uninstall(app: TestApp, person: Person) {
  await app.post(app.teams.installation(person, 'remove'));
  await app.idle();
}

/** Says something and gives back the messages with which the bot answered in that conversation. */
export async function say(app: TestApp, person: Person, text: string, when: Circumstances = {}) {
  const where = when.in?.id ?? personalConversation(person);
  const before = app.connector.messagesIn(where).length;
  const reply = await app.post(app.teams.message(person, text, when));
  assert.equal(reply.status, 200);
  await app.idle();
  return app.connector.messagesIn(where).slice(before);
}

export async function useChannel(app: TestApp, person: Person, channel = itChannel) {
  return say(app, person, 'gebruik dit kanaal', { in: channel });
}

interface OnCard {
  readonly person: Person;
  readonly message: Message;
  readonly click: Click;
  readonly shown?: Card | undefined;
}

const mostSteps = 5;

/** Answers as a person does: presses the answer, then fills in each step that opens. */
async function walk(app: TestApp, on: OnCard): Promise<Clicked | undefined> {
  const { person, message, click: clicking } = on;
  const { answers = {}, as = 'execute', when } = clicking;
  let shown = on.shown ?? cardOf(message.activity);
  let clicked: Clicked | undefined;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const next = nextPress(shown, answers);
    if (next === undefined) return clicked;
    clicked = await clickWith(app, {
      person,
      data: press(shown, next.title, next.answers).data,
      click: { verb: 'answer', as, when: { replyToId: message.id, ...when } },
    });
    const came = clicked.card ?? cardOf(sentAs(app, person, message).activity);
    if (!isStep(came) || words(came).includes('⚠')) return clicked;
    shown = came;
  }
  return clicked;
}

/** A message as it stands in the chat by now. */
const sentAs = (app: TestApp, person: Person, { id }: Message): Message =>
  defined(cardsTo(app, person).find((message) => message.id === id));

/** Clicks a button of the card in a message, or of a card that took its place; an answer step by step. */
export async function click(app: TestApp, on: OnCard): Promise<Clicked> {
  const {
    person,
    message,
    click: { verb, answers = {}, where, as = 'execute', when },
    shown = cardOf(message.activity),
  } = on;
  const walked = verb === 'answer' && on.click.answers ? await walk(app, on) : undefined;
  if (walked) return walked;
  const send = (data: object): Promise<Clicked> =>
    clickWith(app, { person, data, click: { verb, as, when: { replyToId: message.id, ...when } } });
  const reached = await throughPages(shown, answers, async (_, data) =>
    defined((await send(data)).card),
  );
  const action = buttonOf(reached.card, verb, where);
  // Equal buttons, such as those of a list, carry no inputs.
  const alone = actions(reached.card).filter(({ title }) => title === action.title).length === 1;
  return send(
    alone
      ? press(reached.card, action.title, reached.answers).data
      : { ...action.data, ...fill(reached.card, reached.answers) },
  );
}

/** The card with which the bot answers a word in the IT channel. */
export async function cardSaid(app: TestApp, person: Person, word: string): Promise<Card> {
  const [message] = await say(app, person, word, { in: itChannel });
  return cardOf(defined(message).activity);
}

/** Fills in a form of the IT channel, page by page, and clicks a button by its words; gives the card in its place. */
export async function clickOn(
  app: TestApp,
  person: Person,
  {
    card,
    title,
    answers = {},
  }: { readonly card: Card; readonly title: string; readonly answers?: Answers },
): Promise<Card> {
  const send = async (verb: string, data: object): Promise<Card> => {
    const click = { verb, when: { in: itChannel } };
    return defined((await clickWith(app, { person, data, click })).card);
  };
  const reached = await throughPages(card, answers, send);
  const { verb, data } = press(reached.card, title, reached.answers);
  return send(verb, data);
}

/** Sends the data of a click as they are: also such as no card would send. */
export async function clickWith(
  app: TestApp,
  {
    person,
    data,
    click: { verb = '', as = 'execute', when = {} } = {},
  }: {
    readonly person: Person;
    readonly data: object;
    readonly click?: Partial<Click> | undefined;
  },
): Promise<Clicked> {
  const activity =
    as === 'execute'
      ? app.teams.execute(person, { verb, data }, when)
      : app.teams.submit(person, data, when);
  const { status, body } = await app.post(activity);
  await app.idle();
  const { value, type } = (body ?? {}) as { value?: unknown; type?: unknown };
  const isCard = type === 'application/vnd.microsoft.card.adaptive';
  const card = isCard ? cardOf(body) : undefined;
  if (card) assert.deepEqual(cardFaults(card), []);
  return { status, body, card, toast: typeof value === 'string' ? value : undefined };
}

export function buttonOf(card: Card, verb: string, where: (data: Card) => boolean = () => true) {
  const found = actions(card).find((action) => action.verb === verb && where(action.data));
  const offered = actions(card).map((action) => action.verb);
  assert.ok(found, `no button ${verb} among ${offered.join(', ')}`);
  return found;
}

export const offers = (card: Card, verb: string): boolean =>
  actions(card).some((action) => action.verb === verb);

/** The newest message about a duty in a person's chat. */
export function cardTo(app: TestApp, person: Person, id?: string): Message {
  return defined(cardsTo(app, person, id).at(-1));
}

/** The messages in a person's chat; of one duty when its id is given. */
export function cardsTo(app: TestApp, person: Person, id?: string): readonly Message[] {
  return app.connector
    .messagesIn(personalConversation(person))
    .filter((message) => id === undefined || isAbout(message, id));
}

/** Whether a message ever showed a card with buttons for this duty. */
function isAbout({ activity, history }: Message, id: string): boolean {
  return [activity, ...history].some((said) => JSON.stringify(said).includes(`"d":"${id}"`));
}

/** Everything a person reads on the card of a message, as one text. */
export const readingOf = (message: Message): string => words(cardOf(message.activity));
export const words = (card: Card): string => texts(card).join('\n');

/** The newest card about a duty in a person's chat. */
export const shownTo = (app: TestApp, person: Person, id: string): Card =>
  cardOf(cardTo(app, person, id).activity);
