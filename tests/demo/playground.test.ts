import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { answers } from '../../bot/demo/child.ts';
import { startPlayground, type PlaygroundConfig } from '../../bot/demo/playground.ts';
import { browserOrPending, openPlayground } from '../support/teams/playground.ts';
import { sampleConfig } from './sample-config.ts';

type Heard = { type: string; serviceUrl: string; conversation: { id: string }; value?: unknown };

describe('the Playground beside the bot', function () {
  this.timeout(240_000);

  let bot: Server;
  let heard: Heard[];

  const start = (config: PlaygroundConfig | string = sampleConfig, port = 0) =>
    startPlayground({
      port,
      config,
      botEndpoint: `http://127.0.0.1:${portOf(bot)}/api/messages`,
      log: () => undefined,
    });

  beforeEach(async () => {
    heard = [];
    bot = createServer((request, response) => {
      void answerAsBot(request, heard).then((reply) => response.end(JSON.stringify(reply)));
    }).listen(0, '127.0.0.1');
    await once(bot, 'listening');
  });

  afterEach(() => {
    bot.closeAllConnections();
    bot.close();
  });

  it('answers for this machine only, and leaves nothing behind', async () => {
    const before = scratchFolders();
    const playground = await start();
    const [elsewhere] = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);

    assert.equal(await answers(playground.url), true);
    if (elsewhere !== undefined)
      assert.equal(await answers(`http://${elsewhere.address}:${playground.port}`), false);

    await playground.stop();
    assert.equal(await answers(playground.url), false);
    assert.equal(existsSync('devTools'), false);
    assert.deepEqual(scratchFolders(), before);
  });

  it('tells the bot it was installed, with its own service address', async () => {
    const playground = await start();

    await playground.install('a:sanne');
    while (!heard.some(({ type }) => type === 'installationUpdate')) await wait(20);
    await playground.stop();

    const installed = heard.find(({ type }) => type === 'installationUpdate');
    assert.equal(installed?.serviceUrl, playground.connectorUrl);
    assert.equal(installed.conversation.id, 'a:sanne');
  });

  it('gives the reason when its people are wrong', async () => {
    const fourPeople = { ...sampleConfig, users: sampleConfig.users.slice(0, 4) };

    await assert.rejects(
      start(fourPeople as unknown as PlaygroundConfig),
      /^Error: The Playground did not start: Failed to parse config file\..*"\/users".*fewer than 5/,
    );
  });

  it('names the file with its people when there is none', async () => {
    await assert.rejects(start('nergens.yml'), /its configuration nergens\.yml does not exist/);
  });

  it('does not move to another port by itself', async () => {
    await assert.rejects(
      start(sampleConfig, portOf(bot)),
      new RegExp(`port ${portOf(bot)} is taken`),
    );
  });

  it('shows a card in the browser and brings the answer to the bot', async function () {
    browserOrPending(this);
    const playground = await start();
    const page = await openPlayground(playground.url);

    await page.say('hulp');
    const question = await page.card('Werkt het?');
    await question.fill('Toelichting', 'Alles getest');
    await question.fill('Datum', '2026-12-03');
    await question.pick('Ja');
    await question.pick('Gelezen');
    await question.press('Versturen');
    const thanks = await (await page.card('Dank')).text();
    await page.close();
    await playground.stop();

    assert.equal(thanks, 'Dank');
    const answered = heard.find(({ type }) => type === 'invoke');
    assert.deepEqual((answered?.value as { action: { data: unknown } }).action.data, {
      ...{ note: 'Alles getest', day: '2026-12-03', works: 'yes', read: 'true' },
    });
  });

  it('reaches the bot from a channel', async function () {
    browserOrPending(this);
    const playground = await start();
    const page = await openPlayground(playground.url);

    await page.openChannel('IT-meldingen');
    await page.say('overzicht');
    const shown = await (await page.card('Werkt het?')).text();
    await page.close();
    await playground.stop();

    assert.match(shown, /Toelichting/);
    assert.match(heard.at(-1)?.conversation.id ?? '', /^19:kanaal;messageid=\d+$/);
  });
});

const card = (body: readonly object[], actions: readonly object[] = []) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', body, actions },
});

const question = card(
  [
    { type: 'TextBlock', text: 'Werkt het?' },
    { type: 'Input.Text', id: 'note', label: 'Toelichting', isRequired: true, errorMessage: '!' },
    { type: 'Input.Date', id: 'day', label: 'Datum' },
    {
      ...{ type: 'Input.ChoiceSet', id: 'works', label: 'Oordeel', style: 'expanded' },
      choices: [
        { title: 'Ja', value: 'yes' },
        { title: 'Nee', value: 'no' },
      ],
    },
    { type: 'Input.Toggle', id: 'read', title: 'Gelezen' },
  ],
  [{ type: 'Action.Execute', title: 'Versturen', verb: 'answer' }],
);

async function answerAsBot(request: IncomingMessage, heard: Heard[]): Promise<unknown> {
  if (request.method !== 'POST') return {};
  const activity = (await json(request)) as Heard;
  heard.push(activity);
  if (activity.type === 'invoke') {
    const { content } = card([{ type: 'TextBlock', text: 'Dank' }]);
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: content };
  }
  if (activity.type === 'message') await send(activity);
  return {};
}

async function send({ serviceUrl, conversation }: Heard): Promise<void> {
  const path = `/v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
  await fetch(`${serviceUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', attachments: [question] }),
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function scratchFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('playground-'));
}
