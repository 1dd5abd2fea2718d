import type { PersonId } from '../../duty/ids.ts';
import type { Word } from './card.ts';
import { newsCard } from './card.ts';
import type { DutyJob, EffectOf, EffectResult, EffectsOf } from '../../ports/effects.ts';
import { done, said } from '../../ports/effects.ts';
import { countingAnswers } from '../../duty/answering/quorum.ts';
import type { Duty } from '../../duty/duty.ts';
import { openFinding } from '../../duty/duty.ts';
import { kindOf } from '../../kinds/index.ts';
import { personInRole } from '../../casework/people/role-holders.ts';
import type { ToPerson } from '../../casework/send.ts';
import { sendToPerson, showOrPost } from '../../casework/send.ts';
import { channelReader } from '../../ports/services.ts';

const untilSomebodyComes = 15 * 60;

/** Tells a person what became of an answer; done when that cannot be. */
async function tell(job: DutyJob<EffectOf<'tell'>>): Promise<EffectResult> {
  const { person, news } = job.effect;
  const result = await sendNews(job, person, { type: 'news', news });
  return result.type === 'try-later' ? result : said;
}

/** A word at once to whoever holds a role; in the channel where none is named, nobody holds it or is reached. */
async function alert(job: DutyJob<EffectOf<'alert'>>): Promise<EffectResult> {
  const { services, duty, effect } = job;
  const { role, text, toChannel = false } = effect;
  const known = await services.store.people.channel(duty.tenant);
  const channel = known?.installed ? known : undefined;
  const about = { type: 'alert', ...(role ? { role } : {}), text } as const;
  if (!stillHolds(duty, about)) return done;
  // What the whole IT team has to know stands with the finding, in the duty's thread.
  if (!role && openFinding(duty)) return done;
  const person = role && (await personInRole(services, duty.tenant, role));
  if (person && !(toChannel && channel)) {
    const result = await sendNews(job, person.aadObjectId, about);
    if (result.type === 'try-later') return result;
    if (result.type === 'sent') return said;
    if (channel) return { type: 'go-on', left: { ...effect, toChannel: true } };
  }
  // An alert that nobody can get is not lost: it waits until there is a channel, or somebody who holds the role.
  if (!channel)
    return { type: 'try-later', afterSeconds: untilSomebodyComes, reason: 'nobody to tell' };
  const card = newsCard(duty, { about, where: 'channel' }, channelReader(services));
  const message = { card, summary: card.fallbackText };
  const result = await showOrPost(job, channel, { at: undefined, message });
  return result.type === 'try-later' ? result : said;
}

/** What waited until somebody could be told is not told any more once it is over. */
function stillHolds(duty: Duty, { role, text }: Extract<Word, { type: 'alert' }>): boolean {
  if (duty.status === 'withdrawn') return false;
  return countingAnswers(duty).some(
    ({ values, outcome }) =>
      (outcome !== 'problem' || openFinding(duty) !== undefined) &&
      kindOf(duty.kind)
        .followUps(duty, values)
        .some((one) => one.type === 'alert' && one.role === role && one.text.nl === text.nl),
  );
}

const sendNews = (
  job: DutyJob<EffectOf<'tell' | 'alert'>>,
  person: PersonId,
  about: Word,
): Promise<ToPerson> =>
  sendToPerson(job, person, (reader) => {
    const card = newsCard(job.duty, { about, where: 'personal', to: person }, reader);
    return { card, summary: card.fallbackText };
  });

export const effects: EffectsOf<'tell' | 'alert'> = { tell: { run: tell }, alert: { run: alert } };
