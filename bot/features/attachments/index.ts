import type { Clicks } from '../../casework/clicks.ts';
import { onClick, onDutyClick } from '../../casework/clicks.ts';
import { keep, keepNot } from './keep.ts';

/** Files that people keep as evidence of a duty. */
export const clicks: Clicks<'keep' | 'keepNot'> = {
  keep: onDutyClick('keep', 'party-in-person', keep),
  keepNot: onClick('keepNot', 'in-person', keepNot),
};
