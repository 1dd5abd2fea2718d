import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Settings } from './settings.ts';

/** The files of the package by name. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** Everything that Teams wants in the package, at its root, and nothing else. */
export const fileNames = [
  'manifest.json',
  'en.json',
  'nl.json',
  'color.png',
  'outline.png',
] as const;

/**
 * Replaces each `${{NAME}}` in the manifest by its setting; an unknown name stays and is refused later. Where a
 * registration installs the app for people, the manifest names it: that lets it manage this app and no other
 * (Graph, `TeamsAppInstallation.ReadWriteSelfForUser.All`).
 */
export function fillManifest(files: Files, settings: Settings): Files {
  const template = files['manifest.json'];
  if (template === undefined) return files;
  const filled = strFromU8(template).replaceAll(/\$\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = settings[name];
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
  });
  const installer = settings['INSTALLER_APP_ID'];
  const whole = installer ? withInstaller(filled, installer) : filled;
  return { ...files, 'manifest.json': strToU8(whole) };
}

function withInstaller(manifest: string, id: string): string {
  const more = JSON.stringify({ webApplicationInfo: { id } }).slice(1, -1);
  return manifest.replace(/\}\s*$/, `,${more}}\n`);
}

/** Packs the files; the same files give the same bytes on every machine and day. */
export function pack(files: Files): Uint8Array {
  // A zip holds local time without a zone: the first moment it can express, in whatever zone this is.
  const mtime = new Date(1980, 0, 1);
  const sorted = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime });
}

/** Unpacks a package. */
export function unpack(zip: Uint8Array): Files {
  return unzipSync(zip);
}
