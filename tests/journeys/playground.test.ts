import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplePeople } from '../../bot/demo/people.ts';
import type { Demo } from '../support/processes/demo.ts';
import { demoKey, startDemo } from '../support/processes/demo.ts';
import type { PlaygroundPage } from '../support/teams/playground.ts';
import { browserOrPending, openPlayground } from '../support/teams/playground.ts';

let mocked = 0;

/** Sends what “Mock an Activity, Custom activity” sends for whoever sits before the page. */
async function mock({ url }: Demo, activity: object): Promise<void> {
  mocked += 1;
  const { bot, currentUser: from, personalChat } = samplePeople;
  const whole = {
    type: 'message',
    id: `mocked-${String(mocked)}`,
    channelId: 'msteams',
    serviceUrl: `${url}/_connector`,
    from,
    recipient: bot,
    conversation: { ...personalChat, conversationType: 'personal' },
    locale: 'nl-NL',
    ...activity,
  };
  const response = await fetch(`${url}/_internal/v1/customActivities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(whole),
  });
  assert.equal(response.status, 200);
}

describe('a new user before the Playground', function () {
  this.timeout(240_000);
  let folder = '';
  let demo: Demo | undefined;
  let page: PlaygroundPage | undefined;

  before(function () {
    browserOrPending(this);
    folder = mkdtempSync(join(tmpdir(), 'shared-duty-'));
  });

  afterEach(async () => {
    await page?.close();
    await demo?.stop();
    page = undefined;
    demo = undefined;
  });

  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  it('sees cards, answers one, sees it settled there and in the IT channel', async () => {
    demo = await startDemo(folder);
    page = await openPlayground(demo.url);

    const card = await page.card('CHG-4711');
    await card.pick('Inloggen');
    await card.press('Werkt niet');
    const step = await page.card('Het werkt niet. Wat zag je?');
    await step.pick('Verkoopfactuur', 'Wat werkt niet?');
    await step.press('Vastleggen');
    const asked = await page.card('Schrijf kort wat je zag');
    await asked.fill('Wat zag je?', 'Btw op de verkoopfactuur is fout');
    await asked.press('Vastleggen');

    const settled = await page.card('Werkt niet · CHG-4711');
    assert.match(await settled.text(), /Btw op de verkoopfactuur is fout/);
    assert.match(await settled.text(), /Nu aan zet: jij/);
    await page.openChannel('Plichten');
    const shown = await page.card('Werkt niet · CHG-4711');
    assert.match(await shown.text(), /Jan Bakker/);
  });

  it('finds the answer again after the demo was stopped and started', async () => {
    demo = await startDemo(folder);
    page = await openPlayground(demo.url);

    await page.say('overzicht');

    const overview = await page.card('Dekkingskaart');
    assert.match(await overview.text(), /Probleem\s+2/);
    await page.say('CHG-4711');
    const found = await page.card('Werkt niet · CHG-4711');
    assert.match(await found.text(), /Btw op de verkoopfactuur is fout/);
    const code = await demo.stop();
    demo = undefined;
    assert.equal(code, 0);
  });

  it('sends a list as an activity of its own, and gets a file by its link', async () => {
    demo = await startDemo(folder);
    page = await openPlayground(demo.url);
    const authorization = demoKey;
    const listed = await fetch(`${demo.bot}/api/v1/duties`, { headers: { authorization } });
    assert.equal(listed.status, 200);
    const { duties } = (await listed.json()) as { duties: { id: string; kind: string }[] };
    const review = duties.find(({ kind }) => kind === 'review-access')?.id;

    const content = { downloadUrl: 'data:text/csv,account;naam%0Ajbakker;Jan%20Bakker' };
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    await mock(demo, { text: '', attachments: [{ contentType, name: 'rechten.csv', content }] });
    await page.card('rechten.csv');
    await mock(demo, { value: { do: 'file', f: 'review-sheet', d: review } });
    const offer = await page.card('Bestand ophalen');
    const context = page.page.context();
    const asked = new Promise<string>((resolve) => {
      // The support keeps the browser off every other server; this one is the bot's own.
      void context.route('**/files/*', async (route) => {
        resolve(route.request().url());
        await route.abort();
      });
    });
    await offer.locator.getByRole('link', { name: 'Bestand ophalen' }).click();
    const link = await asked;
    const fetched = await fetch(link);

    assert.ok(link.startsWith(demo.bot), link);
    assert.equal(fetched.status, 200);
    assert.match(fetched.headers.get('content-disposition') ?? '', /^attachment; .*\.xlsx$/);
  });
});
