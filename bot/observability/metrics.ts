import type { Messenger, SendResult } from '../ports/messenger.ts';
import { metrics as openTelemetry } from '@opentelemetry/api';

/** What the gauges show when they are read. */
export interface Gauges {
  /** Messages in the queue. */
  readonly queued: number;
  /** Seconds that the oldest waiting effect is overdue. */
  readonly queueAge: number;
  readonly deadLetters: number;
  readonly open: number;
}

/** What the bot measures of itself: numbers and constant words, nobody's name and no text. */
export interface Metrics {
  readonly sent: (what: 'card' | 'channel' | 'edit' | 'reply', outcome: SendResult['type']) => void;
  /** An effect ended, so many seconds after it was due. */
  readonly carried: (effect: string, outcome: string, secondsLate: number) => void;
  /** Something came in from Teams and was answered in so many seconds. */
  readonly turned: (seconds: number) => void;
  /** Entra was asked for the bot's token; how that ended. */
  readonly tokenAsked: (outcome: string) => void;
  /** A backup was stored, or put off. */
  readonly backedUp: (outcome: string) => void;
}

/**
 * The instruments of OpenTelemetry. Without an exporter they cost next to nothing: the API does nothing until
 * a provider is registered.
 */
export function createMetrics(readGauges: () => Promise<Gauges>): Metrics {
  const meter = openTelemetry.getMeter('shared-duty');
  const sends = meter.createCounter('duty.sends', {
    description: 'Messages sent to Teams, by how the sending ended',
  });
  const lateness = meter.createHistogram('duty.effect.lateness', {
    unit: 's',
    description: 'Time between the moment an effect was due and its end',
  });
  const turns = meter.createHistogram('duty.turn.duration', {
    unit: 's',
    description: 'Time to answer what came in from Teams',
  });
  const tokens = meter.createCounter('duty.tokens', {
    description: 'Requests for the token of the bot, by how they ended',
  });
  const backups = meter.createCounter('duty.backups', {
    description: 'Backups, by whether they were stored or put off',
  });
  const gauges = {
    queued: meter.createObservableGauge('duty.queue.length'),
    queueAge: meter.createObservableGauge('duty.queue.age', { unit: 's' }),
    deadLetters: meter.createObservableGauge('duty.poison'),
    open: meter.createObservableGauge('duty.open'),
  };
  meter.addBatchObservableCallback(async (result) => {
    const read = await readGauges();
    for (const name of ['queued', 'queueAge', 'deadLetters', 'open'] as const)
      result.observe(gauges[name], read[name]);
  }, Object.values(gauges));
  return {
    sent: (what, outcome) => {
      sends.add(1, { what, outcome });
    },
    carried: (effect, outcome, secondsLate) => {
      lateness.record(Math.max(0, secondsLate), { effect, outcome });
    },
    turned: (seconds) => {
      turns.record(seconds);
    },
    tokenAsked: (outcome) => {
      tokens.add(1, { outcome });
    },
    backedUp: (outcome) => {
      backups.add(1, { outcome });
    },
  };
}

/** A messenger that counts how each sending ended. */
export function counted(messenger: Messenger, metrics: Metrics): Messenger {
  const count = async (
    what: Parameters<Metrics['sent']>[0],
    sending: Promise<SendResult>,
  ): Promise<SendResult> => {
    const ended = await sending;
    metrics.sent(what, ended.type);
    return ended;
  };
  return {
    toPerson: (person, message) => count('card', messenger.toPerson(person, message)),
    toChannel: (channel, message) => count('channel', messenger.toChannel(channel, message)),
    reply: (to, message) => count('reply', messenger.reply(to, message)),
    edit: (at, message) => count('edit', messenger.edit(at, message)),
    open: messenger.open,
  };
}
