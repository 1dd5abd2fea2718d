import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'solved' | 'partly' | 'not-solved' | 'comes-back' | 'cannot-judge';

/** What people type to answer it. */
export const verifyIncidentSentences: Statements<Outcome> = {
  called: 'incident, storing',
  matter:
    'melding, ticket, probleem, fout, foutmelding, bug, error, problem, issue, outage, oplossing, solution, fix',
  words: {
    strong:
      'opgelost, is weer opgelost, verholpen, hersteld, gefixt, gefixed, gefikst, gerepareerd, gemaakt, uit de wereld, kan dicht, mag dicht, kan gesloten worden, mag gesloten worden, can be closed, may be closed, solved, resolved, fixed, repaired, cured, geen storing meer, geen storingen meer, geen fout meer, geen fouten meer, geen foutmelding meer, geen foutmeldingen meer, geen problemen meer, geen probleem meer, no more errors, no more problems, no more issues, no errors anymore, no problems anymore, has been solved, has been resolved, has been fixed, heeft gewerkt, verdwenen, voorbij, is over, is voorbij, in orde, akkoord, goedgekeurd, oplossing werkt, solution works, fix works, fix worked, solution worked, is over and done',
    vanished:
      'weg, is weg, zijn weg, is nu weg, gone, is gone, are gone, has gone, is verdwenen, disappeared, has disappeared',
    works:
      'werkt nu weer, werken nu weer, doet het nu weer, doen het nu weer, werkt het weer, werkt alles weer, works now, is working now, werkt weer, werken weer, doet het weer, doen het weer, functioneert weer, loopt weer normaal, lopen weer normaal, werkt weer normaal, werken weer normaal, draait weer normaal, draaien weer normaal, works normally again, working normally again, works again, work again, is working again, are working again, back to normal, up and running again, loopt weer, lopen weer, draait weer, draaien weer, gaat weer goed, gaan weer goed, gaat weer, lukt weer, lukken weer, working again, functioning again, running again, operational again, als vanouds, back in business, works as before',
    gone: 'treedt niet meer op, treden niet meer op, komt niet meer voor, komen niet meer voor, doet zich niet meer voor, doen zich niet meer voor, geen last meer, geen hinder meer, geen last meer van, is weg en blijft weg, niet meer gezien, niet meer voorgekomen, niet meer opgetreden, does not occur anymore, does not occur any more, no longer occurs, do not occur anymore, does not happen anymore, does not happen any more, no longer happens, has not come back since, do not happen anymore, not occurring anymore, does not appear anymore, no longer appears, no longer happening, not happening anymore, no longer occurring, no longer there, no longer present, no longer an issue, not seen it since, have not seen it since, has not happened since',
    degree:
      'gewoon, weer, worden weer, wordt weer, worden weer goed, wordt weer goed, worden nu weer, wordt nu weer, heel, erg, echt, nu, inmiddels, zoals het hoort, now, again, very, really, as expected, as it should',
    denied:
      'werkt, werken, works, work, working, lukt, lukte, gelukt, helpt, help, helped, hielp, geholpen, oplost, doet het, kunnen, komt',
    bad: 'unresolved, unsolved, onopgelost, bestaat nog, nog last, nog last van, nog hinder, nog hinder van, terug van weggeweest, treedt nog op, doet zich nog voor, kapot, stuk, mislukt, fails, failed, failing, broken, crasht, crashes, persists, occurs, happens, krijg, werkt niet, loopt vast, hangt, still there, there still, still happens, still exists, still happening, still fails, still broken, same error, zelfde fout, zelfde foutmelding, zelfde probleem, same problem, speelt nog, speelt nog steeds, niets veranderd, niks veranderd, geen verandering, nothing changed, nothing has changed, no change, is er nog, zijn er nog, er nog steeds, is still there',
    still: 'nog steeds, nog altijd, steeds, blijft, blijven, still, keeps, remains',
  },
  yes: { outcome: 'solved' },
  no: { outcome: 'not-solved', ofSome: 'partly', stillThere: true },
  unable: { outcome: 'cannot-judge' },
  outright: {
    'comes-back':
      'happened again, happens again, happening again, gebeurt weer, gebeurde weer, weer gebeurd, opnieuw gebeurd, komt terug, komt steeds terug, komt telkens terug, komt weer terug, komt elke week terug, komt elke dag terug, komt iedere week terug, komt iedere dag terug, keert terug, weer terug, is terug, opnieuw opgetreden, comes back, came back, keeps coming back, coming back, is back, recurs, keeps recurring, is back again',
    partly:
      'deels opgelost, gedeeltelijk opgelost, voorlopig opgelost, half opgelost, grotendeels opgelost, partly solved, partially solved, partly fixed, partially fixed, partly resolved, partially resolved, solved for now, fixed for now, resolved for now, mostly solved, mostly fixed',
  },
};
