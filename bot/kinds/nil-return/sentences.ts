import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'none' | 'one' | 'checked' | 'unknown';

/** What people type to answer it. */
export const nilReturnSentences: Statements<Outcome> = {
  called: 'nihil, nihilopgave, kwartaal, nil return, quarter',
  words: {
    filler:
      'dat kwartaal, in dat kwartaal, dit kwartaal, in dit kwartaal, that quarter, in that quarter, this quarter, in this quarter',
    strong:
      'niets gebeurd, geen gebeurd, nothing happened, niet voorgekomen, did not happen, nihil bevestigd, none happened, er was niets, er was er geen, er waren er geen, there was nothing, there was none, there were none, er was inderdaad niets, er waren er inderdaad geen, there was indeed nothing, there was indeed none, there were indeed none',
    degree: 'inderdaad, echt, ook, indeed, really, also',
    works: '',
    good: '',
    entire: '',
    unable: 'weet ik niet, weet niet, weet het niet, geen idee, do not know, no idea',
    bad: 'was er wel, er was er wel, wel een, wel degelijk, wel gebeurd, er een gehad, hadden er een, there was one, one happened, did have one, did happen, had one, had some, there were some',
    denied: '',
    trouble: '',
    worry: '',
  },
  yes: { outcome: 'none' },
  no: { outcome: 'one' },
  unable: { outcome: 'unknown' },
};
