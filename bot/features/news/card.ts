import { buttons } from '../../views/buttons.ts';
import type { Action, Card, Fact } from '../../../cards/card.ts';
import { actions, band, card, facts, text } from '../../../cards/elements.ts';
import type { InEachLanguage, Language } from '../../../cards/language.ts';
import type { Role } from '../../kinds/kind.ts';
import { kindOf } from '../../kinds/index.ts';
import { openFinding } from '../../duty/duty.ts';
import type { Duty } from '../../duty/duty.ts';
import type { News } from '../../duty/effects.ts';
import { dayInWords } from '../../../cards/dates.ts';
import { plain } from '../../../cards/plain-text.ts';
import { troubled } from '../../duty/answering/quorum.ts';
import { answerInLine } from '../../views/duty/answer-line.ts';
import { fact } from '../../views/reader.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { findingFacts } from '../../views/findings/facts.ts';
import { findingTexts } from '../../views/findings/texts.ts';
import { placeOf } from '../../views/duty/settled-card.ts';
import { words } from '../../views/texts.ts';

const nl = {
  title: 'Met je antwoord is iets gebeurd',
  news: {
    'reply-sent': 'De leverancier heeft je bevinding gekregen.',
    unsolved: 'De leverancier heeft gereageerd. Het is nog niet opgelost.',
    'reply-refused':
      'Het systeem van de leverancier nam je antwoord niet aan. Stuur het zelf, via het portaal of een mail.',
    accepted: 'Het risico is geaccepteerd. De bevinding is gesloten.',
    withdrawn: 'De plicht is ingetrokken. Je bevinding is gesloten.',
    proven:
      'Een nieuwe lijst laat zien dat alles is ingetrokken of gewijzigd. De bevinding is gesloten.',
    'still-there': 'Een nieuwe lijst laat zien dat nog niet alles is ingetrokken of gewijzigd.',
    owner: 'Jij zorgt dat dit wordt opgelost. Meld het hier als het zover is.',
    'owner-again':
      'Bij een nieuwe controle bleek dit nog niet opgelost. Meld het hier als het zover is.',
    'owner-solved': 'Bij een nieuwe controle bleek dit opgelost. De bevinding is gesloten.',
  },
  vendorSaid: 'Leverancier',
  roles: {
    privacy: 'privacyfunctionaris',
    security: 'beveiligingsfunctionaris',
    contracts: 'contracteigenaar',
    access: 'toegangsbeheerder',
    auditor: 'auditor',
  },
  forRole: (role: string) => `Voor de ${role}`,
  forItTeam: 'Voor het IT-team',
  found: 'Gezien',
  show: 'Bekijken',
};

const en: typeof nl = {
  title: 'What happened with your answer',
  news: {
    'reply-sent': 'The vendor has your finding.',
    unsolved: 'The vendor has reacted. It is not solved yet.',
    'reply-refused':
      'The vendor’s system did not take your reply. Send it yourself, by the portal or a mail.',
    accepted: 'The risk was accepted. The finding is closed.',
    withdrawn: 'The duty was withdrawn. Your finding is closed.',
    proven: 'A new list shows that everything was removed or changed. The finding is closed.',
    'still-there': 'A new list shows that not everything was removed or changed yet.',
    owner: 'You see to it that this is solved. Report it here once it is.',
    'owner-again':
      'A new verification showed that this is not solved yet. Report it here once it is.',
    'owner-solved': 'A new verification showed that this is solved. The finding is closed.',
  },
  vendorSaid: 'Vendor',
  roles: {
    privacy: 'privacy officer',
    security: 'security officer',
    contracts: 'contract owner',
    access: 'access administrator',
    auditor: 'auditor',
  },
  forRole: (role) => `For the ${role}`,
  forItTeam: 'For the IT team',
  found: 'Seen',
  show: 'Show',
};

const said = { nl, en };

export type Word =
  | { readonly type: 'news'; readonly news: News }
  | { readonly type: 'alert'; readonly role?: Role; readonly text: InEachLanguage<string> };

/** A short word about a duty: what became of an answer, or what whoever holds a role has to know at once. */
export function newsCard(
  duty: Duty,
  { about, where }: { readonly about: Word; readonly where: 'personal' | 'channel' },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const texts = said[language];
  const alert = about.type === 'alert';
  const kicker = alert ? addressed(about.role, language) : titleOf(about.news, language);
  const told = alert ? about.text[language] : texts.news[about.news];
  const { place } = kindOf(duty.kind).introduction(duty, reader);
  return card(language, `${told} ${duty.reference} ${duty.title}`, [
    band({
      style: alert ? 'attention' : 'emphasis',
      kicker: `${kicker} · ${duty.reference}`,
      title: duty.title,
      place: placeOf(duty, place),
    }),
    text(plain(told), { spacing: 'medium', weight: 'bolder' }),
    ...(alert ? [] : facts(newsFacts(duty, about.news, reader))),
    ...actions(waysOn(duty, { about, where }, language)),
  ]);
}

/** For whom an alert is: whoever holds a role, or the whole IT team. */
function addressed(role: Role | undefined, language: Language): string {
  const { forRole, forItTeam, roles } = said[language];
  return role ? forRole(roles[role]) : forItTeam;
}

/** Above what happened with an answer, or above what somebody is to solve. */
const titleOf = (news: News, language: Language): string =>
  toOwner(news) ? words[language].finding : said[language].title;

const toOwner = (news: News): boolean =>
  news === 'owner' || news === 'owner-again' || news === 'owner-solved';

/** What was found wrong, by whom, and by when it is to be solved. */
function foundFacts(duty: Duty, reader: ReaderNow): readonly Fact[] {
  const answer = troubled(duty).at(-1);
  return [
    ...fact(
      said[reader.language].found,
      answer && answerInLine(duty, { answer, length: 400 }, reader),
    ),
    ...fact(words[reader.language].by, answer?.by.name),
    ...findingFacts(duty, reader),
  ];
}

function newsFacts(duty: Duty, news: News, reader: ReaderNow): readonly Fact[] {
  const { language, now } = reader;
  const last = duty.findings.at(-1);
  const thisYear = Number(now.slice(0, 4));
  switch (news) {
    case 'reply-sent':
    case 'reply-refused':
      return [];
    case 'unsolved':
      return fact(said[language].vendorSaid, openFinding(duty)?.reactions.at(-1)?.text);
    case 'accepted': {
      const { by, reason, until } = last?.acceptance ?? {};
      const day = until === undefined ? undefined : dayInWords(until, language, { thisYear });
      return [
        ...fact(words[language].accepted, by && day && words[language].acceptedUntil(by, day)),
        ...fact(words[language].reason, reason),
      ];
    }
    case 'withdrawn':
      return fact(words[language].reason, duty.withdrawn?.reason);
    case 'proven':
    case 'still-there':
      return [];
    case 'owner-solved':
    case 'owner':
    case 'owner-again':
      return foundFacts(duty, reader);
  }
}

/** Who owns a finding need not be asked for the duty: everything happens in the place of this card. */
function ownersWays(duty: Duty, language: Language): readonly Action[] {
  const data = { duty: duty.id, language };
  const report = { ...data, form: 'solved' } as const;
  return [
    ...(openFinding(duty)
      ? [
          buttons.form.button(findingTexts[language].report, report, {
            primary: true,
            inputs: 'none',
          }),
        ]
      : []),
    buttons.show.button(said[language].show, data, { inputs: 'none' }),
  ];
}

function waysOn(
  duty: Duty,
  { about, where }: { readonly about: Word; readonly where: 'personal' | 'channel' },
  language: Language,
) {
  const overview = buttons.overview.button(words[language].overview, {}, { inputs: 'none' });
  if (where === 'channel') return [overview];
  if (about.type === 'news' && toOwner(about.news)) return ownersWays(duty, language);
  // Only who has the duty can have its card; whoever holds a role sees how all stands.
  return about.type === 'news'
    ? [
        buttons.bring.button(said[language].show, { duty: duty.id }, { inputs: 'none' }),
        buttons.myDuties.button(words[language].myDuties, {}, { inputs: 'none' }),
      ]
    : [
        ...(about.role === 'contracts'
          ? [
              buttons.reply.button(
                words[language].vendorReply,
                { duty: duty.id, language },
                { primary: true, inputs: 'none' },
              ),
            ]
          : []),
        overview,
      ];
}
