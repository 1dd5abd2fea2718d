import type { ChatEffect } from './of-tenant/chat-effects.ts';
import type { EvidenceEffect } from './of-tenant/evidence-effects.ts';
import type { LeaversEffect } from './of-tenant/leavers-effects.ts';
import type { ChannelTrouble, TellChannel } from './of-tenant/channel-news.ts';
import type { DutyId, DutyRef, Instant, Person, PersonId } from './ids.ts';
import type { InEachLanguage } from '../../cards/language.ts';
import type { FollowUp, Role } from '../kinds/kind.ts';
import type { News } from './news.ts';
import type { Indexed } from './indexed.ts';
import type { DutyView } from './view.ts';

/** What is said in a duty's thread in the IT channel. */
export type ChannelWord =
  /** `calls`: whoever holds the role, or made the channel, is called upon by name. */
  | { readonly type: 'late'; readonly calls?: true }
  /** Whoever was picked stayed silent: it is the IT team's again. */
  | { readonly type: 'passed-on'; readonly from: string; readonly what: 'owner' | 'risk' }
  /** The day until which somebody bore a risk has passed: it is a finding again. */
  | { readonly type: 'risk-ended' }
  /** Somebody removed the bot, and somebody else has the duty now. */
  | { readonly type: 'left'; readonly from: string; readonly to: string };

/** What a vendor is told over HTTP: the reply to a finding, or how one of its duties stands now. */
export type VendorWord =
  | {
      readonly type: 'reply.sent';
      readonly at: Instant;
      readonly dutyId: string;
      readonly reference: string;
      readonly finding: string;
      readonly text: string;
    }
  | { readonly type: 'duty.updated'; readonly at: Instant; readonly duty: DutyView };

/**
 * Something the world must do, committed with the state that asks for it. The key says what it is:
 * carried out twice, it is the same effect.
 */
export type Effect =
  /** Send the card, as it is at that moment, to a person. */
  | { readonly do: 'post-card'; readonly key: string; readonly person: PersonId }
  /** Bring every copy of the card that a person has up to date. */
  | {
      readonly do: 'edit-cards';
      readonly key: string;
      readonly person: PersonId;
      /** The copies that are up to date already: one run edits one. */
      readonly edited?: readonly string[];
    }
  /** Post or edit the duty's card in the IT channel. */
  | {
      readonly do: 'show-channel';
      readonly key: string;
      readonly notBefore?: Instant;
      /** The change stood on the channel's roll-up before: the card follows now. */
      readonly catchesUp?: true;
      /** The card that stood there is gone, or says that it moved: the next run posts another. */
      readonly anew?: true;
    }
  /** Put the duty on the lists where it belongs and take it from those where it no longer does. */
  | {
      readonly do: 'list';
      readonly key: string;
      /** Where it stood before the change, filled in when that is committed; absent where it stood nowhere. */
      readonly was?: Indexed | undefined;
    }
  /** Say in the duty's thread that a finding needs attention. */
  | { readonly do: 'escalate'; readonly key: string; readonly finding: string }
  /** Say in the duty's thread who found what and whose turn it is; the message follows until the finding is closed. */
  | { readonly do: 'say-finding'; readonly key: string; readonly finding: string }
  /** Open a duty that an answer brought about. */
  | {
      readonly do: 'open-duty';
      readonly key: string;
      readonly opening: Extract<FollowUp, { type: 'open' }>;
      readonly answerer: Person;
      /** It waits in the outbox until the day that the answer named; then it opens only what that answer still wants. */
      readonly notBefore?: Instant;
    }
  /** Give what a review wants removed to whoever administers access. */
  | { readonly do: 'hand-out-removals'; readonly key: string }
  /** Ask for a new list of accounts once the finding's due date has passed. */
  | {
      readonly do: 'ask-export';
      readonly key: string;
      readonly finding: string;
      readonly dueOn: string;
      /** It waits in the outbox until then. */
      readonly notBefore: Instant;
      /** Whom it tried so far, and whether that reached them: one run asks one. */
      readonly tried?: readonly { readonly person: Person; readonly reached: boolean }[];
    }
  /** See to it that the duty is on the next message that reminds a person of what waits. */
  | { readonly do: 'remind'; readonly key: string; readonly person: PersonId }
  /** Say in the duty's thread that it is late and whom it waits for, or to whom it went instead. */
  | { readonly do: 'say'; readonly key: string; readonly said: ChannelWord }
  /** Tell a person what became of an answer. */
  | { readonly do: 'tell'; readonly key: string; readonly person: PersonId; readonly news: News }
  /** Tell whoever holds a role at once; the channel where nobody does, or no role is named. */
  | {
      readonly do: 'alert';
      readonly key: string;
      readonly role?: Role;
      /** Whoever holds the role was not reached: the channel is told. */
      readonly toChannel?: true;
      readonly text: InEachLanguage<string>;
    }
  /** Mark what was asked about earlier versions of the duty's document. */
  | { readonly do: 'outdate'; readonly key: string }
  /** Tell the vendor over HTTP; what is told was decided with the state and never changes. */
  | {
      readonly do: 'webhook';
      readonly key: string;
      readonly message: VendorWord;
      /** Of the duty when it was decided: the higher one is the later. */
      readonly revision: number;
    }
  /** Begin the next page of a survey. */
  | {
      readonly do: 'survey-page';
      readonly key: string;
      readonly from: number;
      readonly step: 'send' | 'edit';
    }
  /** Send one person the card of a survey, or bring its copies up to date. */
  | {
      readonly do: 'survey-card';
      readonly key: string;
      readonly person: PersonId;
      readonly step: 'send' | 'edit';
      /** The copies that are up to date already: one run edits one. */
      readonly edited?: readonly string[];
    };

/** The duties whose cards an install brings, and whether a list of the others follows. */
export interface ToBring {
  readonly duties: readonly DutyId[];
  readonly list: boolean;
  /** The list arrived, with whom by name: what stands on it is to know. */
  readonly shown?: string;
}

/** An effect that belongs to no single duty. */
export type TenantEffect =
  /** Show every duty that waits in a channel that became the IT channel. */
  | { readonly do: 'show-all-in-channel'; readonly key: string }
  /** Send what is open to a person who installed the bot. */
  | {
      readonly do: 'bring-open';
      readonly key: string;
      readonly person: PersonId;
      /** What is still to bring; absent before that is known. */
      readonly left?: ToBring;
    }
  /** Remind a person of everything that waits, in one message a day at most. */
  | {
      readonly do: 'send-reminders';
      readonly key: string;
      readonly person: PersonId;
      /** It is sent; the cards of these, of which it reminded and which never came, are still to follow. */
      readonly cards?: readonly DutyId[];
    }
  | LeaversEffect
  | ChatEffect
  /** Say in the IT channel that a plan came round and needs somebody there. */
  | {
      readonly do: 'say-plan';
      readonly key: string;
      readonly plan: string;
      readonly day: string;
      readonly why: 'nobody' | 'list' | 'wrong';
    }
  /** Say in a channel what is the matter with the IT channel. */
  | TellChannel
  | ChannelTrouble
  /** Show in the IT channel, on one card, the changes that were too many for cards of their own. */
  | { readonly do: 'roll-up'; readonly key: string; readonly anew?: true }
  /** Show in the IT channel which effects were given up. */
  | {
      readonly do: 'show-dead-letters';
      readonly key: string;
      readonly anew?: true;
      /** So many were put back by hand: where nothing else is given up, the card says so to everybody. */
      readonly retried?: number;
    }
  | EvidenceEffect;

const ofTenant: Readonly<Record<TenantEffect['do'], true>> = {
  'show-all-in-channel': true,
  'bring-open': true,
  'send-reminders': true,
  'replace-departed': true,
  'show-leavers': true,
  'hand-on-leavers': true,
  'say-plan': true,
  'roll-up': true,
  'show-dead-letters': true,
  'tell-channel': true,
  'tell-channel-lost': true,
  'say-outage': true,
  'show-checkpoint': true,
  'tell-checkpoint': true,
  'stamp-checkpoint': true,
  'keep-checkpoint': true,
  'give-dossier': true,
  'say-reply': true,
  'refresh-roster': true,
  'refresh-plans': true,
  'refresh-policy': true,
  'refresh-overview': true,
};

/** Whether an effect belongs to the tenant and not to a duty. */
export const isTenantEffect = (effect: Effect | TenantEffect): effect is TenantEffect =>
  Object.hasOwn(ofTenant, effect.do);

export type KeylessEffect = Effect extends infer E
  ? E extends Effect
    ? Omit<E, 'key'>
    : never
  : never;

/** Names effects after the duty's revision and what they concern. */
export function keyed(
  duty: DutyRef & { revision: number },
  effects: readonly KeylessEffect[],
): readonly Effect[] {
  return effects.map((effect): Effect => {
    const key = `${effect.do}:r${String(duty.revision)}${whomOf(effect)}`;
    return { ...effect, key };
  });
}

function whomOf(effect: KeylessEffect): string {
  if ('person' in effect) return `:${effect.person}`;
  if (effect.do === 'open-duty') return `:${effect.opening.name}`;
  if (effect.do === 'say-finding') return `:${effect.finding}`;
  if (effect.do === 'say') return `:${effect.said.type}`;
  if (effect.do === 'webhook') return `:${effect.message.type}`;
  return effect.do === 'alert' ? `:${effect.role ?? 'channel'}` : '';
}
