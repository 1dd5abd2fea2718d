import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'works' | 'remark' | 'broken' | 'untested';

/** What people type to answer it. */
export const verifyChangeSentences: Statements<Outcome> = {
  called: 'wijziging, wijzigingen, change, release',
  matter: 'update, upgrade, patch, aanpassing',
  yes: { outcome: 'works' },
  no: { outcome: 'broken' },
  unable: { outcome: 'untested', notDone: true },
  lines: { field: 'checks', good: 'ok', bad: 'wrong' },
  facts: {
    blocking: {
      yes: 'ligt stil, kan niet verder, kunnen niet verder, kan niet werken, kunnen niet werken, blokkeert, blocked, blocking, cannot work, can not work',
    },
  },
};
