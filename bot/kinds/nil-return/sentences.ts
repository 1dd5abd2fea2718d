import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'none' | 'one' | 'checked' | 'unknown';

/** What people type to answer it. */
export const nilReturnSentences: Statements<Outcome> = {
  called: 'nihil, nihilopgave, kwartaal, nil return, quarter',
  words: {
    strong:
      'niets gebeurd, geen gebeurd, nothing happened, niet voorgekomen, did not happen, nihil bevestigd, none happened',
    works: '',
    good: '',
    entire: '',
    unable: 'weet ik niet, weet niet, weet het niet, geen idee, do not know, no idea',
    bad: 'was er wel, wel een, wel gebeurd, there was one, one happened',
    denied: '',
    trouble: '',
    worry: '',
  },
  yes: { outcome: 'none' },
  no: { outcome: 'one' },
  unable: { outcome: 'unknown' },
};
