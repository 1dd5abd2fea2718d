import { pino } from 'pino';

/** Structured logging: a constant message, facts as fields, never a name, a text or a secret. */
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** One line of JSON an event. Errors keep their stack and lose what came from outside. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['err.request', 'err.response', 'err.details', 'err.config'], remove: true },
  });
}
