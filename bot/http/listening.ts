import type { Server } from 'restify';
import { StartError } from '../errors.ts';
import type { Timers } from '../ports/clock.ts';

const longestCloseSeconds = 5;

/** Takes nothing new and lets what came in end, a few seconds at most. */
export async function close(server: Server, timers: Timers): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = timers.after(longestCloseSeconds, resolve);
    server.close(() => {
      timer.cancel();
      resolve();
    });
    // Idle keep-alive connections would hold the door open.
    server.server.closeIdleConnections();
  });
}

/** Listens; rejects with a `StartError` that says what to do where the port cannot be had. */
export function listen(
  server: Server,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      const line =
        error.code === 'EADDRINUSE'
          ? `Port ${String(port)} is taken by another program: set PORT to a free one.`
          : `The bot cannot listen on ${host}:${String(port)} (${error.code ?? error.message}): look at HOST and PORT.`;
      reject(new StartError([line], { cause: error }));
    };
    server.server.once('error', failed);
    server.listen(port, host, () => {
      server.server.off('error', failed);
      resolve();
    });
  });
}
