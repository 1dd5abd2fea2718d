import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'done' | 'not-done' | 'cannot-judge';

/** What people type to answer it. */
export const showDoneSentences: Statements<Outcome> = {
  called: 'taak, task',
  matter: 'kopie, copy, gegevens, data, records',
  words: {
    strong:
      'gedaan, geregeld, ingericht, afgehandeld, afgerond, gewist, verwijderd, vernietigd, opnieuw ingevoerd, weer ingevoerd, done, arranged, set up, dealt with, taken care of, deleted, destroyed, entered again, re-entered',
    works: '',
    good: '',
    entire: '',
    unable: '',
    bad: 'mislukt, vergeten, failed, forgotten, forgot',
    denied: 'wissen, verwijderen, invoeren, regelen, delete, arrange, enter',
    trouble: '',
    worry: '',
  },
  yes: { outcome: 'done' },
  no: { outcome: 'not-done', undone: true },
  lines: { field: 'items', good: 'done', bad: 'open' },
};
