import type { Person, PersonId, TenantKey } from '../../duty/ids.ts';
import type { Json, Role } from '../../kinds/kind.ts';
import type { About, RecordDraft } from '../../duty/record/record.ts';
import { emptyDocument } from '../document.ts';
import type { Absence, Roster, RosterEntry } from './roster.ts';
import { entryByKey, entryKey, entryStamp, every, maxEntries } from './roster.ts';

/** What the IT team can do with the roster. */
export type RosterChange =
  /** `key` and `stamp` are those of the entry that was shown; of a new one there are none. */
  | {
      readonly type: 'put';
      readonly entry: RosterEntry;
      readonly key?: string;
      readonly stamp: string;
    }
  | { readonly type: 'remove'; readonly key: string }
  | { readonly type: 'roles'; readonly roles: Roster['roles'] }
  /** Somebody is away, or back where no days are given: it stands with everything that is theirs. */
  | { readonly type: 'away'; readonly person: PersonId; readonly away: Absence | undefined }
  /** A list of entries: beside those that stand, or in their place. */
  | {
      readonly type: 'import';
      readonly entries: readonly RosterEntry[];
      readonly mode: 'add' | 'replace';
    };

export type RosterVerdict =
  | 'done'
  /** It stands so already. */
  | 'same'
  /** Another entry is about the same system and kind. */
  | 'exists'
  /** Somebody else changed or removed the entry since it was shown. */
  | 'changed-since'
  | 'full';

export interface RosterDecision {
  readonly verdict: RosterVerdict;
  readonly roster: Roster;
  readonly evidence: readonly (RecordDraft & About)[];
}

/** The roster of a tenant that has laid down nothing yet. */
export function emptyRoster(tenant: TenantKey): Roster {
  return { ...emptyDocument(tenant, 'roster'), entries: [], roles: {} };
}

/** Decides what a change means for the roster. Pure; whatever changes is evidence. */
export function decideRoster(roster: Roster, change: RosterChange, by: Person): RosterDecision {
  switch (change.type) {
    case 'put':
      return put(roster, change, by);
    case 'remove': {
      const before = entryByKey(roster, change.key);
      const entries = roster.entries.filter((entry) => entry !== before);
      return before ? withEntries(roster, entries, by) : same(roster);
    }
    case 'roles':
      return withRoles(roster, change.roles, by);
    case 'away': {
      const entries = roster.entries.map((entry) => withAbsence(entry, change));
      return withEntries(roster, entries, by);
    }
    case 'import': {
      const kept = change.mode === 'add' ? roster.entries : [];
      return withEntries(roster, merged(kept, change.entries), by);
    }
  }
}

function withAbsence(
  entry: RosterEntry,
  { person, away }: Extract<RosterChange, { type: 'away' }>,
): RosterEntry {
  if (entry.responsible.aadObjectId !== person) return entry;
  const { away: _, ...present } = entry;
  return away ? { ...present, away } : present;
}

const same = (roster: Roster): RosterDecision => refused(roster, 'same');
const refused = (roster: Roster, verdict: RosterVerdict): RosterDecision => ({
  verdict,
  roster,
  evidence: [],
});

function put(
  roster: Roster,
  { entry, key, stamp }: Extract<RosterChange, { type: 'put' }>,
  by: Person,
): RosterDecision {
  const shown = key === undefined ? undefined : entryByKey(roster, key);
  // What stands already is the second click of the same form, whatever was shown before.
  if (entryStamp(entryByKey(roster, entryKey(entry))) === entryStamp(entry)) return same(roster);
  if (key !== undefined && entryStamp(shown) !== stamp) return refused(roster, 'changed-since');
  const taken = entryByKey(roster, entryKey(entry));
  if (taken && taken !== shown) return refused(roster, 'exists');
  const kept = roster.entries.filter((one) => one !== shown);
  return withEntries(roster, merged(kept, [entry]), by);
}

/** Entries with others put in: what is about the same system and kind takes its place. */
function merged(
  entries: readonly RosterEntry[],
  added: readonly RosterEntry[],
): readonly RosterEntry[] {
  const byKey = new Map(entries.map((entry) => [entryKey(entry), entry]));
  for (const entry of added) byKey.set(entryKey(entry), entry);
  return [...byKey.values()].sort(inOrder);
}

/** By system and kind as people read them; what is for everything comes last. */
function inOrder(one: RosterEntry, other: RosterEntry): number {
  const last = (name: string): number => (name === every ? 1 : 0);
  return (
    last(one.system) - last(other.system) ||
    one.system.localeCompare(other.system, 'nl') ||
    last(one.kind) - last(other.kind) ||
    one.kind.localeCompare(other.kind, 'nl')
  );
}

function withEntries(roster: Roster, entries: readonly RosterEntry[], by: Person): RosterDecision {
  if (entries.length > maxEntries) return refused(roster, 'full');
  const changes = changesBetween(roster.entries, entries);
  const [first, ...more] = changes;
  if (!first) return same(roster);
  const draft = { type: 'reassigned', by, reference: 'roster' } as const;
  // Many entries at once are one record: a transaction has no room for one each.
  const evidence =
    more.length === 0
      ? { ...draft, kind: first.kind, system: first.system, data: dataOf(first) }
      : { ...draft, ...everything, data: { changes: changes.map(changeData) } };
  return { verdict: 'done', roster: { ...roster, entries }, evidence: [evidence] };
}

const everything = { kind: every, system: every } as const;

interface EntryChange extends Pick<RosterEntry, 'system' | 'kind'> {
  readonly before?: RosterEntry;
  readonly after?: RosterEntry;
}

function changesBetween(
  before: readonly RosterEntry[],
  after: readonly RosterEntry[],
): readonly EntryChange[] {
  const were = new Map(before.map((entry) => [entryKey(entry), entry]));
  const are = new Map(after.map((entry) => [entryKey(entry), entry]));
  const gone = before
    .filter((entry) => !are.has(entryKey(entry)))
    .map((entry): EntryChange => ({ system: entry.system, kind: entry.kind, before: entry }));
  const put = after.flatMap((entry): readonly EntryChange[] => {
    const was = were.get(entryKey(entry));
    if (entryStamp(was) === entryStamp(entry)) return [];
    return [
      { system: entry.system, kind: entry.kind, after: entry, ...(was ? { before: was } : {}) },
    ];
  });
  return [...gone, ...put];
}

const dataOf = ({ before, after }: EntryChange): Json => ({
  before: before ? entryData(before) : null,
  after: after ? entryData(after) : null,
});
const changeData = (change: EntryChange): Json => ({
  system: change.system,
  kind: change.kind,
  before: change.before ? entryData(change.before) : null,
  after: change.after ? entryData(change.after) : null,
});

function entryData({ system, kind, responsible, substitute, fallback, away }: RosterEntry): Json {
  return {
    system,
    kind,
    responsible: { ...responsible },
    ...(substitute ? { substitute: { ...substitute } } : {}),
    ...(fallback ? { fallback: { ...fallback } } : {}),
    ...(away ? { away: { ...away } } : {}),
  };
}

function withRoles(roster: Roster, roles: Roster['roles'], by: Person): RosterDecision {
  const before = rolesData(roster.roles);
  const after = rolesData(roles);
  if (JSON.stringify(before) === JSON.stringify(after)) return same(roster);
  const draft = { type: 'reassigned', by, reference: 'roster', ...everything } as const;
  const evidence = { ...draft, data: { before: { roles: before }, after: { roles: after } } };
  return { verdict: 'done', roster: { ...roster, roles }, evidence: [evidence] };
}

function rolesData(roles: Roster['roles']): Readonly<Record<string, Json>> {
  const held = Object.entries(roles) as readonly (readonly [Role, Person])[];
  return Object.fromEntries(
    [...held].sort(([one], [other]) => (one < other ? -1 : 1)).map(([r, p]) => [r, { ...p }]),
  );
}
