import type { Status } from '../../duty/duty.ts';
import { statuses } from '../../duty/duty.ts';
import type { DutyWho, Who } from '../clicks.ts';

/** What somebody is to a duty; whoever is none of these is a stranger to it. */
export type DutyRole =
  /** Has it now: asked, a substitute, or whoever verifies a solution. */
  | 'asked'
  | 'surveyed'
  /** Had it, and handed it on or left. */
  | 'former'
  /** Is or was to solve what was found. */
  | 'owner'
  /** Holds a role that an answer called upon. */
  | 'called-upon'
  /** Administers access, of a duty that is decided row by row. */
  | 'access'
  /** In the IT channel, as a member of its team and no guest. */
  | 'it-team';

type Rights = Readonly<Partial<Record<DutyRole, readonly Status[]>>>;

const parties: Rights = {
  asked: statuses,
  former: statuses,
  owner: statuses,
  'it-team': statuses,
  'called-upon': statuses,
  access: statuses,
};

/**
 * Who may do what with a duty and in which state: a click names one row, and whoever has none of its roles gets
 * the answer of a duty that does not exist. What a state makes pointless is said by the duty itself.
 */
export const rights: Readonly<Record<DutyWho, Rights>> = {
  asked: { asked: statuses },
  'asked-in-person': { asked: statuses },
  surveyed: { surveyed: statuses },
  party: parties,
  'party-in-person': parties,
};

/** Where a click or word belongs, or to whom wherever it is. */
export type Belongs = 'anywhere' | 'in-person' | 'in-channel' | 'it-team' | 'overseer';

/** The same for every click and word: what does not belong where it was used is refused before it is looked at. */
export const belongs: Readonly<Record<Who | DutyWho | 'in-channel', Belongs>> = {
  everybody: 'anywhere',
  'in-person': 'in-person',
  'in-channel': 'in-channel',
  'it-team': 'it-team',
  overseer: 'overseer',
  asked: 'anywhere',
  'asked-in-person': 'in-person',
  surveyed: 'in-person',
  party: 'anywhere',
  'party-in-person': 'in-person',
};

/** The routes for whoever has a key. */
export type KeyRoute = 'open' | 'list' | 'show' | 'withdraw' | 'react' | 'evidence' | 'dossier';
export type KeyType = 'vendor' | 'auditor';

/** Of which duties a key may use a route. */
export const keyRights: Readonly<
  Record<KeyRoute, Readonly<Record<KeyType, 'own' | 'every' | 'none'>>>
> = {
  open: { vendor: 'own', auditor: 'none' },
  list: { vendor: 'own', auditor: 'every' },
  show: { vendor: 'own', auditor: 'every' },
  withdraw: { vendor: 'own', auditor: 'none' },
  react: { vendor: 'own', auditor: 'none' },
  evidence: { vendor: 'own', auditor: 'every' },
  dossier: { vendor: 'none', auditor: 'every' },
};
