import { comparable } from '../../../cards/same-text.ts';
import type { Person, PersonId } from '../../duty/ids.ts';
import { daysAfter } from '../../duty/time/workdays.ts';
import { createHash } from 'node:crypto';
import type { KindName } from '../../kinds/index.ts';
import type { Role } from '../../kinds/kind.ts';
import type { SettingsDocument } from '../document.ts';

/** Stands for every system, or every kind of duty. */
export const every = '*';

/** How many entries a roster has at most: it is one row of the store, which holds 450,000 characters. */
export const maxEntries = 500;
/** Longer names of systems and people are not taken, so that the row cannot outgrow its limit. */
export const maxNameLength = 100;

/** The days on which somebody is out of office, both included. */
export interface Absence {
  readonly from: string;
  readonly to: string;
}

/** Who is responsible for one kind of duty about one system. */
export interface RosterEntry {
  readonly system: string;
  readonly kind: KindName | typeof every;
  readonly responsible: Person;
  /** Takes over while the responsible is out of office or gone, and helps when a duty is late. */
  readonly substitute?: Person;
  /** Takes over where the substitute cannot. */
  readonly fallback?: Person;
  readonly away?: Absence;
}

/** Who is responsible for what, and who holds which role. */
export interface Roster extends SettingsDocument {
  readonly entries: readonly RosterEntry[];
  readonly roles: Readonly<Partial<Record<Role, Person>>>;
}

const sameName = (system: string): string => comparable(system);

/** Names an entry by what it is about; two entries about the same have the same key. */
export function entryKey({ system, kind }: Pick<RosterEntry, 'system' | 'kind'>): string {
  return hashed([sameName(system), kind]);
}

/** Changes with the content of an entry: tells whether somebody else changed it in the meantime. */
export function entryStamp(entry: RosterEntry | undefined): string {
  if (entry === undefined) return 'none';
  const { system, kind, responsible, substitute, fallback, away } = entry;
  const people = [responsible, substitute, fallback].map((one) => one?.aadObjectId ?? null);
  return hashed([system, kind, people, away?.from ?? null, away?.to ?? null]);
}

const hashed = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

export const entryByKey = (roster: Pick<Roster, 'entries'>, key: string): RosterEntry | undefined =>
  roster.entries.find((entry) => entryKey(entry) === key);

/**
 * The entry that decides about a system and a kind. The most specific wins: both named, then the
 * system, then the kind, then the one for everything.
 */
export function entryFor(
  { entries }: Pick<Roster, 'entries'>,
  system: string,
  kind: KindName,
): RosterEntry | undefined {
  const places = [
    { system, kind },
    { system, kind: every },
    { system: every, kind },
    { system: every, kind: every },
  ] as const;
  const byKey = new Map(entries.map((entry) => [entryKey(entry), entry]));
  return places.map((place) => byKey.get(entryKey(place))).find((entry) => entry !== undefined);
}

/** Whether somebody is out of office on a calendar day. */
const isAway = ({ away }: Pick<RosterEntry, 'away'>, day: string): boolean =>
  away !== undefined && away.from <= day && day <= away.to;

/** The first day back of somebody whom the roster says to be away on a day. */
export function backAfter(
  { entries }: Pick<Roster, 'entries'>,
  person: PersonId,
  day: string,
): string | undefined {
  const ends = entries.flatMap((entry) =>
    entry.responsible.aadObjectId === person && isAway(entry, day) && entry.away
      ? [daysAfter(entry.away.to, 1)]
      : [],
  );
  return ends.sort().at(-1);
}

/** The people of an entry who can be asked on a day, the first to ask first. */
export function askable(
  entry: RosterEntry,
  day: string,
  isGone: (person: PersonId) => boolean = () => false,
): readonly Person[] {
  const { responsible, substitute, fallback } = entry;
  const line = [...(isAway(entry, day) ? [] : [responsible]), substitute, fallback];
  return line.filter(
    (person): person is Person => person !== undefined && !isGone(person.aadObjectId),
  );
}

/**
 * Who is asked about a system and a kind on a calendar day: the responsible, while that person is away
 * or gone the substitute, else the fallback. Undefined where the roster names nobody who can be asked.
 */
export function responsibleFor(
  roster: Pick<Roster, 'entries'>,
  {
    system,
    kind,
    day,
    isGone,
  }: {
    readonly system: string;
    readonly kind: KindName;
    readonly day: string;
    readonly isGone?: ((person: PersonId) => boolean) | undefined;
  },
): Person | undefined {
  const entry = entryFor(roster, system, kind);
  return entry && askable(entry, day, isGone)[0];
}

/** Who holds a role; undefined while nobody does. */
export const personInRole = (roster: Pick<Roster, 'roles'>, role: Role): Person | undefined =>
  roster.roles[role];
