import { storeWith } from '../support/store/memory-store.ts';
import { memoryTable } from '../support/store/memory-table.ts';
import {
  benchBot,
  holdEffects,
  knowChannel,
  knowPeople,
  noTimers,
  openDuties,
} from './processes/bot.ts';
import { counter } from './counting.ts';
import { people } from './processes/identity.ts';
import { postAll } from './processes/load.ts';
import type { Report } from './report.ts';
import { checkSettled, startFarSide } from './processes/traffic.ts';

/** G2 and G11: what an answer asks of the store until it is acknowledged, and a card of Teams. */
export async function measureRoundTrips(report: Report): Promise<void> {
  const farSide = await startFarSide();
  const { auth, serviceUrl, connector } = farSide;
  const counting = counter();
  const store = storeWith(() => counting.watch(memoryTable()), 'Bench');
  const app = benchBot({ store, auth, serviceUrl, timers: noTimers, logLevel: 'silent' });
  const target = { url: `http://127.0.0.1:${String(await app.start())}`, token: farSide.token };
  await knowPeople(app, serviceUrl);
  await openDuties(app, people.length);
  const callsPerCard = connector.calls.length / people.length;
  await knowChannel(app, serviceUrl);
  // After an answer each instance looks once an hour whether somebody's address moved: that is behind it here.
  await postAll(target, farSide.likes(), 1);
  await app.idle();

  const first: number[] = [];
  const repeated: number[] = [];
  const effects: number[] = [];
  const calls: number[] = [];
  for (const answer of farSide.answers()) {
    const held = holdEffects(app);
    for (const counts of [first, repeated]) {
      counting.reset();
      const { bodies } = await postAll(target, [answer], 1);
      counts.push(counting.read().calls);
      checkSettled(bodies, 1);
    }
    counting.reset();
    const before = connector.calls.length;
    await held.release();
    effects.push(counting.read().calls);
    calls.push(connector.calls.length - before);
  }
  await app.stop();
  await farSide.close();

  const answer = Math.max(...first);
  const repeatedClick = Math.max(...repeated);
  report({
    bench: 'G2-round-trips',
    answer,
    repeatedClick,
    effectsOfAnswer: Math.max(...effects),
    connectorCallsOfAnswer: Math.max(...calls),
    answers: first.length,
    unit: 'storage calls until the response',
    goal: 'answer = 2, repeatedClick <= 1, effectsOfAnswer <= 7',
    met:
      first.length === people.length &&
      answer === 2 &&
      repeatedClick <= 1 &&
      Math.max(...effects) <= 7,
  });
  report({
    bench: 'G11-calls-per-card',
    calls: callsPerCard,
    cards: people.length,
    unit: 'calls to the Bot Connector',
    goal: '= 1',
    met: callsPerCard === 1,
  });
}
