import { buttons } from '../../views/buttons.ts';
import type { Action, Card, Element, Fact } from '../../../cards/card.ts';
import { actions, band, card, facts, text } from '../../../cards/elements.ts';
import type { InEachLanguage, Language } from '../../../cards/language.ts';
import type { Role } from '../../kinds/kind.ts';
import { kindOf } from '../../kinds/index.ts';
import { contextFor, openFinding } from '../../duty/duty.ts';
import { cutFacts } from '../../views/fitting.ts';
import type { Duty } from '../../duty/duty.ts';
import type { News } from '../../duty/news.ts';
import { dayInWords } from '../../../cards/dates.ts';
import { plain } from '../../../cards/plain-text.ts';
import { solvedByCustomer, troubled } from '../../duty/answering/quorum.ts';
import { answerInLine } from '../../views/duty/answer-line.ts';
import { fact } from '../../views/reader.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { findingFacts } from '../../views/findings/facts.ts';
import { borneWords } from '../../views/findings/borne.ts';
import { findingTexts } from '../../views/findings/texts.ts';
import { turnLine } from '../../views/duty/turn-line.ts';
import { turnTexts } from '../../views/duty/turn-texts.ts';
import { placeOf } from '../../views/duty/settled-card.ts';
import { bearerSteps } from '../../views/findings/steps.ts';
import { confirmSteps } from '../../views/findings/confirm.ts';
import { toConfirm } from '../../duty/findings/to-confirm.ts';
import type { PersonId } from '../../duty/ids.ts';
import { words } from '../../views/texts.ts';
import { newsTexts } from './texts.ts';

export type Word =
  | { readonly type: 'news'; readonly news: News }
  | { readonly type: 'alert'; readonly role?: Role; readonly text: InEachLanguage<string> };

interface Told {
  readonly about: Word;
  readonly where: 'personal' | 'channel';
  /** Who reads it, where that is one person. */
  readonly to?: PersonId | undefined;
}

/** A short word about a duty: what became of an answer, or what whoever holds a role has to know at once. */
export function newsCard(duty: Duty, { about, where, to }: Told, reader: ReaderNow): Card {
  const { language } = reader;
  const alert = about.type === 'alert';
  const kicker = alert ? addressed(about.role, language) : titleOf(about.news, language);
  const told = alert ? about.text[language] : toldOf(duty, about.news, language);
  const { place } = kindOf(duty.kind).introduction(duty, reader);
  return card(language, `${told} ${duty.reference} ${duty.title}`, [
    band({
      style: alert ? 'attention' : 'emphasis',
      kicker: `${alert ? '⚠ ' : ''}${kicker} · ${duty.reference}`,
      title: duty.title,
      place: placeOf(duty, place),
    }),
    ...(to === undefined || alert ? [] : firstLine(duty, { news: about.news, to }, reader)),
    text(plain(told), { spacing: 'medium', weight: 'bolder' }),
    ...(alert ? [] : facts(newsFacts(duty, about.news, reader))),
    ...actions(waysOn(duty, { about, where, to }, language)),
  ]);
}

/** Whose turn it is, as on the duty's own card; as long as a risk is borne, it is only who bears it that can do something. */
function firstLine(
  duty: Duty,
  { news, to }: { readonly news: News; readonly to: PersonId },
  reader: ReaderNow,
): readonly Element[] {
  const day = news === 'risk-ends' ? riskEnds(duty, reader) : undefined;
  if (day === undefined) return turnLine(duty, to, reader);
  const said = turnTexts[reader.language];
  return [text(`**${said.turn(said.you)}**, ${said.until(day)}.`, { spacing: 'medium' })];
}

function toldOf(duty: Duty, news: News, language: Language): string {
  const { asked, accepted, refused } = borneWords(duty, language);
  const texts = newsTexts[language];
  return {
    ...texts.news,
    'loss-asked': asked,
    'loss-accepted': accepted,
    'loss-refused': refused,
  }[news];
}

/** The last day on which somebody bears what was found. */
function riskEnds(duty: Duty, { language, now }: ReaderNow): string | undefined {
  const until = duty.findings.at(-1)?.acceptance?.until;
  return until && dayInWords(until, language, { thisYear: Number(now.slice(0, 4)) });
}

/** For whom an alert is: whoever holds a role, or the whole IT team. */
function addressed(role: Role | undefined, language: Language): string {
  const { forRole, forItTeam, roles } = newsTexts[language];
  return role ? forRole(roles[role]) : forItTeam;
}

/** Above what happened with an answer, or above what somebody is to solve. */
const titleOf = (news: News, language: Language): string =>
  toOwner(news) ? words[language].finding : newsTexts[language].title;

const toOwner = (news: News): boolean =>
  [
    'owner',
    'owner-again',
    'owner-solved',
    'risk-asked',
    'risk-ends',
    'risk-ended',
    'loss-asked',
    'owner-refused',
    'risk-refused',
    'loss-refused',
  ].includes(news);

/** What was found wrong, by whom, and by when it is to be solved. */
function foundFacts(duty: Duty, reader: ReaderNow): readonly Fact[] {
  const answer = troubled(duty).at(-1);
  return [
    ...fact(
      newsTexts[reader.language].found,
      answer && answerInLine(duty, { answer, length: 400 }, reader),
    ),
    ...fact(words[reader.language].by, answer?.by.name),
    ...findingFacts(duty, reader),
  ];
}

/** All that was answered: whoever is to say yes once and for all has to know to what. */
function askedFacts(duty: Duty, reader: ReaderNow): readonly Fact[] {
  const answer = troubled(duty).at(-1);
  if (!answer) return [];
  const context = contextFor(duty, answer.by.aadObjectId, undefined);
  const { facts: all } = kindOf(duty.kind).summary(context, answer.values, reader);
  return [...cutFacts(all, 300), ...fact(newsTexts[reader.language].askedBy, answer.by.name)];
}

function newsFacts(duty: Duty, news: News, reader: ReaderNow): readonly Fact[] {
  const { language } = reader;
  const last = duty.findings.at(-1);
  switch (news) {
    case 'reply-sent':
    case 'reply-refused':
      return [];
    case 'unsolved':
      return fact(newsTexts[language].vendorSaid, openFinding(duty)?.reactions.at(-1)?.text);
    case 'loss-accepted':
      return fact(borneWords(duty, language).by, last?.acceptance?.by);
    case 'risk-ended': {
      const { by, reason } = last?.acceptance ?? {};
      const day = riskEnds(duty, reader);
      return [
        ...fact(words[language].accepted, by && day && words[language].acceptedUntil(by, day)),
        ...fact(words[language].reason, reason),
      ];
    }
    // Who bears it, and until when, is said above.
    case 'risk-ends':
    case 'accepted':
      return fact(words[language].reason, last?.acceptance?.reason);
    case 'withdrawn':
      return fact(words[language].reason, duty.withdrawn?.reason);
    case 'proven':
    case 'still-there':
      return [];
    case 'risk-asked':
      return [...foundFacts(duty, reader), ...riskFacts(duty, reader)];
    case 'loss-asked':
      return askedFacts(duty, reader);
    case 'risk-refused':
    case 'loss-refused':
    case 'owner-refused':
    case 'owner-solved':
    case 'owner':
    case 'owner-again':
      return foundFacts(duty, reader);
  }
}

/** What is asked of whoever is to bear a risk: why, until when, and by whom. */
function riskFacts(duty: Duty, { language, now }: ReaderNow): readonly Fact[] {
  const asked = toConfirm(duty).find(({ what }) => what === 'risk');
  if (asked?.what !== 'risk') return [];
  const thisYear = Number(now.slice(0, 4));
  const day = asked.until && dayInWords(asked.until, language, { thisYear });
  return [
    ...fact(words[language].reason, asked.reason === '' ? undefined : asked.reason),
    ...fact(newsTexts[language].until, day),
    ...fact(newsTexts[language].askedBy, asked.by?.name),
  ];
}

/** Who owns a finding need not be asked for the duty: everything happens in the place of this card. */
function ownersWays(
  duty: Duty,
  { news, to }: { readonly news: News; readonly to: PersonId | undefined },
  language: Language,
): readonly Action[] {
  const data = { duty: duty.id, language };
  const report = { ...data, form: 'solved' } as const;
  const reports = news === 'owner' || news === 'owner-again';
  const confirms = to === undefined ? [] : confirmSteps(duty, to, language);
  return [
    ...confirms,
    ...(to === undefined ? [] : bearerSteps(duty, to, language)),
    ...(reports && solvedByCustomer(duty) && openFinding(duty)
      ? [
          buttons.form.button(findingTexts[language].report, report, {
            primary: confirms.length === 0,
            inputs: 'none',
          }),
        ]
      : []),
    buttons.show.button(newsTexts[language].show, data, { inputs: 'none' }),
  ];
}

function waysOn(duty: Duty, { about, where, to }: Told, language: Language) {
  const overview = buttons.overview.button(words[language].overview, {}, { inputs: 'none' });
  if (where === 'channel') return [overview];
  if (about.type === 'news' && toOwner(about.news))
    return ownersWays(duty, { news: about.news, to }, language);
  // Only who has the duty can have its card; whoever holds a role sees how all stands.
  return about.type === 'news'
    ? [
        buttons.bring.button(newsTexts[language].show, { duty: duty.id }, { inputs: 'none' }),
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
