import type { Fact } from '../../../cards/card.ts';
import { dayInWords } from '../../../cards/dates.ts';
import type { Language } from '../../../cards/language.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { maxPostponements } from '../../duty/answering/handing-on.ts';
import { awaits, isRequester } from '../../duty/answering/quorum.ts';
import type { Assignee, Duty } from '../../duty/duty.ts';
import { assigneeOf, holderOf } from '../../duty/duty.ts';
import type { PersonId } from '../../duty/ids.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import type { ReaderNow } from '../reader.ts';
import { fact } from '../reader.ts';
import { askerOf, nameFor, vendorCalled } from './asked.ts';
import { whyTexts } from './why-texts.ts';
import { withoutEnd } from '../../../cards/ends.ts';

const longestReason = 300;
/** A reason stands between quotation marks: a full stop at its end would be one too many. */
const reasonIn = (reason: string): string =>
  plain(shorten(withoutEnd(reason.trim(), /[.\s]/), longestReason));

/** Why this person, of all people, gets it; and who asks. */
export function whyMeInWords(duty: Duty, viewer: PersonId, language: Language): string {
  const said = whyTexts[language];
  const asker = plain(askerOf(duty, language));
  const one = assigneeOf(duty, viewer);
  const given = handedInWords(one, language);
  if (given !== undefined) return `${said.askedBy(asker)} ${given}`;
  const requester = isRequester(duty, { aadObjectId: viewer, name: one?.name ?? '' })
    ? ` ${said.requester}`
    : '';
  if (one?.standsInFor !== undefined) {
    const whom = holderOf(duty, one.standsInFor) ?? { aadObjectId: one.standsInFor };
    return `${said.askedBy(asker)} ${said.standsIn(plain(nameFor(whom, language)))}`;
  }
  if (one?.role !== undefined)
    return `${said.askedBy(asker)} ${said.byRole(said.roles[one.role])}${requester}`;
  if (one?.byRoster)
    return `${said.askedBy(asker)} ${said.byRoster(plain(duty.system))}${requester}`;
  return `${chosenBy(duty, viewer, language)}${requester}`;
}

/** Whoever opened it named this person. */
function chosenBy({ openedBy, follows, reference }: Duty, viewer: PersonId, language: Language) {
  const said = whyTexts[language];
  switch (openedBy.type) {
    case 'vendor':
      return said.byVendor(plain(vendorCalled(openedBy.name)));
    case 'person':
      return openedBy.person.aadObjectId === viewer
        ? said.byYourself
        : said.byPerson(plain(openedBy.person.name));
    case 'bot':
      return follows ? said.follows(plain(reference)) : said.byPlan;
  }
}

/** Who handed it over to this person and why; undefined where nobody did. */
export function handedInWords(one: Assignee | undefined, language: Language): string | undefined {
  const said = whyTexts[language];
  if (!one?.handedBy) return undefined;
  const { from, by, reason, because } = one.handedBy;
  const name = plain(nameFor(from, language));
  if (because === 'left') return said.left(name);
  if (because === 'away') return said.away(name);
  if (by) return said.handedBy(plain(by.name), name, reasonIn(reason));
  return because === 'hand-over'
    ? said.handed(name, reasonIn(reason))
    : said.cannotJudge(name, reasonIn(reason));
}

const handingsShown = 3;

/** Who gave it on to whom, and who put it off, for the IT team. */
export function movedFacts(duty: Duty, reader: ReaderNow): readonly Fact[] {
  const { language } = reader;
  const said = whyTexts[language];
  const handed = duty.assignees.filter(({ handedBy }) => handedBy).slice(-handingsShown);
  const last = duty.postponed.at(-1);
  return [
    ...handed.flatMap(({ handedBy, ...to }) =>
      handedBy
        ? fact(
            said.handedOver,
            said.inChannel[handedBy.because](
              nameFor(handedBy.from, language),
              nameFor(to, language),
              shorten(handedBy.reason, longestReason),
            ),
          )
        : [],
    ),
    ...(last?.to === duty.dueOn
      ? fact(
          said.putOff,
          said.putOffBy(
            nameFor(holderOf(duty, last.by) ?? { aadObjectId: last.by }, language),
            dayIn(last.to, reader),
            shorten(last.reason, longestReason),
          ),
        )
      : []),
  ];
}

const dayIn = (day: string, { language, now, zone }: ReaderNow): string =>
  dayInWords(day, language, { thisYear: Number(dayOf(now, zone).slice(0, 4)) });

/** Until when it was put off and how often that can be done still, for whoever has to answer. */
export function putOffInWords(duty: Duty, viewer: PersonId, reader: ReaderNow): string | undefined {
  const last = duty.postponed.at(-1);
  if (last?.to !== duty.dueOn || !awaits(duty, viewer)) return undefined;
  const left = maxPostponements - duty.postponed.length;
  return whyTexts[reader.language].putOffUntil(dayIn(last.to, reader), Math.max(0, left));
}

/** Who has it now, for whoever handed it on. */
export function handedOnInWords(
  duty: Duty,
  viewer: PersonId,
  {
    handedTo,
    language,
  }: { readonly handedTo: (name: string) => string; readonly language: Language },
): string | undefined {
  const was = duty.formerAssignees.find(({ aadObjectId }) => aadObjectId === viewer);
  if (!was || duty.status !== 'open') return undefined;
  const name = plain(was.handedTo.name);
  const taken = assigneeOf(duty, was.handedTo.aadObjectId)?.handedBy;
  const unjudged = taken?.because === 'cannot-judge' && taken.from.aadObjectId === viewer;
  return unjudged ? whyTexts[language].unjudgedByYou(name) : handedTo(name);
}
