import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { policyTexts } from '../../../bot/features/policy/texts.ts';
import { rosterTexts } from '../../../bot/features/roster/texts.ts';
import { findingTexts } from '../../../bot/views/findings/texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { actions, cardOf, fill } from '../../support/cards/card-reader.ts';
import {
  annaInTeams,
  bramInTeams,
  carlaInTeams,
  itChannel,
  otherChannel,
} from '../../support/teams/cast.ts';
import { defined } from '../../support/duties/duties.ts';
import { verdictOn } from '../../support/duties/evidence.ts';
import * as stage from '../../support/stage.ts';

const said = policyTexts.nl;
const inChannel = { in: itChannel };
const desk = {
  name: 'Supportdesk Unit4',
  phone: '0318 581 600',
  url: 'https://help.unit4.example',
};

describe('the house rules in the IT channel', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
  });
  afterEach(() => app.stop());

  const clicking = (card: Card, title: string, answers: Answers = {}): Promise<Card> =>
    stage.clickOn(app, bramInTeams, { card, title, answers });
  const rules = (word = 'afspraken'): Promise<Card> => stage.cardSaid(app, bramInTeams, word);
  const layDown = async (form: string, answers: Answers): Promise<Card> =>
    clicking(await clicking(await rules(), said.change, { f: form }), said.save, answers);
  const onlyPortal = { 'routes-yes': ['0'] };

  /** Begins a transfer in chat and answers on its card. */
  async function transfer(answers: Answers): Promise<{ id: string; card: Card }> {
    const message = (await stage.say(app, annaInTeams, 'ik moet gegevens sturen')).at(-1);
    const reply = await stage.click(app, {
      person: annaInTeams,
      message: defined(message),
      click: {
        verb: 'answer',
        answers,
      },
    });
    const id = String(/"d":"(d[a-f0-9]{24})"/.exec(JSON.stringify(reply.card))?.[1]);
    return { id, card: defined(reply.card) };
  }
  const payslips = {
    what: 'Loonstroken van oktober',
    recipient: 'supportdesk@unit4.example',
    class: 'confidential',
    personalData: 'yes',
    route: 'portal',
    deleteOn: '2026-12-01',
    outcome: 'secure',
  };

  it('show what is usual until something is laid down, in both languages', async () => {
    const read = stage.words(await rules('Huisregels!'));
    const english = stage.words(await rules('house rules'));

    for (const text of [
      said.anyDomain,
      said.noDesk,
      'Vertrouwelijk mag langs',
      'nog niet aangepast',
    ])
      assert.ok(read.includes(text), text);
    assert.equal(english, read);
  });

  it('decide by which route data goes: the card says so, and refuses another with a way on', async () => {
    const saved = await layDown('routes:confidential', onlyPortal);
    const { card: refused, id } = await transfer({ ...payslips, route: 'secure-mail' });

    assert.ok(stage.words(saved).includes(said.done));
    const read = stage.words(refused);
    assert.ok(read.includes('Voor deze gegevens mag: portaal.'), read);
    assert.ok(read.includes('wie een uitzondering goedkeurt'));
    assert.equal((await stage.readDuty(app, id)).status, 'open');
    const send = (approver: string) =>
      stage.clickWith(app, {
        person: annaInTeams,
        data: {
          ...actions(refused).find(({ verb }) => verb === 'answer')?.data,
          ...fill(refused, { alternative: 'bestand versleuteld' }),
          approver,
        },
        click: { verb: 'answer' },
      });
    for (const nobodyElse of ['Mia Visser', annaInTeams.aadObjectId]) {
      assert.match(stage.words(defined((await send(nobodyElse)).card)), /⚠/);
      assert.equal((await stage.readDuty(app, id)).status, 'open');
    }
    const settled = await send(bramInTeams.aadObjectId);
    const line = stage.words(defined(settled.card));
    for (const text of [
      'Loonstroken van oktober',
      'Vertrouwelijk',
      'supportdesk@unit4.example',
      'Beveiligde mail',
      'dinsdag 1 december',
      bramInTeams.name,
      'bestand versleuteld',
    ])
      assert.ok(line.includes(text), `${text} in ${line}`);
    const record = (await stage.evidenceOf(app, id)).find(({ type }) => type === 'answered');
    const { values } = Object(record?.data) as { values: Record<string, unknown> };
    assert.deepEqual(
      [values['what'], values['route'], values['approver'], values['deleteOn']],
      ['Loonstroken van oktober', 'secure-mail', bramInTeams.name, '2026-12-01'],
    );
  });

  for (const [given, status, told] of [
    ['yes', 'fulfilled', 'De uitzondering is goedgekeurd'],
    ['no', 'problem', 'De uitzondering is niet goedgekeurd'],
  ] as const)
    it(`are left only with the ${given === 'yes' ? 'yes' : 'word'} of whoever was picked, on a card of their own (${given})`, async () => {
      await layDown('routes:confidential', onlyPortal);
      const { card: refused, id } = await transfer({ ...payslips, route: 'secure-mail' });
      await stage.clickWith(app, {
        person: annaInTeams,
        data: {
          ...actions(refused).find(({ verb }) => verb === 'answer')?.data,
          ...fill(refused, { alternative: 'bestand versleuteld' }),
          approver: bramInTeams.aadObjectId,
        },
        click: { verb: 'answer' },
      });
      const waiting = (await stage.readDuty(app, id)).status;
      const asked = stage.cardTo(app, bramInTeams, id);
      assert.match(stage.readingOf(asked), /deze uitzondering goed te keuren/);
      await stage.click(app, {
        person: bramInTeams,
        message: asked,
        click: { verb: 'confirm', where: ({ a }) => a === given },
      });

      assert.deepEqual([waiting, (await stage.readDuty(app, id)).status], ['problem', status]);
      const read = stage.cardsTo(app, annaInTeams).map(stage.readingOf).join('\n');
      assert.ok(read.includes(told), read);
      const kept = (await stage.evidenceOf(app, id)).map(({ data }) => JSON.stringify(data)).join();
      assert.ok(kept.includes('exceptionAskedOf'));
    });

  it('hold the recipient against the domains that are known', async () => {
    await layDown('domains', { domains: 'unit4.example\nbeheer@Müller.example' });
    const { card: outside } = await transfer({
      ...payslips,
      recipient: 'x@unit4.example.boef.example',
    });
    const { card: inside } = await transfer({ ...payslips, recipient: 'x@post.unit4.example' });

    assert.ok(
      stage.words(outside).includes('unit4.example.boef.example staat niet in de huisregels'),
    );
    assert.ok(stage.words(inside).includes('Veilige weg gekozen'));
    assert.ok(stage.words(await rules()).includes('unit4.example, xn--mller-kva.example'));
  });

  it('show who helps to whoever is in doubt, while the duty stays open', async () => {
    await layDown('desk', desk);
    const { card, id } = await transfer({ outcome: 'doubt', note: 'Past niet in de portal' });

    const read = stage.words(card);
    assert.ok(read.includes('Supportdesk Unit4 · 0318 581 600 · https://help.unit4.example'), read);
    assert.equal((await stage.readDuty(app, id)).status, 'open');
  });

  it('refuse what is no domain and a desk that nobody can reach, and keep what stands', async () => {
    const domains = await layDown('domains', { domains: 'unit4.example\ngeen domein' });
    const nobody = await layDown('desk', { name: 'Supportdesk' });
    const wrong = await layDown('desk', { ...desk, url: 'http://unit4.example', mail: 'unit4' });

    assert.ok(stage.words(domains).includes(said.notADomain('geen, domein')));
    assert.ok(stage.words(nobody).includes(said.deskReached));
    for (const text of [said.notAMail, said.notAUrl]) assert.ok(stage.words(wrong).includes(text));
    const read = stage.words(await rules());
    assert.ok(read.includes(said.anyDomain) && read.includes(said.noDesk));
  });

  it('keep each change as evidence that the export contains and the verifier accepts', async () => {
    await layDown('routes:confidential', onlyPortal);
    await layDown('desk', desk);
    await layDown('desk', desk);

    const { text } = await app.api('GET', '/api/v1/evidence');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const kept = lines.filter(({ reference }) => reference === 'house-rules');
    assert.deepEqual(
      kept.map(({ type, by, data }): readonly unknown[] => [
        type,
        Object(by)['name'],
        Object(data)['after'] as unknown,
      ]),
      [
        ['reassigned', 'Bram Jansen', ['portal']],
        ['reassigned', 'Bram Jansen', desk],
      ],
    );
    assert.equal((await verdictOn(text)).type, 'whole');
  });

  it('ask what to change where nothing was chosen', async () => {
    const asked = await clicking(await rules(), said.change);

    assert.ok(stage.words(asked).includes(said.chooseFirst));
  });

  it('do not take a form that shows what somebody else has changed', async () => {
    const form = await clicking(await rules(), said.change, { f: 'desk' });
    await layDown('desk', desk);

    const late = await clicking(form, said.save, { name: 'Andere desk', phone: '1' });

    assert.ok(stage.words(late).includes(said.changedSince));
    assert.ok(stage.words(await rules()).includes(desk.name));
  });

  it('are changed in the IT channel only', async () => {
    const [answer] = await stage.say(app, annaInTeams, 'afspraken');
    const elsewhere = { in: otherChannel };
    const form = await clicking(await rules(), said.change, { f: 'domains' });
    const save = defined(actions(form).find(({ verb }) => verb === 'house-save'));
    const data = { ...save.data, domains: 'boef.example' };
    const reply = await stage.clickWith(app, {
      person: annaInTeams,
      data,
      click: { when: elsewhere },
    });
    const personal = await stage.clickWith(app, { person: annaInTeams, data });

    assert.ok(stage.readingOf(defined(answer)).includes(chatTexts.nl.onlyInItChannel));
    for (const { card } of [reply, personal])
      assert.ok(stage.words(defined(card)).includes(chatTexts.nl.onlyInItChannel));
    assert.ok(stage.words(await rules()).includes(said.anyDomain));
  });

  it('let data that went out insecurely become an incident, and tell the privacy officer at once', async () => {
    const roster = await stage.say(app, bramInTeams, 'rooster', inChannel);
    const roleHolders = await clicking(
      cardOf(defined(roster[0]).activity),
      rosterTexts.nl.roleHolders,
    );
    await clicking(roleHolders, rosterTexts.nl.save, {
      privacy: carlaInTeams.aadObjectId,
      security: bramInTeams.aadObjectId,
    });
    const { id, card } = await transfer({
      what: 'Loonstroken van oktober',
      personalData: 'yes',
      outcome: 'already-sent',
      note: 'Gisteren per gewone mail aan een oud adres',
    });

    assert.ok(stage.words(card).includes('Al onveilig verstuurd'));
    const told = stage.cardsTo(app, carlaInTeams).map(stage.readingOf).join('\n');
    assert.ok(
      told.includes('Er zijn persoonsgegevens onveilig verstuurd: Loonstroken van oktober'),
      told,
    );
    const incident = stage.cardsTo(app, bramInTeams).map(stage.readingOf).join('\n');
    assert.ok(incident.includes('Onveilig verstuurd: Loonstroken van oktober'), incident);
    assert.ok(incident.includes('Gisteren per gewone mail aan een oud adres'));
    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    assert.ok(JSON.stringify(card).includes(findingTexts.nl.plan));
    assert.ok(!JSON.stringify(card).includes(words.nl.vendorReply));
  });

  it('go with the person who cannot reach anybody in office: the incident is their own', async () => {
    await transfer({ what: 'Lijst', personalData: 'no', outcome: 'already-sent', note: 'gemaild' });

    const own = stage.cardsTo(app, annaInTeams).map(stage.readingOf).join('\n');
    assert.ok(own.includes('Onveilig verstuurd: Lijst'));
    const channel = app.connector.messagesIn(itChannel.id).map(stage.readingOf).join('\n');
    assert.ok(channel.includes('Er zijn gegevens onveilig verstuurd: Lijst'));
  });
});
