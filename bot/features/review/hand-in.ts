import type { DutyClicked } from '../../casework/clicks.ts';
import type { DutyRef, Person } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { FieldMessage } from '../../../cards/fields.ts';
import { faultMessage } from '../../../cards/fields.ts';
import { plain } from '../../../cards/plain-text.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { readFields } from '../../../cards/read-fields.ts';
import { rangesOf } from '../../kinds/rows/ranges.ts';
import { totalsOf } from '../../kinds/review-access/accounts.ts';
import { reviewAccessTexts } from '../../kinds/review-access/texts.ts';
import { isAsked } from '../../duty/answering/quorum.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dutyCard } from '../../views/duty/duty-card.ts';
import { reviewTexts } from '../../views/review-texts.ts';
import { shareCard, shareFields } from './share-card.ts';
import { words } from '../../views/texts.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import type { Choosable } from '../../casework/people/known-people.ts';
import { knownPeople, namedPerson } from '../../casework/people/known-people.ts';
import { personInRole } from '../../casework/people/role-holders.ts';
import { coverOf } from './review.ts';
import type { Review } from './list.ts';
import { flagsFor, loadReview } from './list.ts';
import { handedInBy, reviewsWhole, unjudgedIn, unknownOf } from './rest.ts';
import type { Services } from '../../ports/services.ts';

/** Who hands in, and with which client. */
export type HandingIn = Pick<
  DutyClicked<'reviewHandIn'>,
  'services' | 'duty' | 'person' | 'actor' | 'reader'
>;

/**
 * Hands the own rows in when every one is decided. Rows that the reviewer does not know, or that are his
 * own, first ask who can judge them; with `alone` the reviewer knows nobody.
 */
export async function handInReview(
  { services, duty, person, actor, reader }: HandingIn,
  alone = false,
): Promise<Card | undefined> {
  const review = await loadReview(services, duty, person);
  if (!review) return undefined;
  const { undecided } = totalsOf(review.own.length, review.picks);
  if (undecided > 0) {
    const told = reviewAccessTexts[reader.language].page.notWhole(undecided);
    return coverOf(review, { person, told }, reader);
  }
  const unknown = unknownOf(review);
  if (unknown.length === 0 || !canShare(review, person)) {
    return submit(services, { review, person }, reader);
  }
  if (alone) return handInAlone(services, { review, person }, reader);
  const people = await othersKnown(services, duty, person);
  const shown = { rows: unknown.length, people, picker: actor.picker, typed: {}, messages: [] };
  return shareCard(review.duty, shown, reader);
}

/** Where everybody reviews everything, another has these rows already; afterwards nothing is shared out. */
function canShare({ duty }: Review, { aadObjectId }: Person): boolean {
  return !reviewsWhole(duty) && isAsked(duty, aadObjectId);
}

async function othersKnown(services: Services, { tenant }: DutyRef, person: Person) {
  const known = await knownPeople(services, tenant);
  return known.filter(({ aadObjectId }) => aadObjectId !== person.aadObjectId);
}

/** Gives the rows that the reviewer cannot judge to a colleague, and hands the others in. */
export async function shareReview(
  asked: HandingIn & Pick<DutyClicked<'reviewShare'>, 'submitted'>,
): Promise<Card | undefined> {
  const { services, duty, person, submitted, reader } = asked;
  const { picker } = asked.actor;
  const review = await loadReview(services, duty, person);
  if (!review) return undefined;
  const given = unknownOf(review);
  const whole = totalsOf(review.own.length, review.picks).undecided === 0;
  if (given.length === 0 || !whole || !canShare(review, person)) {
    return handInReview(asked);
  }
  const people = await othersKnown(services, duty, person);
  const again = (messages: readonly FieldMessage[]): Card =>
    shareCard(
      review.duty,
      { rows: given.length, people, picker, typed: submitted, messages },
      reader,
    );
  const taker = await readTaker(
    services,
    { review, submitted, choosable: { people, picker } },
    reader,
  );
  if ('messages' in taker) return again(taker.messages);
  const { to, reason } = taker;
  if (to.aadObjectId === person.aadObjectId) {
    return again([personMessage(words[reader.language].askedAlready)]);
  }
  return shareAndSubmit(services, { review, sharing: { by: person, to, reason } }, reader);
}

/**
 * Where the reviewer knows nobody, the rows go to whoever administers access. Where that is nobody either,
 * or his own account is among them, they are handed in as they are and the IT team looks for somebody.
 */
async function handInAlone(
  services: Services,
  { review, person }: { readonly review: Review; readonly person: Person },
  reader: ReaderNow,
): Promise<Card | undefined> {
  const { tenant } = review.duty;
  const to = await personInRole(services, tenant, 'access');
  const can =
    to && to.aadObjectId !== person.aadObjectId && !(await ownAmong(services, review, to));
  if (!can) return submit(services, { review, person }, reader);
  const reason = reviewTexts[reader.language].share.alone;
  return shareAndSubmit(services, { review, sharing: { by: person, to, reason } }, reader);
}

async function shareAndSubmit(
  services: Services,
  {
    review,
    sharing,
  }: {
    readonly review: Review;
    readonly sharing: { readonly by: Person; readonly to: Person; readonly reason: string };
  },
  reader: ReaderNow,
): Promise<Card | undefined> {
  const { by, to } = sharing;
  const given = unknownOf(review);
  const kept = review.own.filter((at) => !given.includes(at));
  const changed = await changeDuty(services, review.duty, {
    type: 'shared-out',
    ...sharing,
    kept: rangesOf(kept),
    given: rangesOf(given),
  });
  if (!changed) return undefined;
  const told = reviewTexts[reader.language].share.shared(given.length, plain(to.name));
  if (changed.verdict === 'too-often') {
    const { tooFar } = reviewTexts[reader.language].share;
    return submit(services, { review, person: by, told: tooFar }, reader);
  }
  if (changed.verdict !== 'done') return dutyCard(changed.duty, { viewer: by.aadObjectId }, reader);
  if (kept.length === 0)
    return dutyCard(changed.duty, { viewer: by.aadObjectId, form: { told } }, reader);
  const rest = await loadReview(services, review.duty, by);
  return rest && submit(services, { review: rest, person: by, told }, reader);
}

/** Whether a person's own account is among the rows that nobody could judge here. */
async function ownAmong(services: Services, review: Review, { name }: Person): Promise<boolean> {
  const flags = await flagsFor(services, {
    duty: review.duty,
    accounts: review.accounts,
    reviewer: name,
  });
  return unknownOf(review).some((at) => flags[at]?.includes('self'));
}

const personMessage = (message: string): FieldMessage => ({ field: 'person', message });

type Taker =
  { readonly to: Person; readonly reason: string } | { readonly messages: readonly FieldMessage[] };

/** Who gets the rows: somebody known, and nobody whose own account is among them. */
async function readTaker(
  services: Services,
  {
    review,
    submitted,
    choosable,
  }: { readonly review: Review; readonly submitted: Submitted; readonly choosable: Choosable },
  { language, zone }: ReaderNow,
): Promise<Taker> {
  const fields = shareFields(choosable.people, choosable.picker);
  const read = readFields(fields, submitted, { lines: {}, zone });
  if (!read.ok) {
    return {
      messages: read.faults.map(({ field, fault }) => ({
        field,
        message: faultMessage(fault, language),
      })),
    };
  }
  const named = await namedPerson(
    services,
    { tenant: review.duty.tenant, choosable, typed: String(read.values['person']) },
    language,
  );
  if ('message' in named) return { messages: [personMessage(named.message)] };
  const to = { aadObjectId: named.aadObjectId, name: named.name };
  if (await ownAmong(services, review, to)) {
    const message = reviewTexts[language].share.ownRow(plain(to.name));
    return { messages: [personMessage(message)] };
  }
  return { to, reason: String(read.values['reason']) };
}

async function submit(
  services: Services,
  {
    review,
    person,
    told,
  }: { readonly review: Review; readonly person: Person; readonly told?: string | undefined },
  reader: ReaderNow,
): Promise<Card | undefined> {
  const { duty } = review;
  const left = await unjudgedIn(services, review, person);
  const changed = await changeDuty(
    services,
    duty,
    handedInBy(person, { review, via: 'card', left }),
  );
  if (!changed) return undefined;
  // Rows may have come in between, from a colleague: then the review goes on.
  const more = changed.verdict === 'too-late' && isAsked(changed.duty, person.aadObjectId);
  const again = more ? await loadReview(services, duty, person) : undefined;
  if (again) return coverOf(again, { person, told: words[reader.language].tooLate }, reader);
  return dutyCard(
    changed.duty,
    { viewer: person.aadObjectId, form: told === undefined ? {} : { told } },
    reader,
  );
}
