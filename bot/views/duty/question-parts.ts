import type { PersonId } from '../../duty/ids.ts';
import type { Container, Element, Fact } from '../../../cards/card.ts';
import { band, text } from '../../../cards/elements.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Duty, Finding } from '../../duty/duty.ts';
import { answerBy, assigneeOf, openFinding } from '../../duty/duty.ts';
import { isRequester, isToVerify } from '../../duty/answering/quorum.ts';
import { turnsOf } from '../../duty/reminders/turn.ts';
import type { ReaderNow } from '../reader.ts';
import { answerInLine } from './answer-line.ts';
import { dueBand, fact } from '../reader.ts';
import { findingTexts } from '../findings/texts.ts';
import { placeOf } from './settled-card.ts';
import { whyMeInWords } from './why.ts';
import { words } from '../texts.ts';

/** The header of a duty that is asked, the same on each of its steps. */
export function askedBand(duty: Duty, viewer: PersonId, reader: ReaderNow): Container {
  const kind = kindOf(duty.kind);
  return band({
    style: 'emphasis',
    kicker: `${kind.words(reader.language).name} · ${duty.reference}`,
    title: duty.title,
    place: placeOf(duty, kind.introduction(duty, reader).place),
    due: dueBand(verifyBy(duty, viewer) ?? duty.dueOn, reader),
  });
}

/** Whoever verifies answered in time: the day is that of this turn, as lists and reminders name it. */
const verifyBy = (duty: Duty, viewer: PersonId): string | undefined =>
  turnsOf(duty).find(({ whose, people }) => whose === 'verifier' && people.includes(viewer))?.until;

/** The finding that this person is to look at again. */
const verified = (duty: Duty, viewer: PersonId): Finding | undefined =>
  isToVerify(duty, viewer) ? openFinding(duty) : undefined;

/** What is said to solve it, by the vendor or a colleague, for whoever is to verify that. */
export function solution(
  duty: Duty,
  { viewer, length }: { readonly viewer: PersonId; readonly length: number },
  language: ReaderNow['language'],
): string | undefined {
  const last = verified(duty, viewer)?.reactions.at(-1);
  if (!last) return undefined;
  const told = plain(shorten(last.text, length));
  return last.from === 'customer' && last.by
    ? findingTexts[language].verifyOwn(plain(last.by.name), told)
    : words[language].verifyAgain(told);
}

/** What this person found wrong, for looking again: the form itself comes back empty. */
export function lastTime(
  duty: Duty,
  { viewer, length }: { readonly viewer: PersonId; readonly length: number },
  reader: ReaderNow,
): readonly Fact[] {
  const mine = answerBy(duty, viewer);
  return mine && isToVerify(duty, viewer)
    ? fact(
        findingTexts[reader.language].lastTime,
        answerInLine(duty, { answer: mine, length }, reader),
      )
    : [];
}

/** Said before the form is filled in: an answer that would be refused is work for nothing. */
export function askedByViewer(duty: Duty, viewer: PersonId, told: string): string | undefined {
  const name = assigneeOf(duty, viewer)?.name ?? '';
  return isRequester(duty, { aadObjectId: viewer, name }) ? told : undefined;
}

/** Why this person is asked, by whom and on which ground. */
export function whyMe(
  duty: Duty,
  { viewer, shown }: { readonly viewer: PersonId; readonly shown: boolean },
  { language }: ReaderNow,
): Element {
  const said = words[language];
  const { why, passage } = kindOf(duty.kind).words(language);
  const { control } = kindOf(duty.kind);
  return {
    type: 'Container',
    id: 'why',
    ...(shown ? {} : { isVisible: false }),
    style: 'emphasis',
    items: [
      text(whyMeInWords(duty, viewer, language)),
      text(why),
      text(said.source(passage, control), { isSubtle: true, size: 'small' }),
    ],
  };
}
