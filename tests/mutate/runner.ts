import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import type { TestResult, TestRunner } from '@stryker-mutator/api/test-runner';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';

// Stryker's own runner for Mocha knows no Mocha 12 that runs on Node 20.

/** Whatever is to be said goes to Stryker. */
function quiet(): void {
  return undefined;
}

const listed = (name: string): readonly string[] => (process.env[name] ?? '').split(',');

type Dry = Awaited<ReturnType<TestRunner['dryRun']>>;
const all = /^/;
const exactly = (titles: readonly string[]): RegExp =>
  new RegExp(
    `^(?:${titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`,
  );

/** Runs the tests of a part in this process, again and again, with one mutant or another switched on. */
function createRunner(): TestRunner {
  const space = globalThis as unknown as { __stryker__?: InstrumenterContext };
  const context = (space.__stryker__ ??= {});
  let loaded: Promise<Mocha> | undefined;

  const load = async (): Promise<Mocha> => {
    const mocha = new Mocha({ timeout: 20_000, reporter: quiet as never });
    mocha.cleanReferencesAfterRun(false);
    for (const file of listed('MUTATE_TESTS')) mocha.addFile(resolve(file));
    mocha.rootHooks({
      beforeEach(this: Mocha.Context) {
        context.currentTestId = this.currentTest?.fullTitle() ?? '';
      },
    });
    for (const file of listed('MUTATE_FILES')) await import(pathToFileURL(resolve(file)).href);
    const own = new Set(Object.keys(context.mutantCoverage?.static ?? {}));
    await mocha.loadFilesAsync();
    // What acts while its own file is loaded takes a new process. What a test has prepared before it runs
    // does not, and has to be noticed by what runs.
    const { static: loading = {} } = context.mutantCoverage ?? {};
    for (const mutant of Object.keys(loading))
      if (!own.has(mutant)) Reflect.deleteProperty(loading, mutant);
    return mocha;
  };

  const run = async (grep: RegExp, bails: boolean): Promise<Dry> => {
    loaded ??= load();
    const mocha = await loaded;
    mocha.grep(grep);
    mocha.bail(bails);
    const tests: TestResult[] = [];
    await new Promise<void>((done) => {
      const running = mocha.run(() => done());
      const told = (test: Mocha.Runnable): Pick<TestResult, 'id' | 'name' | 'timeSpentMs'> => ({
        id: test.fullTitle(),
        name: test.fullTitle(),
        timeSpentMs: test.duration ?? 0,
      });
      running.on('pass', (test) => tests.push({ ...told(test), status: TestStatus.Success }));
      running.on('fail', (test, error: Error) =>
        tests.push({ ...told(test), status: TestStatus.Failed, failureMessage: error.message }),
      );
    });
    return { status: DryRunStatus.Complete, tests };
  };

  return {
    capabilities: () => ({ reloadEnvironment: false }),
    dryRun: async () => {
      const result = await run(all, false);
      return result.status === DryRunStatus.Complete && context.mutantCoverage
        ? { ...result, mutantCoverage: context.mutantCoverage }
        : result;
    },
    mutantRun: async ({ activeMutant, testFilter, hitLimit, mutantActivation }) => {
      delete context.hitLimit;
      delete context.hitCount;
      if (mutantActivation === 'runtime') {
        delete context.activeMutant;
        await (loaded ??= load());
      }
      if (hitLimit !== undefined) Object.assign(context, { hitLimit, hitCount: 0 });
      context.activeMutant = activeMutant.id;
      const result = await run(testFilter ? exactly(testFilter) : all, true);
      const endless = determineHitLimitReached(context.hitCount, hitLimit);
      return toMutantRunResult(endless ?? result);
    },
  };
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'here', createRunner)];
