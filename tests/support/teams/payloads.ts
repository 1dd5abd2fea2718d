import { readFileSync } from 'node:fs';
import { personalConversation } from './activities.ts';
import { annaInTeams, itChannel } from './cast.ts';

type Json = Readonly<Record<string, unknown>>;

/** An activity as a real tenant sends it: what differs from a plain message in a personal chat. */
export interface RealActivity {
  readonly id: string;
  readonly set: Json;
  readonly without?: readonly string[];
  /** How often it is delivered; once unless said. */
  readonly times?: number;
}

/** An answer of the Bot Connector. */
export interface RealAnswer {
  readonly id: string;
  readonly answer: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly reset?: true;
  };
}

/** What was raised where the bot got no token. */
export interface RealFailure {
  readonly id: string;
  readonly raised: Json & { readonly name: string; readonly message: string };
}

type Line = RealActivity | RealAnswer | RealFailure | { readonly id: string };

const lines: readonly Line[] = readFileSync(new URL('payloads.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

const [base, ...others] = lines;
/** How many there are, whatever they are about. */
export const payloadIds: readonly string[] = others.map(({ id }) => id);
export const realActivities = others.filter((line) => 'set' in line);
export const realAnswers = others.filter((line) => 'answer' in line);
export const realFailures = others.filter((line) => 'raised' in line);

interface Where {
  readonly serviceUrl: string;
  readonly appId: string;
  readonly tenantId: string;
}

/** The activity among the people of the journeys, in their tenant. */
export function activityOf({ set, without = [] }: RealActivity, where: Where): Json {
  const whole = { ...(base && 'set' in base ? base.set : {}), ...set };
  const kept = Object.entries(whole).filter(([name]) => !without.includes(name));
  return JSON.parse(among(JSON.stringify(Object.fromEntries(kept)), where)) as Json;
}

export const bodyOf = ({ answer: { body } }: RealAnswer, where: Where): unknown =>
  body === undefined ? '' : JSON.parse(among(JSON.stringify(body), where));

function among(text: string, { serviceUrl, appId, tenantId }: Where): string {
  const names: Readonly<Record<string, string>> = {
    service: serviceUrl,
    app: appId,
    tenant: tenantId,
    chat: personalConversation(annaInTeams),
    user: annaInTeams.id,
    person: annaInTeams.aadObjectId,
    name: annaInTeams.name,
    channel: itChannel.id,
    team: itChannel.team.id,
    bot: 'Gedeelde Plicht',
  };
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => names[name] ?? whole);
}
