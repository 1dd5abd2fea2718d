import { effects as documents } from '../casework/document-versions.ts';
import type { Effects } from '../ports/effects.ts';
import { effects as cards } from './answering/send-cards.ts';
import { effects as rollUp } from './channel/roll-up.ts';
import { effects as claims } from './channel/tell.ts';
import { effects as lost } from './channel/lost.ts';
import { effects as outage } from './channel/outage.ts';
import { effects as channel } from './channel/show.ts';
import { effects as threads } from './channel/say-finding.ts';
import { effects as deadLetters } from './dead-letters/show.ts';
import { effects as dossiers } from './evidence/dossier/order/give.ts';
import { effects as keptCheckpoints } from './evidence/log/keep-blob.ts';
import { effects as stamps } from './evidence/log/stamp.ts';
import { effects as witnesses } from './evidence/log/tell.ts';
import { effects as checkpoints } from './evidence/log/show.ts';
import { effects as followUps } from './new-duty/follow-up.ts';
import { effects as news } from './news/notify.ts';
import { effects as lists } from './overview/list-duty.ts';
import { effects as installs } from './people/bring-open.ts';
import { effects as departures } from './people/departures.ts';
import { effects as leavers } from './people/leavers.ts';
import { effects as overviewCards } from './overview/refresh.ts';
import { effects as planCards } from './plans/refresh.ts';
import { effects as plans } from './plans/send.ts';
import { effects as policyCards } from './policy/refresh.ts';
import { effects as reminders } from './reminders/send.ts';
import { effects as replies } from './replies/say-reply.ts';
import { effects as rosterCards } from './roster/refresh.ts';
import { effects as removals } from './review/removals/send.ts';
import { effects as survey } from './survey/send.ts';
import { effects as vendor } from './vendor/send-updates.ts';

/** Every effect with what runs it, each from the room to which it belongs: a forgotten one does not compile. */
export const effects: Effects = {
  ...cards,
  ...channel,
  ...checkpoints,
  ...claims,
  ...deadLetters,
  ...departures,
  ...documents,
  ...dossiers,
  ...followUps,
  ...installs,
  ...leavers,
  ...lists,
  ...lost,
  ...news,
  ...outage,
  ...overviewCards,
  ...planCards,
  ...plans,
  ...policyCards,
  ...reminders,
  ...replies,
  ...removals,
  ...rollUp,
  ...rosterCards,
  ...survey,
  ...threads,
  ...vendor,
  ...stamps,
  ...keptCheckpoints,
  ...witnesses,
};
