import { IANAZone } from 'luxon';
import { parsePersonId } from '../../duty/ids.ts';
import type { Sender } from '../../ports/incoming.ts';
import { calledSo } from '../foreign.ts';
import type { TeamsActivity } from './schema.ts';
import { clientOf } from './schema.ts';

/** Who did something; undefined for somebody without an account in a directory, such as an anonymous guest. */
export function senderOf(activity: TeamsActivity): Sender | undefined {
  const { from } = activity;
  const aadObjectId = parsePersonId(from.aadObjectId);
  if (!aadObjectId) return undefined;
  // Installs, reactions and events name nobody: the object id says that the name is not known.
  const name = calledSo(from.name ?? '') || aadObjectId;
  const locale = activity.locale ?? clientOf(activity)?.locale;
  return {
    aadObjectId,
    name,
    userId: from.id,
    ...whereabouts(activity),
    ...(hasPicker(activity) ? { picker: true } : {}),
    ...(locale === undefined ? {} : { locale }),
  };
}

/** Teams has its people picker on desktop and in the browser only ("People Picker in Adaptive Cards"). */
function hasPicker(activity: TeamsActivity): boolean {
  const platform = clientOf(activity)?.platform ?? '';
  return /^(windows|mac|macos|web)$/i.test(platform) && activity.serviceUrl.startsWith('https:');
}

/** What the client says of where it is; what is no zone or country is left out. */
function whereabouts(activity: TeamsActivity): Pick<Sender, 'timeZone' | 'country'> {
  const client = clientOf(activity);
  const timeZone = client?.timezone ?? activity.localTimezone;
  const country = client?.country;
  return {
    ...(timeZone && isZone(timeZone) ? { timeZone } : {}),
    ...(country && /^[A-Z]{2}$/.test(country) ? { country } : {}),
  };
}

// To ask the runtime makes a formatter each time: a twentieth of what an answer costs. There are some 600 names.
const zones = new Set<string>();
const mostZones = 1000;

function isZone(name: string): boolean {
  if (zones.has(name)) return true;
  const isOne = name.length <= 60 && IANAZone.isValidZone(name);
  if (isOne && zones.size < mostZones) zones.add(name);
  return isOne;
}
