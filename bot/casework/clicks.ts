import type { Card } from '../../cards/card.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import type { Duty } from '../duty/duty.ts';
import type { DutyId, Person } from '../duty/ids.ts';
import type { Place, Response, Sender } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';
import type { Stored } from '../ports/stored.ts';
import type { ButtonName, Said } from '../views/buttons.ts';
import { buttons } from '../views/buttons.ts';
import type { ReaderNow } from '../views/reader.ts';
import type { Actor } from './people/actor.ts';

/** A click or a word that somebody may use here, with everything that the answer needs. */
export interface Asked {
  readonly services: Services;
  readonly from: Sender;
  readonly at: Place;
  readonly person: Person;
  /** The same person with the rights of the place. */
  readonly actor: Actor;
  /** In the IT channel, and not of the IT team: a guest, or whom Teams does not tell of. */
  readonly outsider?: true;
  readonly reader: ReaderNow;
  /** Everything that came along: the fields of a form stand in it. */
  readonly submitted: Submitted;
}

/** A click with what its button says. */
export interface Clicked<B extends ButtonName> extends Asked {
  readonly data: Said<B>;
}

/** A click about a duty that whoever clicked has to do with. */
export interface DutyClicked<B extends ButtonName> extends Clicked<B> {
  readonly duty: Duty;
  /** The same with its version, so that an answer need not read it again. */
  readonly read: Stored<Duty>;
}

/**
 * Who may click: everybody; one person in their own chat, where names may be shown; the IT team in its
 * channel; an overseer, which is the IT team and the auditor, also in their own chat. About a duty: whoever is asked; whom its survey asks; a party, which is whoever was asked, owns
 * a finding, holds an office that it called upon, or the IT team.
 */
export type Who = 'everybody' | 'in-person' | 'it-team' | 'overseer';
export type DutyWho = 'asked' | 'asked-in-person' | 'surveyed' | 'party' | 'party-in-person';

/** What a verb leads to, before the one place that lets people in has looked at it. */
export type Click =
  | {
      readonly who: Who;
      /** Undefined where the card is of another version: nothing is done then. */
      readonly begin: (submitted: Submitted) => ((asked: Asked) => Promise<Response>) | undefined;
    }
  | {
      readonly who: DutyWho;
      readonly begin: (submitted: Submitted) =>
        | {
            readonly id: DutyId;
            /** Undefined where it turns out not to be theirs after all. */
            readonly answer: (asked: Asked, read: Stored<Duty>) => Promise<Response | undefined>;
          }
        | undefined;
    };

/** The clicks that a room answers. */
export type Clicks<B extends ButtonName> = Readonly<Record<B, Click>>;

/** Declares who may use a verb, and what it does. */
export function onClick<B extends ButtonName>(
  name: B,
  who: Who,
  run: (clicked: Clicked<B>) => Promise<Response | Card>,
): Click {
  return {
    who,
    begin: (submitted) => {
      const data = dataOf(name, submitted);
      return (
        data &&
        (async (asked) => {
          return asResponse(await run({ ...asked, data }));
        })
      );
    },
  };
}

/** What was asked is done: the card takes the place of the one that was clicked, and a dialog ends with the line. */
export const ending = (inPlace: Card, line: string): Response => ({
  messages: [],
  inPlace,
  toast: line,
});

/** A card alone takes the place of the one that was clicked. */
const asResponse = (answer: Response | Card): Response =>
  'messages' in answer ? answer : { messages: [], inPlace: answer };

type AboutDuty = { [B in ButtonName]: Said<B> extends { duty: DutyId } ? B : never }[ButtonName];

/** Declares a verb that is about one duty; a card that it gives takes the place of the one that was clicked. */
export function onDutyClick<B extends AboutDuty>(
  name: B,
  who: DutyWho,
  run: (clicked: DutyClicked<B>) => Promise<Response | Card | undefined>,
): Click {
  return {
    who,
    begin: (submitted) => {
      const data = dataOf(name, submitted);
      if (!data) return undefined;
      const { duty: id } = data as { duty: DutyId };
      return {
        id,
        answer: async (asked, read) => {
          const answer = await run({ ...asked, data, read, duty: read.value });
          return answer && asResponse(answer);
        },
      };
    },
  };
}

// The table of buttons says the same of its entries; the compiler does not follow that through a name.
const dataOf = <B extends ButtonName>(name: B, submitted: Submitted): Said<B> | undefined =>
  buttons[name].read(submitted) as Said<B> | undefined;
