import type { Json } from '../../kinds/kind.ts';
import { valueAt } from '../../duty/record/sealing.ts';
import type { Link } from './check-record.ts';
import type { FileExtent } from './read-about.ts';

/** Whether the chains of a file belong to what the file says that it covers. */
export interface Coverage {
  readonly add: (link: Link) => void;
  /** After the last record. */
  readonly problem: () => string | undefined;
}

/** What the IT team has laid down goes with every kind. */
const registers: readonly string[] = ['plans', 'house-rules', 'roster', 'it-channel', 'audits'];

const isWithin = (at: string, { from, to }: FileExtent): boolean =>
  (from === undefined || at >= from) && (to === undefined || at < to);

/**
 * Every chain of a file of a period must have happened in it, at least in part; every chain of a file of
 * a kind must be of the kind, follow from one that is, or say that there was none.
 */
export function createCoverage(extent: FileExtent): Coverage {
  const untouched = new Set<string>();
  const ofKind = new Set<string>();
  const others = new Map<string, string | undefined>();

  const addKind = (link: Link): void => {
    const { dutyId, seq, kind } = link;
    if (extent.kind === undefined || seq !== 1) return;
    const nil = textAt(link.data, '/details/kind');
    const belongs =
      kind === extent.kind ||
      registers.includes(kind) ||
      (kind === 'nil-return' && (nil === extent.kind || nil === undefined));
    if (belongs) ofKind.add(dutyId);
    else others.set(dutyId, textAt(link.data, '/follows/duty'));
  };

  return {
    add: (link) => {
      addKind(link);
      if (isWithin(link.at, extent)) untouched.delete(link.dutyId);
      else if (link.seq === 1) untouched.add(link.dutyId);
    },
    problem: () => {
      const [early] = untouched;
      if (early !== undefined) return `nothing of duty ${early} happened in the period of the file`;
      for (let before = -1; before !== ofKind.size;) {
        before = ofKind.size;
        for (const [dutyId, follows] of others)
          if (follows !== undefined && ofKind.has(follows)) ofKind.add(dutyId);
      }
      const foreign = [...others.keys()].find((dutyId) => !ofKind.has(dutyId));
      return foreign === undefined
        ? undefined
        : `duty ${foreign} is not of the kind that the file says it holds`;
    },
  };
}

function textAt(data: Json, pointer: string): string | undefined {
  const value = valueAt(data, pointer);
  return typeof value === 'string' ? value : undefined;
}
