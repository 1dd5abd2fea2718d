import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'succeeded' | 'loss' | 'failed' | 'cannot-judge';

/** What people type to answer it. */
export const confirmRestoreSentences: Statements<Outcome> = {
  called: 'herstel, restore, backup, herstelactie',
  matter:
    'bestanden, gegevens, data, map, mappen, records, record, files, file, folder, folders, administratie, inhoud, content, contents, samples, sample, steekproef, steekproeven, aantallen, totalen, counts, totals',
  words: {
    strong:
      'gelukt, goed gelukt, geslaagd, succesvol, in orde, akkoord, compleet, klopt, kloppen, goedgekeurd, goed hersteld, goed teruggezet, netjes teruggezet, volledig teruggezet, correct teruggezet, juist teruggezet, volledig hersteld, fully restored, correctly restored, properly restored, succeeded, success, a success, successful, was successful, were successful, was a success, successfully, successfully restored, completed successfully, complete, intact, approved, accepted, passed, in order, succesvol verlopen, goed verlopen, worked',
    gone: 'ontbreekt niets, mist niets, niets ontbreekt, niets mist',
    entire:
      'zijn er weer, staat er weer, staan er weer, is er weer, terug, teruggezet, teruggekomen, hersteld, aanwezig, back, restored, recovered, present, there',
    trouble:
      'kwijt, kwijtgeraakt, weg, ontbreekt, ontbreken, verloren, verlies, verschil, verschillen, fout, fouten, mis, verkeerd, missing, lost, loss, data loss, wrong, error, errors, differences, difference, gone, corrupt, beschadigd, damaged',
    bad: 'files missing, data missing, records missing, bestanden weg, leeg, empty, unsuccessful, unsuccessfully, mislukt, failed, fails, onvolledig, incompleet, incomplete, corrupted, onleesbaar, unreadable, kapot, overschreven, overwritten',
    denied:
      'open, openen, opens, te openen, opent, succeed, succes, lukt, lukte, work, werkt, works',
  },
  yes: { outcome: 'succeeded' },
  no: { outcome: 'failed' },
  unable: { outcome: 'cannot-judge' },
  lines: { field: 'samples', good: 'same', bad: 'different' },
};
