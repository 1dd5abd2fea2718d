import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'done' | 'partly' | 'not-done' | 'not-mine';

/** What people type to answer it. */
export const informStaffSentences: Statements<Outcome> = {
  called: 'vuistregels, awareness',
  matter:
    'medewerkers, collegas, mensen, personeel, afdeling, department, team, staff, employees, colleagues, people, everyone on the team, regels',
  words: {
    strong:
      'gedaan, afgerond, afgehandeld, uitgevoerd, klaar, op de hoogte, ervan op de hoogte, op de hoogte gebracht, op de hoogte gesteld, done, completed, finished, taken care of, up to date',
    entire:
      'heeft het gehoord, hebben het gehoord, meegekregen, heeft het meegekregen, hebben het meegekregen, weet dit, weten dit, have heard it, has heard it, were told, were informed, were briefed, verteld, uitgelegd, toegelicht, gezegd, explained, geinformeerd, ingelicht, bereikt, weet het, weten het, weet ervan, weten ervan, informed, told, reached, briefed, notified, knows, know, aware, knows about it, know about it, bijgepraat, been informed',
    works: '',
    good: '',
    filler:
      'mail, mailtje, bericht, berichtje, presentatie, de, het, the, a, an, een, er, email, message, over, about, it',
    done: 'besproken, gestuurd, verstuurd, sent, gestuurd naar, gedeeld, gemaild, gepresenteerd, behandeld, doorgenomen, discussed, presented, shared, mailed, emailed, covered, went over, talked about, talked through',
    all: 'aan iedereen, met iedereen, bij iedereen, naar iedereen, aan allen, aan alle, met alle, naar alle, aan het hele, met het hele, naar het hele, aan de hele, met de hele, naar de hele, aan al mijn, met al mijn, to everyone, with everyone, to everybody, with everybody, to all, with all, to the whole, with the whole, to the entire, with the entire, to all my, with all my, alles, alle, allen, iedereen, allemaal, beide, het hele, de hele, hele, alle mensen, all, all of them, everyone, everybody, the whole, whole, the entire, entire, every, all my, all our, al mijn, al onze, mijn team, ons team, het team, mijn afdeling, onze afdeling, de afdeling, mijn hele team, mijn hele afdeling, my team, our team, the team, my department, our department, the department',
    with: 'met, with, to, aan',
    me: 'ik, wij, we, i',
    degree:
      'gewoon, ook, nu, inmiddels, in het teamoverleg, in het overleg, in het werkoverleg, in de vergadering, in de teamvergadering, tijdens het teamoverleg, tijdens het overleg, tijdens het werkoverleg, tijdens de vergadering, per mail, via de mail, via teams, now, also, in the team meeting, in the meeting, during the meeting, during the team meeting, at the stand-up, by mail, by email, via teams, in person',
    trouble:
      'overgeslagen, vergeten, gemist, skipped, missed, forgotten, left out, was left out, was skipped, was missed, was forgotten, is overgeslagen, is vergeten, overlooked',
    bad: 'mislukt, vergeten, forgot, did not get round, did not get around, not got round',
    denied:
      'gebeurd, happened, informeren, bespreken, inform, reach, tell, bereiken, toegekomen, vertellen',
    unable: '',
  },
  yes: { outcome: 'done' },
  no: { outcome: 'not-done', ofSome: 'partly', undone: true },
  outright: {
    'not-mine':
      'niet mijn mensen, niet mijn team, niet mijn afdeling, not my people, not my team, not my department, niet mijn medewerkers, not my staff, niet de leidinggevende, geen leidinggevende, heb geen medewerkers, heb geen personeel, heb geen team, heb geen mensen, geef geen leiding, not the manager, not a manager, have no staff, have no team, have no employees, do not manage anyone, do not have any staff, do not have a team',
    partly:
      'deels gedaan, gedeeltelijk gedaan, de meesten weten het, nog niet iedereen, niet iedereen, partly done, partially done, most of them know, not everyone, not everybody, half gedaan, grotendeels gedaan, mostly done',
  },
};
