import { strFromU8 } from 'fflate';
import type { Files } from '../files.ts';
import { fileNames } from '../files.ts';
import { languages } from '../words.ts';
import { commandFaults } from './commands.ts';
import type { Facts } from './facts.ts';
import { factsOf, textAt } from './facts.ts';
import { colorIconFaults, outlineIconFaults } from './icons.ts';
import type { SchemaName } from './schema.ts';
import { isKnownVersion, schemaAddress, schemaFaults } from './schema.ts';
import { differences, parityFaults, storeFaults } from './texts.ts';

type Language = (typeof languages)[number];
interface Document {
  readonly content: unknown;
  readonly facts: Facts;
}

/** What the manifest has to say so that Teams finds the other files. */
const references = {
  'icons.color': 'color.png',
  'icons.outline': 'outline.png',
  'localizationInfo.defaultLanguageTag': 'en',
  'localizationInfo.defaultLanguageFile': 'en.json',
  'localizationInfo.additionalLanguages[0].languageTag': 'nl',
  'localizationInfo.additionalLanguages[0].file': 'nl.json',
};

/** Every fault of a package at once, one sentence each; none when it is fit to be uploaded. */
export async function packageFaults(files: Files): Promise<string[]> {
  const faults = Object.keys(files)
    .filter((name) => !fileNames.some((expected) => expected === name))
    .map((name) => `${name} does not belong in the package.`);
  const judge = async (
    name: (typeof fileNames)[number],
    rule: (file: Uint8Array) => string[] | Promise<string[]>,
  ): Promise<void> => {
    const file = files[name];
    const found = file === undefined ? ['is missing'] : await rule(file);
    faults.push(...found.map((fault) => `${name}: ${fault}.`));
  };

  const manifest = parse(files['manifest.json']);
  await judge('manifest.json', () => manifestFaults(manifest));
  for (const language of languages) {
    await judge(`${language}.json`, (file) => languageFaults(parse(file), manifest, language));
  }
  await judge('color.png', colorIconFaults);
  await judge('outline.png', outlineIconFaults);
  return faults;
}

async function manifestFaults(manifest: Document | undefined): Promise<string[]> {
  if (manifest === undefined) return ['is not JSON'];
  const { facts } = manifest;
  const unfilled = [...facts].filter(([, value]) => String(value).includes('${{'));
  const elsewhere = Object.entries(references).filter(([path, name]) => facts.get(path) !== name);
  const insecure = [...facts].filter(
    ([path, value]) => /^developer\..*Url$/.test(path) && !String(value).startsWith('https://'),
  );
  return [
    ...(await formFaults(manifest, manifest, 'MicrosoftTeams.schema.json')),
    ...unfilled.map(([path, value]) => `${path} still holds the placeholder ${String(value)}`),
    ...elsewhere.map(([path, name]) => `${path} must be "${name}"`),
    ...insecure.map(([path]) => `${path} must start with https://`),
    ...(/^\d+\.\d+\.\d+$/.test(textAt(facts, 'version')) ? [] : ['version must be like 1.2.3']),
    ...storeFaults(facts),
  ];
}

async function languageFaults(
  texts: Document | undefined,
  manifest: Document | undefined,
  language: Language,
): Promise<string[]> {
  if (texts === undefined) return ['is not JSON'];
  if (manifest === undefined) return [];
  return [
    ...(await formFaults(texts, manifest, 'MicrosoftTeams.Localization.schema.json')),
    ...parityFaults(manifest.facts, texts.facts),
    ...(language === 'en' ? differences(manifest.facts, texts.facts) : []),
    ...commandFaults(manifest.facts, texts.facts, language),
    ...storeFaults(texts.facts),
  ];
}

async function formFaults(
  document: Document,
  manifest: Document,
  name: SchemaName,
): Promise<string[]> {
  const version = textAt(manifest.facts, 'manifestVersion');
  if (!isKnownVersion(version)) {
    return document === manifest
      ? [`manifestVersion "${version}" is not a published version that the validator knows`]
      : [];
  }
  const address = schemaAddress(version, name);
  return [
    ...(document.facts.get('$schema') === address ? [] : [`$schema must be ${address}`]),
    ...(await schemaFaults(document.content, version, name)),
  ];
}

function parse(file: Uint8Array | undefined): Document | undefined {
  if (file === undefined) return undefined;
  try {
    const content = JSON.parse(strFromU8(file)) as unknown;
    return { content, facts: factsOf(content) };
  } catch {
    return undefined;
  }
}
