import { DateTime } from 'luxon';
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
import { openFinding } from '../../bot/duty/duty.ts';
import type { ReaderNow } from '../../bot/views/reader.ts';
import type { Card } from '../../cards/card.ts';
import type { InEachLanguage } from '../../cards/language.ts';
import { chaptersOf, live } from '../stories/tell.ts';
import { noneInTwo, ofThreeSystems, restAsked } from '../support/duties/several-systems.ts';
import { after, answered } from '../support/duties/answers.ts';
import { exception, loss } from '../support/duties/borne.ts';
import { asPlain, everyCard, stepCards } from '../support/cards/duty-cards.ts';
import type { Card as PlainCard } from '../support/cards/card-reader.ts';
import {
  anna,
  anOpening,
  bram,
  carla,
  defined,
  detailsOf,
  dutch,
  english,
  opened,
} from '../support/duties/duties.ts';
import { nilReturnTexts } from '../../bot/kinds/nil-return/texts.ts';
import { toInstant } from '../../bot/duty/time/instant.ts';

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

/** A card in both languages; none where there is nothing to show. */
export function shot(event: string, to: string, make: Made): readonly Shot[] {
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
      ...(kind === 'nil-return' ? ofSystems() : []),
      ...(kind === 'transfer-securely' ? isBorne(kind, exception(called[kind])) : []),
      ...(kind === 'confirm-restore' ? isBorne(kind, loss(called[kind])) : []),
      ...(kind === 'read-agreement' ? ofObligations() : []),
      ...(kind === 'confirm-restore' ? seenBy('The bot drew what to look at', drawn()) : []),
      ...stories,
      ...formShots(duty),
      ...words(duty),
      ...states,
    ]),
  };
}

/** What each is called where it is really asked. */
const called: Readonly<Record<KindName, { reference: string; title: string; system?: string }>> = {
  'verify-change': { reference: 'CHG-4711', title: 'Release 2026.4: nieuwe btw-codes' },
  'confirm-restore': { reference: 'RST-0912', title: 'Herstel van de projectadministratie' },
  'review-access': { reference: 'TOEGANG-2026-Q4', title: 'Wie heeft toegang tot Financials?' },
  'verify-incident': { reference: 'INC-3087', title: 'Loonstrook van een collega zichtbaar' },
  'read-agreement': { reference: 'VWO-2026-2', title: 'Nieuwe verwerkersovereenkomst' },
  'inform-staff': { reference: 'BEWUST-2026', title: 'De zeven vuistregels' },
  'transfer-securely': { reference: 'OVD-0218', title: 'Salarissen voor de proefmigratie' },
  'check-capacity': { reference: 'CAP-2026-Q4', title: 'Zijn onze verbindingen snel genoeg?' },
  'show-done': { reference: 'RST-0912-na', title: 'Opnieuw invoeren wat na het herstel ontbreekt' },
  'nil-return': {
    reference: 'NUL-2026-Q3',
    title: nilReturnTexts.nl.title(nilReturnTexts.nl.none['verify-change'], 'Q3 2026'),
    system: nilReturnTexts.nl.system,
  },
};

function fresh(kind: KindName) {
  const opening = anOpening(kind, called[kind]);
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

/** A restore of which the bot drew what is looked at: nobody gave a number to begin with. */
function drawn(): Duty {
  const details = {
    scope: 'Projectadministratie 2026',
    restorePoint: '2026-11-14T18:00',
    population: 1250,
  };
  return opened(anOpening('confirm-restore', { ...called['confirm-restore'], details })).duty;
}

/** A quarter asked about three systems: the question, its steps, and the answer for two of them. */
function ofSystems(): readonly Shot[] {
  const told = live({ title: '', events: [noneInTwo, () => restAsked] }, ofThreeSystems);
  return [
    ...seenBy('It is asked about three systems', ofThreeSystems),
    ...steps(ofThreeSystems),
    ...told.flatMap(({ duty }) =>
      seenBy(duty.askedOn ? 'What was left is asked' : 'Answered for two of the three', duty),
    ),
  ];
}

/** An exception, or a loss: somebody is asked, says no, and an owner is named. */
function isBorne(
  kind: KindName,
  { asked, refused }: { readonly asked: Duty; readonly refused: Duty },
): readonly Shot[] {
  const plan = { finding: defined(openFinding(refused)).id, owner: carla, dueOn: '2026-12-04' };
  const planned = after(refused, { type: 'finding-planned', by: bram, ...plan });
  const what = kind === 'confirm-restore' ? 'A loss' : 'An exception';
  return [
    ...seenBy(`${what} waits for a yes`, asked),
    ...seenBy(`${what} was refused`, refused),
    ...seenBy(`${what} was refused, and an owner is named`, planned),
  ];
}

/** An agreement that puts something on us: one choice for all of it, and a step for each point where that differs. */
function ofObligations(): readonly Shot[] {
  const obligations = ['Datalek binnen 24 uur melden', 'Meldpunt aan medewerkers vertellen'];
  const details = { ...detailsOf['read-agreement'], obligations };
  const { duty } = opened(anOpening('read-agreement', { ...called['read-agreement'], details }));
  const viewer = anna.aadObjectId;
  const step = (at: number, chosen?: string) => ({
    step: {
      outcome: 'understood',
      at,
      ...(chosen === undefined ? { pressed: true as const } : {}),
    },
    typed: chosen === undefined ? {} : { readVersion: 'same', 'listed-all': chosen },
  });
  return [
    ...shot(
      'The answer “understood” pressed, of an agreement with obligations',
      anna.name,
      (reader) => dutyCard(duty, { viewer, form: step(1) }, reader),
    ),
    ...shot('It differs from point to point', anna.name, (reader) =>
      dutyCard(duty, { viewer, form: step(2, 'each') }, reader),
    ),
  ];
}

/** Each form in the place of the card: those of an open duty, and those of a finding. */
function formShots(duty: Duty): readonly Shot[] {
  const found = answered(duty, 'problem');
  return formNames.flatMap((name) => {
    const own = name === 'cannot-judge' || name === 'hand-over' || name === 'later';
    const shown = { name, people: [bram, carla], typed: {}, messages: [] };
    return shot(`“${formTexts.en[name].title}” pressed`, own ? anna.name : bram.name, (reader) =>
      formCard(own ? duty : found, shown, reader),
    );
  });
}

const afterDueDay = toInstant(DateTime.fromISO('2026-12-04T08:30:00Z'));

/** What is said about a duty beside its card. */
function words(duty: Duty): readonly Shot[] {
  const found = answered(duty, 'problem');
  const reply = { sends: false, leadsBack: true };
  const about = { type: 'news', news: 'unsolved' } as const;
  const told = { about, where: 'personal', to: anna.aadObjectId } as const;
  const unsolved = chaptersOf(duty.kind).find(({ title }) => title.endsWith('is not solved yet'));
  const again = chaptersOf(duty.kind).find(({ title }) => title === 'It fails a second time');
  return [
    ...(kindOf(duty.kind).solvedBy === 'vendor' && !kindOf(duty.kind).byRow
      ? [
          ...shot('The reply to the vendor is asked for', bram.name, (reader) =>
            vendorReplyCard(found, reader, reply),
          ),
          ...live(defined(unsolved), duty)
            .slice(-1)
            .flatMap(({ duty: waits }) =>
              shot('The vendor has not solved it yet', anna.name, (reader) =>
                newsCard(waits, told, reader),
              ),
            ),
        ]
      : []),
    ...shot('It is late', 'the IT channel', (reader) =>
      channelWordCard(duty, { said: { type: 'late' } }, { ...reader, now: afterDueDay }),
    ),
    ...live(defined(again), duty)
      .slice(-1)
      .flatMap(({ duty: failed }) =>
        shot('It failed again', 'the IT channel', (reader) => escalationCard(failed, reader)),
      ),
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
