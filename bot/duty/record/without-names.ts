import type { Duty } from '../duty.ts';
import type { Person } from '../ids.ts';

/** What a person is called where names are withheld. */
export type RoleWord = 'assignee' | 'former assignee' | 'owner of the finding' | 'IT team';

const shortestName = 3;

/** Everybody whom a duty names, in the order in which a role is looked for. */
function peopleOf(duty: Duty): readonly (readonly [Partial<Person>, RoleWord])[] {
  const { assignees, formerAssignees, answers, findings } = duty;
  const { confirmations = [], attachments = [], askedOn = [] } = duty;
  const owners = findings.flatMap(({ owner }) => (owner ? [owner] : []));
  const others = findings.flatMap(({ reply, reactions, proof }) => [
    ...(reply ? [reply.by] : []),
    ...reactions.flatMap(({ by }) => (by ? [by] : [])),
    ...(proof ? [proof.by] : []),
  ]);
  return [
    ...assignees.map((one) => [one, 'assignee'] as const),
    ...formerAssignees.map((one) => [one, 'former assignee'] as const),
    ...formerAssignees.map(({ handedTo }) => [handedTo, 'assignee'] as const),
    ...answers.map(({ by }) => [by, 'former assignee'] as const),
    ...owners.map((one) => [one, 'owner of the finding'] as const),
    ...confirmations.map(({ of }) => [of, 'owner of the finding'] as const),
    ...others.map((one) => [one, 'IT team'] as const),
    ...confirmations.map(({ by }) => [by ?? {}, 'IT team'] as const),
    ...askedOn.map(({ of }) => [of, 'assignee'] as const),
    ...attachments.map(({ by }) => [by, 'former assignee'] as const),
    ...(duty.feedback ? [[duty.feedback.by, 'former assignee'] as const] : []),
  ];
}

/** The fields of answers in which people type a name. */
const typed: Readonly<Record<string, RoleWord | 'approver' | 'risk owner'>> = {
  owner: 'owner of the finding',
  secondPerson: 'assignee',
  approver: 'approver',
  acceptedBy: 'risk owner',
};

/** The names that were typed into answers, which other texts may repeat. */
function typedNames({ answers }: Duty): readonly (readonly [string, string])[] {
  return answers.flatMap(({ values }) =>
    Object.entries(typed).flatMap(([field, role]) => {
      const name = values[field];
      // One word may be any word: "IT", "team".
      return typeof name === 'string' && name.includes(' ') ? [[name, role] as const] : [];
    }),
  );
}

/** A text with a name replaced however it is capitalised. */
function replaced(text: string, name: string, role: string): string {
  const [lower, wanted] = [text.toLowerCase(), name.toLowerCase()];
  // A letter or two get longer in small ones: their places would be others.
  if (lower.length !== text.length) return text.replaceAll(name, role);
  let said = '';
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    said += text.slice(from, at) + role;
    from = at + wanted.length;
  }
  return said + text.slice(from);
}

/**
 * Takes the names of people out of what is told about a duty, and puts their roles in: of everybody with an
 * object id, of whoever was typed into an answer, and where a text calls somebody of the duty by name. Object ids stay.
 * The vendor's own words (`system`, `reference`, `title`) are left alone.
 */
export function withoutNames<T>(told: T, duty: Duty): T {
  const roles = new Map<string, RoleWord>();
  const names = new Map<string, string>();
  for (const [{ aadObjectId, name }, role] of peopleOf(duty)) {
    if (aadObjectId !== undefined && !roles.has(aadObjectId)) roles.set(aadObjectId, role);
    if (name !== undefined && name.length >= shortestName && !names.has(name))
      names.set(name, role);
  }
  for (const [name, role] of typedNames(duty))
    if (name.length >= shortestName && !names.has(name)) names.set(name, role);
  const longestFirst = [...names].sort(([one], [other]) => other.length - one.length);
  const inText = (text: string): string =>
    longestFirst.reduce((said, [name, role]) => replaced(said, name, role), text);

  const member = (name: string, value: unknown, id: unknown): unknown => {
    if (typeof value !== 'string') return walk(value, name);
    if (name === 'aadObjectId' || ownWords.has(name)) return value;
    if (name === 'name' && typeof id === 'string') return roles.get(id) ?? 'IT team';
    return Object.hasOwn(typed, name) ? typed[name] : inText(value);
  };
  const walk = (value: unknown, under: string): unknown => {
    if (typeof value === 'string') return inText(value);
    if (Array.isArray(value)) return value.map((one) => walk(one, under));
    if (typeof value !== 'object' || value === null) return value;
    const { aadObjectId }: { readonly aadObjectId?: unknown } = value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inside]) =>
        under === 'acceptance' && name === 'by'
          ? [name, riskOwner]
          : [name, member(name, inside, aadObjectId)],
      ),
    );
  };
  // What is walked keeps its shape: only texts change.
  return walk(told, '') as T;
}

const riskOwner = 'risk owner';
const ownWords: ReadonlySet<string> = new Set(['system', 'reference', 'title', 'kind', 'id']);
