import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { anna, asked } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams } from '../../support/teams/cast.ts';

describe('a sentence as Teams sends it', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
  });
  afterEach(() => app.stop());

  const messages = () => stage.cardsTo(app, annaInTeams);
  const post = async (activity: object) => {
    const before = messages().length;
    const reply = await app.post(activity);
    assert.equal(reply.status, 200);
    await app.idle();
    return messages().slice(before).map(stage.readingOf);
  };
  const said = (more: object) => ({
    ...app.teams.message(annaInTeams, ''),
    attachments: [],
    ...more,
  });
  const html = (content: string) => [{ contentType: 'text/html', content }];

  it('that quotes a card is about the duty of that card', async () => {
    const first = await stage.openDuty(app, 'verify-change', {
      ...asked(anna),
      reference: 'CHG-1',
    });
    await stage.openDuty(app, 'verify-change', { ...asked(anna), reference: 'CHG-2' });
    const card = stage.cardTo(app, annaInTeams, first.id);
    const entity = { type: 'quotedReply', quotedReply: { messageId: card.id } };

    const [read] = await post(
      said({ text: `<quoted messageId="${card.id}"/> alles werkt`, entities: [entity] }),
    );

    assert.ok(read?.includes('CHG-1') && !read.includes('CHG-2'), read);
  });

  it('that is edited takes the place of what was read back, as long as that waits for a yes', async () => {
    await stage.openDuty(app, 'verify-change', asked(anna));
    const sentence = said({ text: 'alles werkt' });
    const [first] = await post(sentence);
    const count = messages().length;
    const edited = {
      ...sentence,
      type: 'messageUpdate',
      text: 'het werkt niet',
      channelData: { ...sentence.channelData, eventType: 'editMessage' },
    };

    const more = await post(edited);
    const now = messages().at(-1);

    assert.ok(first?.includes('alles werkt'));
    assert.deepEqual([more.length, messages().length], [0, count]);
    assert.ok(now && now.edits > 0 && stage.readingOf(now).includes('het werkt niet'));
  });

  for (const [what, more, answer] of [
    [
      'a voice note',
      {
        text: null,
        attachments: html('<span itemtype="http://schema.skype.com/InputExtension"></span>'),
      },
      /spraakbericht kan ik niet horen/,
    ],
    [
      'a picture',
      { text: '', attachments: [{ contentType: 'image/*', contentUrl: 'https://x.example/1' }] },
      /afbeelding kan ik niet kijken/,
    ],
    [
      'a sticker',
      { text: '', attachments: html('<img itemtype="http://schema.skype.com/Sticker">') },
      /sticker of GIF/,
    ],
    [
      'a card of another app',
      { text: '', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] },
      /kaart van een andere app/,
    ],
    ['words with a no-break space', { text: 'hulp&nbsp;' }, /Dit kun je typen/],
    ['nothing at all', { text: null }, /begrijp ik niet/],
  ] as const) {
    it(`gets an answer that says what it was: ${what}`, async () => {
      const [read] = await post(said(more));

      assert.match(read ?? '', answer);
    });
  }

  it('with a picture beside it is understood, and told that the picture is not kept', async () => {
    await stage.openDuty(app, 'verify-change', asked(anna));
    const picture = { contentType: 'image/*', contentUrl: 'https://x.example/1' };

    const [readBack, told, ...more] = await post(
      said({ text: 'alles werkt', attachments: [picture] }),
    );

    assert.match(readBack ?? '', /alles werkt/);
    assert.match(told ?? '', /afbeelding bij je bericht is niet bewaard/);
    assert.deepEqual(more, []);
  });

  it('of somebody whom nothing identifies is answered, and records nothing', async () => {
    const guest = { id: '29:1guest', name: 'Gast' };
    const press = app.teams.execute(annaInTeams, { verb: 'answer', data: {} });

    const click = await app.post({ ...press, from: guest });

    assert.equal(click.status, 200);
    assert.match(JSON.stringify(click.body), /niets vastgelegd/);
  });

  it('or an invoke that no version knows is answered as Microsoft does it', async () => {
    const invoke = app.teams.execute(annaInTeams, { verb: '', data: {} });
    const named = async (name: string) => {
      const { status, body } = await app.post({ ...invoke, name });
      return [status, body === undefined || typeof body === 'object'];
    };

    assert.deepEqual(await named('task/fetch'), [501, true]);
    assert.deepEqual(await named('message/submitAction'), [200, true]);
    assert.deepEqual(await named('somethingNew/action'), [501, true]);
  });
});
