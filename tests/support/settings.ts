import assert from 'node:assert/strict';
import type { Environment, Settings } from '../../bot/settings.ts';
import { readSettings } from '../../bot/settings.ts';

export const production: Environment = {
  MicrosoftAppId: '00000000-aaaa-4bbb-8ccc-000000000009',
  MicrosoftAppPassword: 'geheim',
  MicrosoftAppTenantId: '11111111-AAAA-4bbb-8ccc-000000000001',
  AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
};
export const development: Environment = {
  ALLOW_ANONYMOUS: 'true',
  AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
};

export function settingsOf(environment: Environment): Settings {
  const read = readSettings(environment);
  assert.ok(read.ok, read.ok ? '' : read.problems.join('\n'));
  return read.settings;
}
export function problemsOf(environment: Environment): readonly string[] {
  const read = readSettings(environment);
  assert.ok(!read.ok, 'These settings were taken.');
  return read.problems;
}
/** The one problem of an environment that is right but for a few settings. */
export function problemWith(wrong: Environment, right = production): string {
  const problems = problemsOf({ ...right, ...wrong });
  assert.equal(problems.length, 1, problems.join('\n'));
  return problems[0] ?? '';
}
