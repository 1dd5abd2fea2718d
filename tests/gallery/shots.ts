import { escalationCard, channelCard } from '../../bot/views/channel-card.ts';
import { dutyCard } from '../../bot/views/duty/duty-card.ts';
import { formNames, formTexts } from '../../bot/views/forms/texts.ts';
import { formCard } from '../../bot/features/duty-forms/cards.ts';
import { newsCard } from '../../bot/features/news/card.ts';
import { channelWordCard } from '../../bot/features/reminders/card.ts';
import { vendorReplyCard } from '../../bot/features/vendor/card.ts';
import { waitsFor } from '../../bot/duty/answering/quorum.ts';
import { kindOf } from '../../bot/kinds/index.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import type { ReaderNow } from '../../bot/views/reader.ts';
import type { Card } from '../../cards/card.ts';
import type { InEachLanguage } from '../../cards/language.ts';
import { chaptersOf, live } from '../stories/tell.ts';
import { answered } from '../support/duties/answers.ts';
import { asPlain, everyCard, stepCards } from '../support/cards/duty-cards.ts';
import type { Card as PlainCard } from '../support/cards/card-reader.ts';
import { anna, anOpening, bram, carla, dutch, english, opened } from '../support/duties/duties.ts';

/** One card as it is shown, beside the event that led to it. */
export interface Shot {
  readonly event: string;
  /** Who sees it. */
  readonly to: string;
  readonly cards: InEachLanguage<PlainCard>;
  /** A card of the same make was shown before: it is folded away, so that what is new can be read. */
  readonly alike?: true;
}

/** A page of the gallery: the cards of one kind, or those of the chat. */
export interface Page {
  readonly name: string;
  readonly shots: readonly Shot[];
}

type Made = (reader: ReaderNow) => Card | undefined;

function shot(event: string, to: string, make: Made): readonly Shot[] {
  const [nl, en] = [make(dutch), make(english)];
  return nl && en ? [{ event, to, cards: { nl: asPlain(nl), en: asPlain(en) } }] : [];
}

/** Every card of a kind: as its stories go, its forms, and the states that no story has. */
export function kindPage(kind: KindName): Page {
  const { duty, rows } = fresh(kind);
  const stories = chaptersOf(kind).flatMap((chapter) =>
    live(chapter, duty)
      .slice(-1)
      .flatMap(({ event, duty: now }) => seenBy(`${chapter.title} (${event.type})`, now)),
  );
  const inEnglish = new Map(everyCard(duty, rows, english));
  const states = everyCard(duty, rows, dutch).flatMap(([state, card]) =>
    shot(`The state: ${state}`, '', ({ language }) =>
      language === 'nl' ? card : inEnglish.get(state),
    ),
  );
  return {
    name: kind,
    shots: once([
      ...seenBy('It is asked (opened)', duty),
      ...steps(duty),
      ...stories,
      ...formShots(duty),
      ...words(duty),
      ...states,
    ]),
  };
}

function fresh(kind: KindName) {
  const opening = anOpening(kind);
  return { duty: opened(opening).duty, rows: opening.rows };
}

const seenBy = (event: string, duty: Duty): readonly Shot[] => [
  // What is decided row by row is shown with its rows, among the states.
  ...(kindOf(duty.kind).byRow && waitsFor(duty, anna.aadObjectId)
    ? []
    : shot(event, anna.name, (reader) => dutyCard(duty, { viewer: anna.aadObjectId }, reader))),
  ...shot(event, 'the IT channel', (reader) => channelCard(duty, reader)),
];

/** Each step that an answer opens in the place of the card. */
function steps(duty: Duty): readonly Shot[] {
  const inEnglish = new Map(stepCards(duty, english));
  return stepCards(duty, dutch).flatMap(([pressed, card]) =>
    shot(
      `The answer ${pressed}`.replace('The answer “more”', 'The button “more”'),
      anna.name,
      ({ language }) => (language === 'nl' ? card : inEnglish.get(pressed)),
    ),
  );
}

/** Each form in the place of the card: those of an open duty, and those of a finding. */
function formShots(duty: Duty): readonly Shot[] {
  const found = answered(duty, 'problem');
  return formNames.flatMap((name) => {
    const own = name === 'cannot-judge' || name === 'hand-over' || name === 'later';
    const shown = { name, people: [bram, carla], typed: {}, messages: [] };
    return shot(`“${formTexts.nl[name].title}” pressed`, own ? anna.name : bram.name, (reader) =>
      formCard(own ? duty : found, shown, reader),
    );
  });
}

/** What is said about a duty beside its card. */
function words(duty: Duty): readonly Shot[] {
  const found = answered(duty, 'problem');
  const reply = { sends: false, leadsBack: true };
  const told = { type: 'news', news: 'unsolved' } as const;
  return [
    ...shot('The reply to the vendor is asked for', bram.name, (reader) =>
      vendorReplyCard(found, reader, reply),
    ),
    ...shot('The vendor has not solved it yet', anna.name, (reader) =>
      newsCard(found, { about: told, where: 'personal' }, reader),
    ),
    ...shot('It is late', 'the IT channel', (reader) =>
      channelWordCard(duty, { said: { type: 'late' } }, reader),
    ),
    ...shot('It failed again', 'the IT channel', (reader) => escalationCard(found, reader)),
  ];
}

/** A card that stands there already, to the same readers' eyes, is not shown again. */
function once(shots: readonly Shot[]): readonly Shot[] {
  const seen = new Set<string>();
  return shots.filter(({ cards }) => {
    const looks = JSON.stringify(cards);
    return !seen.has(looks) && seen.add(looks);
  });
}
