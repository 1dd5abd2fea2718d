import type { Azurite } from '../../../bot/demo/azurite.ts';
import { startServer, type Server } from './children.ts';
import { postAll } from './load.ts';
import { median, perSecond, rounded, spread, type Report, type Scale } from '../report.ts';
import { checkSettled, startFarSide, type FarSide } from './traffic.ts';

// As many people as one instance has to serve in the same moment on a busy morning.
const atOnce = 16;

/** One bot after the other, the same number of turns each. */
interface Pair {
  readonly farSide: FarSide;
  readonly echo: Server;
  readonly bot: Server;
}

/** Starts both bots, each in its own process, before the same far side. */
async function withPair(
  store: { readonly connectionString?: string; readonly prefix: string },
  measure: (pair: Pair) => Promise<void>,
): Promise<void> {
  const farSide = await startFarSide();
  const { auth, serviceUrl } = farSide;
  const [echo, bot] = await Promise.all([
    startServer({ bot: 'echo', prefix: '', auth, serviceUrl }),
    startServer({ bot: 'shared-duty', ...store, auth, serviceUrl }),
  ]);
  await measure({ farSide, echo, bot });
  await Promise.all([echo.stop(), bot.stop()]);
  await farSide.close();
}

/** Posts so many greetings to the echo bot; how long it took. */
async function echoed({ farSide, echo }: Pair, count: number): Promise<number> {
  const target = { url: echo.url, token: farSide.token };
  return (await postAll(target, farSide.greetings(count), atOnce)).milliseconds;
}

/** Gives so many first answers, each on a duty of its own; how long it took until all were acknowledged. */
async function answered({ farSide, bot }: Pair, count: number): Promise<number> {
  const target = { url: bot.url, token: farSide.token };
  const { milliseconds, bodies } = await postAll(target, farSide.answers(), atOnce);
  checkSettled(bodies, count);
  return milliseconds;
}

/** Answers a second with Azurite, their effects running beside them as they do; `beside-before` holds G1. */
export async function measureThroughput(
  report: Report,
  { quick }: Scale,
  { connectionString }: Pick<Azurite, 'connectionString'>,
): Promise<void> {
  const { rounds, turns } = quick ? { rounds: 2, turns: 20 } : { rounds: 5, turns: 150 };
  const prefix = `Bench${String(process.pid)}`;
  await withPair({ connectionString, prefix }, async (pair) => {
    const echo: number[] = [];
    const bot: number[] = [];
    const botWithEffects: number[] = [];
    // The first rounds only warm up.
    for (let round = -2; round < rounds; round += 1) {
      await pair.bot.open(turns);
      const echoTook = await echoed(pair, turns);
      const begun = performance.now();
      const botTook = await answered(pair, turns);
      await pair.bot.idle();
      const untilIdle = performance.now() - begun;
      if (round < 0) continue;
      echo.push(perSecond(turns, echoTook));
      bot.push(perSecond(turns, botTook));
      botWithEffects.push(perSecond(turns, untilIdle));
    }
    const ratios = bot.map((speed, at) => speed / (echo[at] ?? NaN));
    const ratio = median(ratios);
    report({
      bench: 'G1-throughput',
      ratio: rounded(ratio),
      spread: spread(ratios),
      bot: rounded(median(bot)),
      botWithEffects: rounded(median(botWithEffects)),
      echo: rounded(median(echo)),
      rounds,
      turns,
      atOnce,
      store: 'Azurite',
      unit: 'answers/s',
    });
  });
}

/** G1b: processor time of a turn with the store in memory; effects are counted apart. */
export async function measureCpu(report: Report, { quick }: Scale): Promise<void> {
  const { rounds, turns, warm } = quick
    ? { rounds: 2, turns: 30, warm: 1 }
    : { rounds: 7, turns: 400, warm: 2 };
  await withPair({ prefix: '' }, async (pair) => {
    const echo: number[] = [];
    const bot: number[] = [];
    const effects: number[] = [];
    for (let round = -warm; round < rounds; round += 1) {
      await pair.bot.open(turns);
      await pair.bot.hold();
      const echoTook = await cpuOf(pair.echo, () => echoed(pair, turns));
      const botTook = await cpuOf(pair.bot, () => answered(pair, turns));
      const effectsTook = await cpuOf(pair.bot, () => pair.bot.idle());
      if (round < 0) continue;
      echo.push(echoTook / turns);
      bot.push(botTook / turns);
      effects.push(effectsTook / turns);
    }
    const ratios = bot.map((time, at) => time / (echo[at] ?? NaN));
    const ratio = median(ratios);
    report({
      bench: 'G1b-cpu',
      ratio: rounded(ratio),
      spread: spread(ratios),
      bot: rounded(median(bot) / 1000),
      effectsOfAnswer: rounded(median(effects) / 1000),
      echo: rounded(median(echo) / 1000),
      rounds,
      turns,
      atOnce,
      store: 'memory',
      unit: 'ms of processor time per turn',
      goal: '<= 1.3',
      met: ratio <= 1.3,
    });
  });
}

async function cpuOf(server: Server, work: () => Promise<unknown>): Promise<number> {
  const before = await server.cpu();
  await work();
  return (await server.cpu()) - before;
}
