import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'succeeded' | 'loss' | 'failed' | 'cannot-judge';

/** What people type to answer it. */
export const confirmRestoreSentences: Statements<Outcome> = {
  called: 'herstel, restore, backup, herstelactie',
  matter:
    'back up, terugzetten, terugplaatsen, herstellen, recovery, bestanden, gegevens, data, map, mappen, records, record, files, file, folder, folders, administratie, inhoud, content, contents, samples, sample, steekproef, steekproeven, aantallen, totalen, counts, totals',
  words: {
    filler: 'there are, there is',
    none: 'no data, no files, no file, no records, geen data, geen gegevens, geen bestanden, geen enkel bestand, not a single file',
    works:
      'werkt, werkt weer, zijn te openen, gaan open, gaan weer open, openen goed, openen weer, kunnen worden geopend, openen allemaal, open fine, open again, open correctly, open without problems, can be opened',
    strong:
      'gelukt, goed gelukt, geslaagd, succesvol, in orde, akkoord, compleet, klopt, kloppen, goedgekeurd, goed hersteld, goed teruggezet, netjes teruggezet, volledig teruggezet, correct teruggezet, juist teruggezet, volledig hersteld, fully restored, correctly restored, properly restored, succeeded, success, a success, successful, was successful, were successful, was a success, successfully, successfully restored, completed successfully, complete, intact, approved, accepted, passed, in order, match, matches, tally, komen overeen, stemmen overeen, komt overeen, stemt overeen, succesvol verlopen, goed verlopen, worked, goed gegaan, prima gegaan, voltooid, afgerond, volledig, went well, went fine, all there',
    gone: 'ontbreekt niets, mist niets, niets ontbreekt, niets mist, ontbreekt niks, mist niks, niks ontbreekt, niks mist, missen niets, missen niks, mis niets, mis niks, missen we niets, missen we niks, miss nothing, are missing nothing, are not missing anything, is not missing anything',
    entire:
      'zijn er weer, staat er weer, staan er weer, is er weer, terug, teruggevonden, teruggezet, teruggekomen, hersteld, aanwezig, back, restored, recovered, was restored, were restored, was recovered, were recovered, present, is there, are there, is all there, are all there, there, staat er weer in, staan er weer in, zit er weer in, zitten er weer in',
    trouble:
      'verlies van gegevens, verlies van data, loss of data, mist, missen, verloren gegaan, was lost, were lost, went missing, kwijt, kwijtgeraakt, weg, ontbreekt, ontbreken, verloren, verlies, verschil, verschillen, fout, fouten, mis, verkeerd, missing, lost, loss, data loss, wrong, error, errors, differences, difference, gone, corrupt, beschadigd, damaged',
    bad: 'files missing, data missing, records missing, bestanden weg, leeg, empty, unsuccessful, unsuccessfully, mislukt, failed, fails, onvolledig, incompleet, incomplete, corrupted, onleesbaar, unreadable, kapot, zijn er niet, zijn er nog niet, is er niet, is er nog niet, staan er niet, staat er niet, staan er nog niet, staat er nog niet, zit er niet in, zitten er niet in, nergens te vinden, niet te vinden, nowhere to be found, overschreven, overwritten, er staat niets, staat niets, staat er niets, nothing there, nothing came back',
    denied:
      'open, opened, geopend, opens, te openen, opent, succeed, succes, lukt, lukte, work, werkt, works',
  },
  yes: { outcome: 'succeeded' },
  no: { outcome: 'failed' },
  unable: { outcome: 'cannot-judge' },
  outright: {
    failed:
      'verkeerde versie, verkeerde bestanden, verkeerde map, verkeerde datum, wrong version, wrong files, wrong folder, wrong date, wrong backup',
  },
  lines: { field: 'samples', good: 'same', bad: 'different' },
};
