import type { KindName } from '../../../bot/kinds/index.ts';
import type { Json } from '../../../bot/kinds/kind.ts';
import type { Overrides } from './duties.ts';
import { anna, openingFor } from './duties.ts';

/** Makes a text of at most so many characters; no two calls with another `at` give the same. */
export type TextOf = (length: number, at: number) => string;

/** `details` with a foreign text in every place of a kind where the API takes one. */
const detailsWith: Readonly<Record<KindName, (text: TextOf) => Readonly<Record<string, Json>>>> = {
  'verify-change': (text) => ({
    summary: text(2000, 0),
    environment: text(100, 0),
    deployedAt: text(100, 0),
    checks: many(12, (at) => text(80, at)),
    requestedBy: text(100, 0),
  }),
  'confirm-restore': (text) => ({
    scope: text(1000, 0),
    restorePoint: text(100, 0),
    requestedAt: text(100, 0),
    restoredTo: text(200, 0),
    samples: many(10, (at) => text(120, at)),
  }),
  'review-access': (text) => ({
    accounts: many(12, (at) => ({
      account: text(100, at),
      name: text(100, at),
      role: text(100, at),
      lastSignIn: text(40, at),
      manager: text(100, at),
      enabled: false,
    })),
    exportedAt: text(100, 0),
    controlTotal: 12,
  }),
  'verify-incident': (text) => ({
    solution: text(2000, 0),
    summary: text(2000, 0),
    cause: text(2000, 0),
    security: true,
    personalData: true,
  }),
  'read-agreement': (text) => ({
    document: text(200, 0),
    version: text(100, 0),
    url: addressAsLongAs(text(1000, 0)),
    changes: text(2000, 0),
    obligations: many(8, (at) => text(100, at)),
  }),
  'inform-staff': (text) => ({
    topic: text(500, 0),
    url: addressAsLongAs(text(1000, 0)),
    audience: text(200, 0),
  }),
  'transfer-securely': (text) => ({
    data: text(1000, 0),
    recipient: text(200, 0),
    personalData: true,
  }),
  'check-capacity': (text) => ({
    period: text(100, 0),
    locations: many(12, (at) => text(80, at)),
  }),
  'show-done': (text) => ({
    about: 'sent-insecurely',
    task: text(4000, 0),
    items: many(12, (at) => text(80, at)),
    promised: '2026-12-01',
    personalData: true,
  }),
  'nil-return': (text) => ({
    kind: 'transfer-securely',
    quarter: '2026-Q3',
    systems: many(25, (at) => text(100, at)),
  }),
};

/** A text within an address would be no address; its length is what matters. */
const addressAsLongAs = (text: string): string => 'https://voorbeeld.nl/'.padEnd(text.length, 'x');

/** A request that fills every field there is. `people` others are asked beside Anna. */
export function fullOpening(kind: KindName, text: TextOf, people: number): Overrides {
  const others = many(people, (at) => ({
    aadObjectId: `33333333-aaaa-4bbb-8ccc-${String(at).padStart(12, '0')}`,
    name: text(100, at),
  }));
  return openingFor(kind, {
    system: text(100, 0),
    reference: text(100, 0),
    title: text(200, 0),
    description: text(2000, 0),
    assignees: [{ aadObjectId: anna.aadObjectId, name: text(100, 0) }, ...others],
    details: detailsWith[kind](text),
  });
}

/** Fills the whole length with one pattern; what must differ begins with its number. */
export function filledWith(pattern: string): TextOf {
  return (length, at) => {
    const start = String(at).padStart(3, '0');
    const times = Math.floor((length - start.length) / pattern.length);
    return `${start}${pattern.repeat(times)}`;
  };
}

/** One text everywhere; what must differ ends with its number, and where it does not fit a word stands. */
export function everywhere(nasty: string): TextOf {
  return (length, at) => {
    const text = at === 0 ? nasty : `${nasty} ${String(at)}`;
    return text.length <= length ? text : `kort ${String(at)}`;
  };
}

function many<T>(length: number, make: (at: number) => T): T[] {
  return Array.from({ length }, (_, at) => make(at));
}
