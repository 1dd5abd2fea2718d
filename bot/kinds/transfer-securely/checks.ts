import type { Today } from '../declaration.ts';
import { z } from 'zod';
import type { AnswerOf } from '../../../cards/fields.ts';
import { choice, colleague, day, line, paragraph, pick, radio } from '../../../cards/fields.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { typedText } from '../../../cards/read-fields.ts';
import { foreignLine, foreignText } from '../details.ts';
import type { Policy, DutyContext } from '../kind.ts';
import { looksLikeSecret } from '../../../cards/secrets.ts';
import type { DataClass } from './rules.ts';
import { allowedRoutes, dataClasses, dataRoutes, domainsIn, isKnownDomain } from './rules.ts';
import type { transferSecurelyTexts } from './texts.ts';

const noSecret = (text: z.ZodString) =>
  text.refine((said) => !looksLikeSecret(said), 'must not contain a password or key');

export const details = z.strictObject({
  data: noSecret(foreignText(1000)),
  recipient: noSecret(foreignLine(200)).optional(),
  personalData: z.boolean().optional(),
  /** Who sends it says what it is: the duty was begun in chat. */
  toBeNamed: z.boolean().optional(),
  /** What it is in the words in which it was said in chat. */
  what: noSecret(foreignLine(300)).optional(),
});
export type Details = z.output<typeof details>;

/** What is asked of whoever sends data: what, to whom, how sensitive, by which way. */
export const fields = {
  what: line(300),
  recipient: line(200),
  class: radio(...dataClasses),
  personalData: pick('no', 'yes'),
  route: radio(...dataRoutes),
  keyApart: pick('yes', 'no', 'na'),
  approver: colleague(),
  alternative: paragraph(500),
  deleteOn: day(),
  agreement: pick('yes', 'no'),
  received: pick('yes', 'no'),
  outcome: choice('secure', 'doubt', 'already-sent'),
  note: paragraph(2000),
} as const;
export type Answer = AnswerOf<typeof fields>;

type Problem = {
  field: keyof typeof fields;
  problem: keyof (typeof transferSecurelyTexts)['nl']['problems'];
  about?: string;
  forget?: true;
};

/** Whether it is about people: as the duty says, else as whoever sends it says. */
export const isPersonal = (answer: Pick<Answer, 'personalData'>, given: Details): boolean =>
  given.personalData ?? answer.personalData === 'yes';

/** What an answer says of where data goes; what it does not say, the duty does. */
interface Sent {
  readonly class?: DataClass | undefined;
  readonly route?: string | undefined;
  readonly recipient: string;
  readonly personalData: boolean;
}

function isRouteAllowed(sent: Sent, policy: Policy | undefined): boolean {
  const { route, class: dataClass, personalData } = sent;
  if (route === undefined || dataClass === undefined) return true;
  return allowedRoutes(dataClass, personalData, policy).some((allowed) => allowed === route);
}

/** The domains to which it would go and that nobody has laid down; none while no domain is laid down at all. */
function unknownDomains({ recipient }: Sent, policy: Policy | undefined): readonly string[] {
  const known = policy?.domains ?? [];
  if (known.length === 0) return [];
  return domainsIn(recipient).filter((domain) => !isKnownDomain(domain, known));
}

/** Whether this way or this address is allowed by exception only. */
export const isException = (sent: Sent, policy: Policy | undefined): boolean =>
  !isRouteAllowed(sent, policy) || unknownDomains(sent, policy).length > 0;

/** What an answer says of where data goes, with what the duty knows of it. */
export const sentBy = (answer: Answer, given: Details): Sent => ({
  ...answer,
  recipient: answer.recipient ?? given.recipient ?? '',
  personalData: isPersonal(answer, given),
});

/** What was typed so far, to know whether an exception has to be asked for. */
export function typedSent(typed: Submitted, given: Details): Sent {
  const dataClass = dataClasses.find((one) => one === typed['class']);
  const personalData = given.personalData ?? typed['personalData'] === 'yes';
  const recipient = typedText(typed['recipient']) ?? given.recipient ?? '';
  return { class: dataClass, route: typedText(typed['route']), recipient, personalData };
}

/** A way that is not allowed, or an address that nobody knows, needs somebody's word and another measure. */
function checkException(answer: Answer, sent: Sent, { policy }: DutyContext): readonly Problem[] {
  if (!isException(sent, policy)) return [];
  if (answer.approver !== undefined && answer.alternative !== undefined) return [];
  const asked = answer.approver !== undefined || answer.alternative !== undefined;
  const missing: readonly Problem[] = asked
    ? [
        answer.approver === undefined
          ? { field: 'approver', problem: 'approver' }
          : { field: 'alternative', problem: 'alternative' },
      ]
    : [];
  const [unknown] = unknownDomains(sent, policy);
  const routes = answer.class && allowedRoutes(answer.class, sent.personalData, policy).join();
  return [
    ...(isRouteAllowed(sent, policy)
      ? []
      : [{ field: 'route', problem: 'notThisWay', about: routes ?? '' } as const]),
    ...(unknown === undefined
      ? []
      : [{ field: 'recipient', problem: 'unknownDomain', about: unknown } as const]),
    ...missing,
  ];
}

function checkRoute(answer: Answer, allowed: boolean): readonly Problem[] {
  const { route, keyApart, note } = answer;
  if (route === undefined) return [{ field: 'route', problem: 'route' }];
  if (route === 'encrypted-file' && keyApart !== 'yes') {
    return [{ field: 'keyApart', problem: 'keyApart' }];
  }
  return route === 'other' && allowed && note === undefined
    ? [{ field: 'note', problem: 'whichRoute' }]
    : [];
}

/** Where domains are laid down, mail needs an address that can be held against them. */
function checkRecipient(answer: Answer, given: Details, policy: Policy | undefined) {
  const recipient = answer.recipient ?? given.recipient;
  if (recipient === undefined) return [{ field: 'recipient', problem: 'recipient' } as const];
  const mailed = answer.route === 'secure-mail' && (policy?.domains ?? []).length > 0;
  return mailed && domainsIn(recipient).length === 0
    ? [{ field: 'recipient', problem: 'whichAddress' } as const]
    : [];
}

/** "Secure" counts with a class, a route that is allowed for it, and a recipient. */
function checkSecure(answer: Answer, given: Details, { today, context }: Today) {
  const personal = isPersonal(answer, given);
  const sent = sentBy(answer, given);
  const open = personal && answer.class === 'public';
  const asksPersonal = given.toBeNamed && given.personalData === undefined;
  const past = answer.deleteOn !== undefined && answer.deleteOn < today;
  return [
    ...(given.toBeNamed && answer.what === undefined
      ? [{ field: 'what', problem: 'what' } as const]
      : []),
    ...checkRecipient(answer, given, context.policy),
    ...(answer.class === undefined ? [{ field: 'class', problem: 'class' } as const] : []),
    ...(asksPersonal && answer.personalData === undefined
      ? [{ field: 'personalData', problem: 'personalData' } as const]
      : []),
    ...(open ? [{ field: 'class', problem: 'notPublic' } as const] : []),
    ...checkRoute(answer, isRouteAllowed(sent, context.policy)),
    ...checkException(answer, sent, context),
    ...(past ? [{ field: 'deleteOn', problem: 'deletePast' } as const] : []),
  ];
}

/** What must be right before an answer counts. */
export function check(answer: Answer, given: Details, at: Today): readonly Problem[] {
  const secrets = (['what', 'recipient', 'approver', 'alternative', 'note'] as const).filter(
    (field) => looksLikeSecret(answer[field]),
  );
  if (secrets.length > 0) {
    return secrets.map((field) => ({ field, problem: 'secret', forget: true }));
  }
  if (answer.outcome === 'secure') return checkSecure(answer, given, at);
  const problem = answer.outcome === 'doubt' ? 'whatDoubt' : 'whatHappened';
  return answer.note === undefined ? [{ field: 'note', problem }] : [];
}
