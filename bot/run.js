/**
 * Starts a program that stands beside the bot: `node bot/run.js evidence verify FILE`. Where the development
 * packages are installed it runs the source, so that a change needs no build; elsewhere, as in the image
 * and after `npm ci --omit=dev`, it runs what `npm run build` put in `dist`.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const programs = {
  doctor: 'bot/doctor/main',
  evidence: 'bot/evidence/main',
  manifest: 'manifest/build',
};

const [name = '', ...rest] = process.argv.slice(2);
if (Object.hasOwn(programs, name)) await run(programs[name]);
else stop(`There is no program "${name}": ${Object.keys(programs).join(', ')}.`);

async function run(path) {
  const source = new URL(`../${path}.ts`, import.meta.url);
  const built = new URL(`../dist/${path}.js`, import.meta.url);
  const register = existsSync(source) ? await loadTsx() : undefined;
  if (!register && !existsSync(built)) {
    stop(`${fileURLToPath(built)} is missing: run "npm run build" with the development packages.`);
    return;
  }
  register?.();
  const program = register ? source : built;
  process.argv.splice(1, process.argv.length, fileURLToPath(program), ...rest);
  await import(program.href);
}

async function loadTsx() {
  try {
    const { register } = await import('tsx/esm/api');
    return register;
  } catch (error) {
    if (error?.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}
