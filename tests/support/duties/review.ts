import type { TestApp } from '../app.ts';
import type { Answers, Card } from '../cards/card-reader.ts';
import { inputs } from '../cards/card-reader.ts';
import { annaInTeams } from '../teams/cast.ts';
import { anna, defined } from './duties.ts';
import * as stage from '../stage.ts';

/** A list on which every thousandth account administers, from the second on, and the fourth is Anna's own. */
export function accountList(size: number) {
  return Array.from({ length: size }, (_, at) => ({
    account: `user${String(at)}`,
    name: at === 3 ? anna.name : `Medewerker ${String(at)}`,
    role: at % 1000 === 1 ? 'Functioneel beheerder' : 'Inkoper',
    lastSignIn: '2026-11-20',
  }));
}

/** A review as Anna does it: each press goes on from the card that the one before gave. */
export async function startReview(app: TestApp, size: number) {
  const details = { accounts: accountList(size), controlTotal: size };
  const { id } = await stage.openDuty(app, 'review-access', { details });
  let message = stage.cardTo(app, annaInTeams, id);
  let shown = stage.shownTo(app, annaInTeams, id);

  /**
   * Presses a button and gives back what the new card says; `to` is the page that the button leads to. A role or a reason
   * that is asked for on a card of its own is given there.
   */
  const press = async (verb: string, answers: Answers = {}, to?: number): Promise<string> => {
    const asked = inputs(shown).map(({ id: name }) => name);
    const [now, later] = [true, false].map((here) =>
      Object.fromEntries(
        Object.entries(answers).filter(
          ([name]) => asked.includes(name) === here || verb !== 'review-save',
        ),
      ),
    );
    const notes = asked.some((name) => name.startsWith('note-')) ? 'given' : undefined;
    const where = (data: Card) => (to === undefined || data['to'] === to) && data['n'] === notes;
    const button = { verb, where, answers: now ?? {} };
    const reply = await stage.click(app, { person: annaInTeams, message, click: button, shown });
    shown = defined(reply.card);
    const rest = verb === 'review-save' && Object.keys(later ?? {}).length > 0;
    return rest ? press(verb, later, to) : stage.words(shown);
  };
  return {
    id,
    press,
    card: () => shown,
    /** The places on the list of the accounts on the page. */
    rows: () => inputs(shown).flatMap(({ id: name }) => /^decision-(\d+)$/.exec(name)?.[1] ?? []),
    /** What stands in the inputs. */
    typed: () =>
      Object.fromEntries(
        inputs(shown).map(({ id: name, json }): [string, unknown] => [name, json['value']]),
      ),
    /** Takes the newest card in the chat in hand. */
    pickUp: () => {
      message = stage.cardTo(app, annaInTeams, id);
      shown = stage.shownTo(app, annaInTeams, id);
    },
  };
}
