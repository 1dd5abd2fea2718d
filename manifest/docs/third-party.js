/** Writes `third-party.md` again from the lock file: `node manifest/docs/third-party.js`. */
import { readFileSync, writeFileSync } from 'node:fs';

const { packages } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
);
const names = new Map();
for (const [path, { dev, devOptional, license = 'see its own files' }] of Object.entries(
  packages,
)) {
  if (path === '' || dev || devOptional) continue;
  const name = path.split('node_modules/').at(-1);
  names.set(license, [...(names.get(license) ?? []), name]);
}
const parts = [...names]
  .sort(([, one], [, other]) => other.length - one.length)
  .map(
    ([license, list]) =>
      `## ${license}\n\n${[...new Set(list)]
        .sort()
        .map((name) => `\`${name}\``)
        .join(', ')}\n`,
  );
writeFileSync(
  new URL('third-party.md', import.meta.url),
  `# What goes along, and under which licence

Every package that is installed with \`npm ci --omit=dev\` and lies in the image. Each brings its own licence file in \`node_modules\`;
Shared Duty itself is under the MIT licence. Public holidays come from \`date-holidays\` by commenthol and its contributors, data under
CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/), used unchanged. A release carries a list of all parts (CycloneDX, \`sbom.json\`).

${parts.join('\n')}`,
);
