import { Session } from 'node:inspector/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const bot = fileURLToPath(new URL('../../../bot/', import.meta.url));

/**
 * A function at the outermost level that is called a card, a form or a page and gives back a card at once: those that
 * wait for something call one of these.
 */
const maker =
  /^(?:export )?(?:function (\w*(?:Card|Form|Page)\w*)\b(?:(?!^\}).)*?\): Card(?: \| undefined)? \{|const (\w*(?:Card|Form|Page)\w*) = \((?:(?!^\S).)*?\): Card(?: \| undefined)? =>)$/gms;

/** Every function of views and rooms that makes a card, as `file name`. */
function makersOfCards(): readonly string[] {
  return readdirSync(bot, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => relative(bot, join(parentPath, name)))
    .filter((file) => /^(?:views|features)\/.*\.ts$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(bot, file), 'utf8').matchAll(maker)].map(
        ([, one, other]) => `${file} ${one ?? other ?? ''}`,
      ),
    );
}

/** Runs `make` and tells what it made, and which makers of cards were never called meanwhile. */
export async function whoWasCalled<T>(
  make: () => Promise<T>,
): Promise<{ readonly made: T; readonly neverCalled: readonly string[] }> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const made = await make();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const called = new Set(
    result
      .filter(({ url }) => url.includes('/bot/'))
      .flatMap(({ url, functions }) => {
        const file = relative(bot, fileURLToPath(url.replace(/\?.*$/, '')));
        return functions
          .filter(({ ranges }) => ranges.some(({ count }) => count > 0))
          .map(({ functionName }) => `${file} ${functionName}`);
      }),
  );
  return { made, neverCalled: makersOfCards().filter((one) => !called.has(one)) };
}
