import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { understand } from '../../bot/chat/understand.ts';
import { chatTexts } from '../../bot/views/chat-texts.ts';
import { commands } from '../../manifest/words.ts';

const texts = (language: string): Record<string, unknown> => {
  const file = new URL(`../../manifest/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
};
const titles = (language: string, list: number): unknown[] =>
  Object.entries(texts(language))
    .filter(([path]) => path.includes(`commandLists[${String(list)}]`) && path.endsWith('title'))
    .map(([, title]) => title);

describe('the words of the Teams app package', () => {
  it('call the bot Gedeelde Plicht where Teams is Dutch and Shared Duty elsewhere, as it calls itself', () => {
    assert.equal(texts('nl')['name.short'], 'Gedeelde Plicht');
    assert.equal(texts('en')['name.short'], 'Shared Duty');
    assert.equal(chatTexts.nl.appName, 'Gedeelde Plicht');
    assert.equal(chatTexts.en.appName, 'Shared Duty');
  });

  it('offer the chat words of the bot, each where it is understood, in both languages', () => {
    assert.deepEqual(titles('en', 0), [
      'help',
      'my duties',
      'status',
      'language nl',
      'language en',
      'send data',
      'accepted risks',
    ]);
    assert.deepEqual(titles('nl', 0), [
      'hulp',
      'mijn plichten',
      'overzicht',
      'taal nl',
      'taal en',
      'gegevens sturen',
      'risicolijst',
    ]);
    assert.deepEqual(titles('en', 1), [
      'help',
      'status',
      'use this channel',
      'new duty',
      'roster',
      'plans',
      'house rules',
      'accepted risks',
    ]);
    assert.deepEqual(titles('nl', 1), [
      'hulp',
      'overzicht',
      'gebruik dit kanaal',
      'nieuwe plicht',
      'rooster',
      'plannen',
      'huisregels',
      'risicolijst',
    ]);
  });

  it('are taken by the bot for the same thing in both languages', () => {
    const wished = Object.values(commands).flat();

    for (const { en, nl } of wished) {
      assert.notEqual(understand(en).type, 'unknown', en);
      assert.deepEqual(understand(nl), understand(en), nl);
    }
    assert.equal(new Set(wished.map(({ en }) => JSON.stringify(understand(en)))).size, 12);
  });
});
