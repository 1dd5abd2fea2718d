import type { ChannelAddress } from '../duty/of-tenant/channel-news.ts';
import type { Instant, MessageRef, Person, TenantKey } from '../duty/ids.ts';
import type { About, RecordDraft } from '../duty/record/record.ts';
import type { Json } from '../kinds/kind.ts';
import type { SettingsDocument } from './document.ts';
import { emptyDocument } from './document.ts';

/** Another channel that asks to be the IT channel. */
export interface ChannelClaim {
  readonly id: string;
  readonly by: Person;
  readonly at: Instant;
  readonly channel: ChannelAddress;
  /** Where the question stands in the IT channel that is asked, as soon as it does. */
  readonly message?: MessageRef;
}

/** What became of a question, which its card says to everybody from then on. */
export interface SettledClaim {
  readonly claim: ChannelClaim;
  /** `other`: a third channel was chosen before anybody answered. */
  readonly became: 'yes' | 'no' | 'other';
  readonly by: Person;
  /** Its card says so. */
  readonly shown?: true;
}

/** Which channel is the IT channel, with the chain of who made it so, and the questions that are open. */
export interface ChannelDocument extends SettingsDocument {
  /** The id of the channel; absent where it was chosen before there was this chain. */
  readonly channelId?: string;
  readonly claims: readonly ChannelClaim[];
  /** The last that were answered; absent where none was, or before there was this list. */
  readonly settled?: readonly SettledClaim[];
}

export const emptyChannelDocument = (tenant: TenantKey): ChannelDocument => ({
  ...emptyDocument(tenant, 'it-channel'),
  claims: [],
});

/** So many questions are open at once; another waits until one of them is answered. */
const mostClaims = 10;
const mostSettled = 10;

/** What happens to the choice of the IT channel. */
export type ChannelEvent =
  /** Nobody has to be asked. */
  | { readonly type: 'taken'; readonly claim: ChannelClaim }
  | { readonly type: 'asked'; readonly claim: ChannelClaim }
  | {
      readonly type: 'answered';
      readonly answer: 'yes' | 'no';
      readonly claim: string;
      readonly by: Person;
    }
  /** The question stands in the IT channel. */
  | { readonly type: 'question-posted'; readonly claim: string; readonly message: MessageRef }
  | { readonly type: 'outcome-shown'; readonly claim: string };

export interface ChannelDecision {
  /** The claim that it is about; undefined where that is answered already, or made room for others. */
  readonly claim: ChannelClaim | undefined;
  readonly register: ChannelDocument;
  readonly evidence: readonly (RecordDraft & About)[];
  /** Where something stands is written down and is no evidence. */
  readonly noted?: true;
  /** The questions that are over with this. */
  readonly settled?: readonly SettledClaim[];
}

/** Decides what an event means for the choice of the IT channel. Pure; everything that changes is evidence. */
export function decideChannel(register: ChannelDocument, event: ChannelEvent): ChannelDecision {
  switch (event.type) {
    case 'taken':
      return chosen(register, event.claim, event.claim.by);
    case 'asked':
      return asked(register, event.claim);
    case 'answered': {
      const claim = register.claims.find(({ id }) => id === event.claim);
      if (!claim) return { claim, register, evidence: [] };
      const { by } = event;
      if (event.answer === 'yes') return chosen(register, claim, by);
      const claims = register.claims.filter((one) => one !== claim);
      const settled = [{ claim, became: 'no', by }] as const;
      return {
        claim,
        register: withSettled({ ...register, claims }, settled),
        evidence: [record(claim, { step: 'refused', by })],
        settled,
      };
    }
    case 'question-posted': {
      const { message } = event;
      return noted(register, event.claim, (claim) => ({ ...claim, message }));
    }
    case 'outcome-shown': {
      const settled = register.settled?.map((one) =>
        one.claim.id === event.claim ? { ...one, shown: true as const } : one,
      );
      return {
        claim: undefined,
        register: settled ? { ...register, settled } : register,
        evidence: [],
        noted: true,
      };
    }
  }
}

const withSettled = (
  register: ChannelDocument,
  settled: readonly SettledClaim[],
): ChannelDocument => ({
  ...register,
  settled: [...(register.settled ?? []), ...settled].slice(-mostSettled),
});

/** The same question, wherever it is by now: it may be answered before it is noted where it stands. */
function noted(
  register: ChannelDocument,
  id: string,
  change: (claim: ChannelClaim) => ChannelClaim,
): ChannelDecision {
  const changed = (claim: ChannelClaim): ChannelClaim => (claim.id === id ? change(claim) : claim);
  const claims = register.claims.map(changed);
  const settled = register.settled?.map((one) => ({ ...one, claim: changed(one.claim) }));
  return {
    claim: claims.find((claim) => claim.id === id),
    register: { ...register, claims, ...(settled ? { settled } : {}) },
    evidence: [],
    noted: true,
  };
}

/** Whoever asks again for the same channel asks once. Without a claim where too many are open: none is pushed out. */
function asked(register: ChannelDocument, claim: ChannelClaim): ChannelDecision {
  const { channelId } = claim.channel;
  const before = register.claims.find((one) => one.channel.channelId === channelId);
  if (before) return { claim: before, register, evidence: [] };
  if (register.claims.length >= mostClaims) return { claim: undefined, register, evidence: [] };
  const claims = [...register.claims, claim];
  return {
    claim,
    register: { ...register, claims },
    evidence: [record(claim, { step: 'asked', by: claim.by })],
  };
}

/** The question was to another IT channel than there is now: every one that was open is over. */
function chosen(register: ChannelDocument, claim: ChannelClaim, by: Person): ChannelDecision {
  const { channelId } = claim.channel;
  const settled = register.claims.map((one): SettledClaim => ({
    claim: one,
    became: one.id === claim.id ? 'yes' : 'other',
    by,
  }));
  return {
    claim,
    register: withSettled({ ...register, channelId, claims: [] }, settled),
    evidence: [record(claim, { step: 'chosen', by, before: register.channelId })],
    settled,
  };
}

function record(
  { id, channel }: ChannelClaim,
  {
    step,
    by,
    before,
  }: {
    readonly step: 'asked' | 'refused' | 'chosen';
    readonly by: Person;
    readonly before?: string | undefined;
  },
): RecordDraft & About {
  const { channelId, teamId, name } = channel;
  const data: Json = {
    step,
    claim: id,
    channelId,
    ...(teamId === undefined ? {} : { teamId }),
    ...(name === undefined ? {} : { name }),
    ...(before === undefined ? {} : { before }),
  };
  return {
    type: 'reassigned',
    by,
    kind: 'it-channel',
    system: '*',
    reference: 'it-channel',
    data,
  };
}
