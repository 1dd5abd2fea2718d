import { createRequire } from 'node:module';

// The package's own entry does not load in Node; its bundle does, and only through require.
const bundle = 'adaptivecards/dist/adaptivecards.js';
const renderer = createRequire(import.meta.url)(bundle) as typeof import('adaptivecards');

// Cards reference and card limits of Teams (learn.microsoft.com); 28 KB is the smallest limit of any of its doors.
const mostActions = 6;
const largest = 28 * 1024;

/** An Adaptive Card as it travels: plain JSON. */
export type Card = Readonly<Record<string, unknown>>;

export type CardInput = ReturnType<typeof inputs>[number];
/** What the bot gets of a button that was pressed. */
export type Pressed = { readonly verb: string; readonly data: Card };
export type CardAction = ReturnType<typeof actions>[number];

/** What a person fills in: by label or id, a choice by its title or value. */
export type Answers = Readonly<Record<string, string | boolean | readonly string[]>>;

/** The card in a message, in the answer to a card action, or the card itself. */
export function cardOf(source: unknown): Card {
  const json = record(source);
  const places = [json, json['value'], ...list(json['attachments']).map((one) => one['content'])];
  const card = places.map(record).find(({ type }) => type === 'AdaptiveCard');
  if (card === undefined) throw new Error(`There is no card in ${JSON.stringify(source)}`);
  return card;
}

/** Every text a person can see, in reading order. */
export function texts(card: Card): readonly string[] {
  const seen = partsOf(card).filter(({ visible }) => visible);
  return seen.flatMap(({ json }) => textsOf(json)).filter((text) => text !== '');
}

/** Every input, also those in nested cards. */
export function inputs(card: Card) {
  const found = partsOf(card).filter(({ json }) => text(json['type']).startsWith('Input.'));
  return found.map(({ json, scope }) => ({
    id: text(json['id']),
    type: text(json['type']),
    label: text(json['label']) || text(json['title']),
    required: json['isRequired'] === true,
    choices: list(json['choices']).map(({ title, value }) => ({
      title: text(title),
      value: text(value),
    })),
    scope,
    json,
  }));
}

/** Every button, wherever it stands. */
export function actions(card: Card) {
  const found = partsOf(card).filter(({ json }) => text(json['type']).startsWith('Action.'));
  return found.map(({ json, scope }) => ({
    title: text(json['title']),
    type: text(json['type']),
    verb: text(json['verb']) || text(record(json['data'])['do']),
    data: record(json['data']),
    scope,
    json,
  }));
}

/** What the client would send for these answers; it leaves empty inputs out (adaptivecards 3.0.6, `isSet`). */
export function fill(card: Card, answers: Answers = {}): Readonly<Record<string, string>> {
  return filled(inputs(card), answers);
}

/** For `press`: a whole answer that is sent at once, as the cards of one form did and other callers do. */
export const wholeAnswer = 'a whole answer at once';

function pressWhole(card: Card, answers: Answers) {
  const found = actions(card).find(({ verb }) => verb === 'answer');
  if (found === undefined) throw new Error('There is nothing to answer on this card.');
  const { s: _, ...data } = found.data;
  return { verb: found.verb, data: { ...data, ...fill(card), ...answers } };
}

/** Presses a button: what the bot gets, unless the client itself would stop the person. */
export function press(card: Card, title: string, answers: Answers = {}): Pressed {
  if (title === wholeAnswer) return pressWhole(card, answers);
  // In a dialog, and for what opens one, it is a submit that says its verb itself.
  const { verb, data, json, scope } = actionCalled(card, title, 'Action.', hasVerb);
  return { verb, data: { ...data, ...sent(card, { action: json, scope, answers }) } };
}

/** Presses the same button in a client that knows Action.Submit only: the value of the message it sends. */
export function pressSubmit(card: Card, title: string, answers: Answers = {}): Card {
  const { json, type, scope } = actionCalled(card, title, 'Action.');
  const submit = type === 'Action.Submit' ? json : record(json['fallback']);
  if (submit['type'] !== 'Action.Submit')
    throw new Error(`"${title}" does not fall back to a submit.`);
  return { ...record(submit['data']), ...sent(card, { action: submit, scope, answers }) };
}

/** What the client asks for by itself when it shows the card. */
export function refresh(card: Card) {
  const action = record(record(card['refresh'])['action']);
  return {
    verb: text(action['verb']),
    data: record(action['data']),
    trigger: 'automatic' as const,
  };
}

const hasVerb = ({ verb }: CardAction): boolean => verb !== '';

function actionCalled(
  card: Card,
  title: string,
  type: string,
  meant: (action: CardAction) => boolean = () => true,
): CardAction {
  const all = actions(card).filter((action) => action.type.startsWith(type) && meant(action));
  const found = all.find((action) => action.title === title);
  if (found === undefined) throw new Error(`No button "${title}" among: ${names(all, 'title')}`);
  return found;
}

// A button sends the inputs of its own card and of the cards around it, not those of nested cards.
function sent(
  card: Card,
  {
    action,
    scope,
    answers,
  }: { readonly action: Card; readonly scope: string; readonly answers: Answers },
) {
  const all = inputs(card);
  const reached = all.filter((input) => scope.startsWith(input.scope));
  const values = filled(all, answers);
  if (action['associatedInputs'] === 'none') return {};
  for (const { id, type, label, required, json } of reached) {
    const empty = type === 'Input.Toggle' ? values[id] !== onValue(json) : values[id] === undefined;
    if (required && empty) throw new Error(`"${label}" is required: ${text(json['errorMessage'])}`);
  }
  return Object.fromEntries(reached.flatMap(({ id }) => (id in values ? [[id, values[id]]] : [])));
}

function filled(all: readonly CardInput[], answers: Answers): Readonly<Record<string, string>> {
  const known = new Set(all.flatMap(({ id, label }) => [id, label]));
  const lost = Object.keys(answers).find((name) => !known.has(name));
  if (lost !== undefined) throw new Error(`No input "${lost}" among: ${names(all, 'label')}`);
  const values = all.map((input) => {
    const answer = answers[input.id] ?? answers[input.label];
    return [input.id, entered(input, answer ?? text(input.json['value']))] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

function entered({ type, label, choices, json }: CardInput, answer: Answers[string]): string {
  if (type === 'Input.Toggle') {
    if (answer === '' || answer === false) return text(json['valueOff']) || 'false';
    return answer === true ? onValue(json) : String(answer);
  }
  const given = typeof answer === 'object' ? answer : [String(answer)];
  if (type !== 'Input.ChoiceSet' || answer === '' || 'choices.data' in json) return given.join();
  const chosen = (wanted: string) => {
    const found = choices.find(({ title, value }) => [title, value].includes(wanted));
    if (found === undefined) throw new Error(`"${label}" does not offer "${wanted}".`);
    return found.value;
  };
  const several = json['isMultiSelect'] === true ? given.flatMap((one) => one.split(',')) : given;
  return several.map(chosen).join();
}

function onValue(toggle: Card): string {
  return text(toggle['valueOn']) || 'true';
}

/** What keeps the card from being shown, understood or answered in Teams; empty when it is fit to send. */
export function cardFaults(card: Card): readonly string[] {
  return [...rendererFaults(card), ...cardRules(card), ...partsOf(card).flatMap(partFaults)];
}

// Microsoft's own renderer, at the highest version Teams takes from bots (learn.microsoft.com, "Cards reference").
function rendererFaults(card: Card): readonly string[] {
  const context = new renderer.SerializationContext(renderer.Versions.v1_5);
  const rendered = new renderer.AdaptiveCard();
  rendered.hostConfig = new renderer.HostConfig({ actions: { maxActions: mostActions } });
  // adaptivecards 3.0.6 tests `lang` with a stateful pattern and refuses every other card that has one.
  const { lang: _, ...parsed } = withoutCharts(card);
  rendered.parse(parsed, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) =>
    context.getEventAt(index),
  );
  const events = [...parsing, ...rendered.validateProperties().validationEvents];
  return events.map(({ message }) => message);
}

/** The card as a client shows it that draws no charts: each is replaced by what it falls back to. */
function withoutCharts(card: Card): Card {
  const isChart = (value: unknown) => text(record(value)['type']).startsWith('Chart.');
  const replaced = (_: string, value: unknown): unknown =>
    isChart(value) ? (record(value)['fallback'] ?? value) : value;
  return JSON.parse(JSON.stringify(card, replaced)) as Card;
}

function cardRules(card: Card): readonly string[] {
  const size = JSON.stringify(card).length * 2;
  const own = actions(card).filter(({ scope }) => scope === '/');
  const views = list(record(card['refresh'])['userIds']);
  return faults([
    [card['type'] !== 'AdaptiveCard', 'the card is not of type AdaptiveCard'],
    [card['version'] !== '1.5', `the version is ${text(card['version'])}, not 1.5`],
    [text(card['fallbackText']) === '', 'there is no fallbackText'],
    [size > largest, `the card takes ${size} bytes of UTF-16, more than ${largest}`],
    [own.length > mostActions, `${own.length} actions, more than ${mostActions}`],
    [views.length > 60, `${views.length} people in refresh.userIds, more than 60`],
  ]);
}

function partFaults({ json }: Part): readonly string[] {
  const type = text(json['type']);
  const name = `${type} "${text(json['id']) || text(json['title']) || text(json['text'])}"`;
  const missing = (member: string) => text(json[member]) === '';
  const isInput = type.startsWith('Input.');
  const isExecute = type === 'Action.Execute';
  return faults([
    [
      ['TextBlock', 'Input.ChoiceSet'].includes(type) && json['wrap'] !== true,
      `${name} does not wrap`,
    ],
    [type === 'TextBlock' && missing('text'), `${name} has no text`],
    [type === 'Image' && missing('altText'), `${name} has no altText`],
    [isInput && missing('id'), `${name} has no id`],
    [isInput && missing('label'), `${name} has no label`],
    [
      isInput && json['isRequired'] === true && missing('errorMessage'),
      `${name} has no errorMessage`,
    ],
    [isExecute && missing('verb'), `${name} has no verb`],
    [
      isExecute && record(json['fallback'])['type'] !== 'Action.Submit',
      `${name} has no submit to fall back to`,
    ],
    [
      type.startsWith('Action.') && 'isEnabled' in json,
      `${name} uses isEnabled, which Teams ignores`,
    ],
  ]);
}

function faults(rules: readonly (readonly [broken: boolean, fault: string])[]): readonly string[] {
  return rules.filter(([broken]) => broken).map(([, fault]) => fault);
}

/** An element or action; `scope` names the nested cards around it, such as `/Reassign/`. */
type Part = { readonly json: Card; readonly scope: string; readonly visible: boolean };

function partsOf(value: unknown, scope = '/', visible = true): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap((one) => partsOf(one, scope, visible));
  const json = record(value);
  const seen = visible && json['isVisible'] !== false;
  const inner = json['type'] === 'Action.ShowCard' ? `${scope}${text(json['title'])}/` : scope;
  const members = [
    'body',
    'columns',
    'rows',
    'cells',
    'items',
    'selectAction',
    'inlineAction',
    'actions',
    'card',
  ];
  // What a chart falls back to is shown in its place.
  const chart = text(json['type']).startsWith('Chart.') ? ['fallback'] : [];
  const nested = [...members, ...chart].filter((member) => member in json);
  return [
    { json, scope, visible: seen },
    ...nested.flatMap((one) => partsOf(json[one], inner, seen)),
  ];
}

function textsOf(json: Card): readonly string[] {
  if (json['type'] === 'RichTextBlock') {
    const runs = Array.isArray(json['inlines']) ? json['inlines'] : [];
    return [runs.map((run) => text(run) || text(record(run)['text'])).join('')];
  }
  const facts = list(json['facts']).flatMap(({ title, value }) => [text(title), text(value)]);
  const choices = list(json['choices']).map(({ title }) => text(title));
  return [text(json['label']), text(json['title']), text(json['text']), ...facts, ...choices];
}

function names<Key extends string>(
  all: readonly Readonly<Record<Key, string>>[],
  key: Key,
): string {
  return all.map((one) => one[key]).join(', ');
}

function list(value: unknown): readonly Card[] {
  return Array.isArray(value) ? value.map(record) : [];
}

function record(value: unknown): Card {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
