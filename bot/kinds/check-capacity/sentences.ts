import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'enough' | 'tight' | 'not-enough' | 'no-measurement';

/** What people type to answer it. */
export const checkCapacitySentences: Statements<Outcome> = {
  called: 'capaciteit, capacity',
  matter:
    'lijn, lijnen, verbinding, verbindingen, line, lines, connection, connections, meting, metingen, measurement, measurements, internetlijn, locaties, vestigingen, locations, sites, netwerk, network',
  words: {
    amount: 'capaciteit, bandbreedte, ruimte, snelheid, capacity, bandwidth, headroom, speed, room',
    strong:
      'voldoende, ruim voldoende, ruim genoeg, meer dan genoeg, meer dan voldoende, toereikend, sufficient, adequate, ample, more than enough, more than sufficient, plenty, in orde, akkoord, op orde, genoeg op beide, genoeg op beide locaties, genoeg op alle locaties, genoeg op alle lijnen, overal genoeg, genoeg overal, overal voldoende, enough everywhere, enough at both locations, enough on both lines, enough at all locations, enough on all lines, both enough, volstaat, suffices, plenty of, ruimschoots voldoende, kan het aan, kunnen het aan, kan het makkelijk aan, kunnen het makkelijk aan, kan het goed aan, kunnen het goed aan, kan het prima aan, kunnen het prima aan, can handle it, can easily handle it, can cope, can cope easily',
    good: 'genoeg, enough, goed, prima, ok, oke, okay, fine',
    entire: '',
    works: '',
    done: 'gemeten, gecontroleerd, nagemeten, nagekeken, bekeken, measured, checked, verified, reviewed, monitored',
    degree:
      'gewoon, ook, nu, heel, ruim, zeker ruim, op beide locaties, op alle locaties, op alle lijnen, overal, voor beide locaties, voor alle locaties, in beide vestigingen, op beide lijnen, in, op, at both locations, at all locations, on all lines, everywhere, on both lines, in both locations, for both locations, now, also, at, on',
    trouble:
      'tekort, tekorten, shortage, shortages, knelpunten, knelpunt, bottleneck, bottlenecks, vertraging, vertragingen, congestie, congestion',
    worry: 'klachten, complaints, probleem, problemen, problem, problems, issue, issues',
    bad: 'onvoldoende, te weinig, loopt vol, zit vol, zitten vol, te krap, te klein, te traag, insufficient, inadequate, lack, lacks, lacking, too little, too small, too slow, need more, needs more, meer nodig, meer capaciteit nodig, meer bandbreedte nodig, overbelast, overloaded, ontoereikend, vol, loopt vol, saturated, falls short, fall short, is short of, short of, runs short, schiet tekort, schieten tekort, is full, are full, running out of, are running out of, is running out of, run out of, runs out of, running low on, raakt op, raken op, raakt vol, raken vol, congested, maxed out, at its limit',
    denied: '',
    unable:
      'niet gemeten, geen meting, geen metingen, nog niet gemeten, geen meetgegevens, not measured, no measurement, no measurements, no figures, geen cijfers, not been measured',
  },
  yes: { outcome: 'enough' },
  no: { outcome: 'not-enough' },
  unable: { outcome: 'no-measurement' },
  outright: {
    tight:
      'krap, aan de krappe kant, net aan, net genoeg, net voldoende, op het randje, op het nippertje, maar net, net toereikend, kantje boord, just enough, just sufficient, only just, tight, a bit tight, just about enough, barely enough, only just enough',
  },
  lines: { field: 'locations', good: 'enough', bad: 'short' },
};
