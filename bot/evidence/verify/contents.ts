import type { Fault } from './chains.ts';
import type { Link } from './check-record.ts';
import { createCoverage } from './coverage.ts';
import type { About } from './read-about.ts';

// The clocks of two instances may differ; more than this is another order of things.
const skew = 10 * 60 * 1000;

/** What a file was found to hold. */
export interface Counted {
  readonly chains: number;
  readonly records: number;
  readonly people: number;
  readonly erased: number;
}

export interface Contents {
  /** Adds the next record; tells what is wrong with it beside its place in the chain. */
  readonly add: (link: Link) => string | undefined;
  /** After the last record: whether the file holds what it says that it holds. */
  readonly compare: (line: number) => Fault | undefined;
  readonly counted: () => Counted;
}

interface Current {
  readonly dutyId: string;
  readonly kind: string;
  readonly system: string;
  readonly reference: string;
  readonly at: number;
  readonly names: Map<string, string>;
}

/**
 * What the records of a file say, held against what the file says of itself: extent, kinds, people and
 * times. In development the clock can be set, so that times prove nothing there.
 */
export function createContents(about: About): Contents {
  const coverage = createCoverage(about.extent);
  const byKind = new Map<string, { chains: number; records: number }>();
  const people = new Set<string>();
  const timed = about.environment === 'production';
  const latest = Date.parse(about.asOf) + skew;
  let erased = 0;
  let current: Current | undefined;

  const timeProblem = (link: Link, before: Current | undefined): string | undefined => {
    if (!timed) return undefined;
    const at = Date.parse(link.at);
    if (at > latest) return `it is of ${link.at}, after the file was made`;
    if (before && at < before.at - skew) return 'its time lies before that of the record before it';
    return undefined;
  };

  return {
    add: (link) => {
      const { dutyId, kind, system, reference, by, who } = link;
      const before = current?.dutyId === dutyId ? current : undefined;
      const counted = byKind.get(kind) ?? { chains: 0, records: 0 };
      byKind.set(kind, {
        chains: counted.chains + (before ? 0 : 1),
        records: counted.records + 1,
      });
      if (by?.aadObjectId) people.add(by.aadObjectId);
      erased += link.erased;
      coverage.add(link);
      const names = before?.names ?? new Map<string, string>();
      current = { dutyId, kind, system, reference, at: Date.parse(link.at), names };
      if (before && (before.kind !== kind || before.system !== system))
        return 'it is of another kind or system than the record before it';
      return nameProblem(names, who, by?.aadObjectId) ?? timeProblem(link, before);
    },
    compare: (line) => {
      const problem = coverage.problem() ?? countProblem(about, byKind, people.size);
      return problem === undefined ? undefined : { line, problem };
    },
    counted: () => ({
      chains: sum(byKind, 'chains'),
      records: sum(byKind, 'records'),
      people: people.size,
      erased,
    }),
  };
}

const sum = (
  byKind: ReadonlyMap<string, { chains: number; records: number }>,
  what: 'chains' | 'records',
): number => [...byKind.values()].reduce((total, counted) => total + counted[what], 0);

/** Within a duty one name stands for one person, and one person has one name. */
function nameProblem(
  names: Map<string, string>,
  who: string | undefined,
  id: string | null | undefined,
): string | undefined {
  if (who === undefined || id === undefined || id === null) return undefined;
  const known = names.get(who);
  const other = [...names].some(([name, person]) => person === id && name !== who);
  names.set(who, id);
  return (known !== undefined && known !== id) || other
    ? 'the name under which somebody acts here belongs to somebody else'
    : undefined;
}

function countProblem(
  about: About,
  byKind: ReadonlyMap<string, { chains: number; records: number }>,
  people: number,
): string | undefined {
  if (about.people !== people)
    return `the manifest says that ${about.people} people acted, in the file ${people} did`;
  const kinds = new Set([...about.byKind.keys(), ...byKind.keys()]);
  const wrong = [...kinds].find((kind) => {
    const [said, found] = [about.byKind.get(kind), byKind.get(kind)];
    return said?.chains !== found?.chains || said?.records !== found?.records;
  });
  return wrong === undefined
    ? undefined
    : `the manifest counts ${JSON.stringify(wrong.slice(0, 40))} otherwise than the file does`;
}
