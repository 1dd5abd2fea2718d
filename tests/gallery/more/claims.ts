import type { TestApp } from '../../support/app.ts';
import { cardOf } from '../../support/cards/card-reader.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams, bramInTeams, itChannel, otherChannel } from '../../support/teams/cast.ts';
import type { Channel } from '../../support/teams/activities.ts';
import type { Seen } from './walked.ts';
import { pressed, saidIn, seen } from './walked.ts';

const word = 'use this channel';
const other = 'another channel';

/** The IT channel is chosen, and another channel asks to be it: no at first, then yes. */
export async function claimWalk(app: TestApp, language: 'nl' | 'en'): Promise<readonly Seen[]> {
  const locale = language === 'nl' ? 'nl-NL' : 'en-US';
  for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person, { locale });
  const newest = ({ id }: Channel) => cardOf(defined(app.connector.messagesIn(id).at(-1)).activity);
  const use = (channel: Channel) => saidIn(app, annaInTeams, { word, channel });
  const alone = await stage.say(app, annaInTeams, word, { locale });
  const first = await use(itChannel);
  const again = await use(itChannel);
  const asks = await use(otherChannel);
  const question = newest(itChannel);
  const at = { person: bramInTeams, card: question, channel: itChannel };
  const no = await pressed(app, at, { verb: 'channel-answer', having: { a: 'no' } });
  const refused = newest(otherChannel);
  await use(otherChannel);
  const asked = { ...at, card: newest(itChannel) };
  const yes = await pressed(app, asked, { verb: 'channel-answer', having: { a: 'yes' } });
  const over = await pressed(app, asked, { verb: 'channel-answer', having: { a: 'no' } });
  return [
    seen(`“${word}” in a chat`, annaInTeams.name, cardOf(defined(alone.at(-1)).activity)),
    seen(`“${word}”, the first time`, 'the IT channel', first),
    seen(`“${word}”, where it is one already`, 'the IT channel', again),
    seen(`“${word}” in another channel`, other, asks),
    seen('Another channel asks to be the IT channel', 'the IT channel', question),
    seen('The IT channel says no', 'the IT channel', no),
    seen('The IT channel said no', other, refused),
    seen('The IT channel says yes', 'the IT channel', yes),
    seen('The answer comes again', 'the IT channel', over),
    seen('The IT channel said yes', other, newest(otherChannel)),
    seen('The IT channel was moved', 'what was the IT channel', newest(itChannel)),
  ];
}
