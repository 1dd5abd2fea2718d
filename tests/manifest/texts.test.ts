import assert from 'node:assert/strict';
import { commandFaults } from '../../manifest/checks/commands.ts';
import { factsOf } from '../../manifest/checks/facts.ts';
import { differences, parityFaults, storeFaults } from '../../manifest/checks/texts.ts';

const full = 'Puts duties before people in Microsoft Teams. Speaks English and Dutch.';

describe('a text that the store would refuse', () => {
  const cases: readonly [string, Record<string, string>][] = [
    ['names Microsoft or Teams in the name', { 'name.short': 'Duty for Teams' }],
    ['has a stage in the name', { 'name.full': 'Shared Duty Beta' }],
    ['has two sentences where one is asked', { 'description.short': 'Asks. Keeps the answer.' }],
    ['calls itself an app', { 'description.short': 'An app for shared duties.' }],
    ['is too long to read', { 'description.full': `${full}${' word'.repeat(500)}` }],
    ['shortens Microsoft Teams', { 'description.full': `For Teams. ${full}` }],
    ['shortens Microsoft', { 'description.full': `${full} Uses MS Azure.` }],
    ['uses the old name of Microsoft 365', { 'description.full': `${full} Needs Office 365.` }],
    ['keeps silent about the languages', { 'description.full': 'Puts duties before people.' }],
    ['starts a command with a sign', { 'bots[0].commandLists[0].commands[0].title': '/help' }],
    ['leaves a command unexplained', { 'bots[0].commandLists[0].commands[0].description': '' }],
  ];
  for (const [fault, texts] of cases) {
    it(fault, () => {
      const found = storeFaults(factsOf(texts));

      assert.equal(found.length, 1, found.join('; '));
      assert.ok(found[0]?.startsWith(Object.keys(texts)[0] ?? ''));
    });
  }

  it('is not one that says Microsoft Teams first and Teams later', () => {
    const texts = { 'description.full': `${full} Type in Teams what you want.` };

    assert.deepEqual(storeFaults(factsOf(texts)), []);
  });
});

describe('the two languages', () => {
  const manifest = factsOf({
    name: { short: 'Shared Duty' },
    bots: [{ commandLists: [{ scopes: ['team'], commands: [{ title: 'help' }] }] }],
  });

  it('say neither less nor more than the manifest', () => {
    const dutch = factsOf({
      'name.short': 'Gedeelde Plicht',
      'bots[0].commandLists[1].commands[0].title': 'hulp',
    });

    assert.deepEqual(parityFaults(manifest, dutch), [
      'bots[0].commandLists[0].commands[0].title is missing',
      'bots[0].commandLists[1].commands[0].title translates nothing that manifest.json says',
    ]);
  });

  it('agree with the manifest where it is written in the same language', () => {
    const english = factsOf({ 'name.short': 'Shared Duties' });

    assert.deepEqual(differences(manifest, english), [
      'name.short says something else than manifest.json',
    ]);
  });

  it('offer no more and no fewer commands than the bot has words for', () => {
    const dutch = factsOf({ 'bots[0].commandLists[0].commands[0].title': 'hulp' });

    assert.deepEqual(commandFaults(manifest, dutch, 'nl'), [
      'offers the commands "" in the personal scope, but the words of the bot there are "hulp, mijn plichten, overzicht, taal nl, taal en, gegevens sturen, risicolijst"',
      'offers the commands "hulp" in the team scope, but the words of the bot there are "hulp, overzicht, gebruik dit kanaal, nieuwe plicht, rooster, plannen, huisregels, risicolijst"',
    ]);
  });

  it('are judged even when the manifest has a shape that makes no sense', () => {
    for (const nonsense of [
      null,
      5,
      'text',
      [],
      { bots: 'none' },
      { bots: [{ commandLists: 3 }] },
    ]) {
      const facts = factsOf(nonsense);

      assert.equal(commandFaults(facts, facts, 'en').length, 2);
      assert.deepEqual(storeFaults(facts), []);
    }
  });
});
