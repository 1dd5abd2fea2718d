import assert from 'node:assert/strict';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { changeRoster } from '../../../bot/casework/roster.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import { verifyDossier } from '../../../bot/evidence/verify/dossier.ts';
import { offeredFileTexts } from '../../../bot/features/files/texts.ts';
import { orderTexts } from '../../../bot/features/evidence/dossier/order/order-texts.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import type { Storage } from '../../support/store/storage.ts';
import { answerOffer, startStorage, uploadInfo } from '../../support/store/storage.ts';
import type { Person } from '../../support/teams/activities.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';

const said = orderTexts.nl;

describe('a dossier that is asked for in chat', () => {
  let app: TestApp;
  let storage: Storage;
  beforeEach(async () => {
    storage = await startStorage();
    app = await startApp({ fileOrigins: [storage.origin] });
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
    app.connector.seat(itChannel.team.id, [annaInTeams]);
    await stage.openDuty(app, 'verify-change', { title: 'Btw-codes 2027' });
  });
  afterEach(async () => {
    await app.stop();
    await storage.close();
  });

  const chat = (person: Person) => app.connector.messagesIn(personalConversation(person));
  const ask = async (person: Person, text: string, where?: typeof itChannel) => {
    const told = await stage.say(app, person, text, where ? { in: where } : {});
    await app.idle();
    // An offer of a file is no card of ours.
    return told.flatMap((one) => (isOffer(one) ? [] : stage.readingOf(one))).join('\n');
  };
  const isOffer = ({ activity }: { activity: object }) =>
    JSON.stringify(activity).includes('file.consent');
  interface Offer {
    readonly name: string;
    readonly content: { readonly acceptContext: object; readonly sizeInBytes: number };
  }
  const offerIn = (person: Person): Offer | undefined =>
    chat(person)
      .flatMap(
        ({ activity }) =>
          (activity['attachments'] ?? []) as readonly (Offer & { contentType: string })[],
      )
      .findLast(({ contentType }) => contentType.endsWith('file.consent'));
  const accept = async (person: Person, { content, name }: Offer) => {
    const place = uploadInfo(storage.place('/up'), name);
    const value = { action: 'accept', context: content.acceptContext, uploadInfo: place };
    await answerOffer(app, { person, value });
    await app.idle();
    return storage.stored.get('/up')?.bytes;
  };
  const audits = async (): Promise<readonly EvidenceRecord[]> =>
    (await app.api('GET', '/api/v1/evidence')).text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as EvidenceRecord)
      .filter(({ kind }) => kind === 'audits');

  it('is said at once to be under way, then offered in the own chat, and given when it is accepted', async () => {
    const told = await ask(annaInTeams, 'dossier 2026 Q4', itChannel);
    const offer = defined(offerIn(annaInTeams));
    const bytes = defined(await accept(annaInTeams, offer));

    assert.ok(told.includes(said.begunElsewhere('2026-Q4', undefined)), told);
    assert.equal(offer.name, `dossier-${tenant}-2026-Q4.zip`);
    assert.equal(bytes.length, offer.content.sizeInBytes);
    const files = unzipSync(bytes);
    assert.ok(strFromU8(defined(files['rapport.html'])).includes('Btw-codes 2027'));
    const folder = mkdtempSync(join(tmpdir(), 'given-'));
    writeFileSync(join(folder, 'dossier.zip'), bytes);
    assert.equal((await verifyDossier(join(folder, 'dossier.zip'), [])).type, 'whole');
    rmSync(folder, { recursive: true });
  });

  it('is evidence itself: who took which quarter, and the hash of the file', async () => {
    await stage.openDuty(app, 'confirm-restore', { reference: 'RST-0412' });
    await ask(annaInTeams, 'auditdossier A.8.32 Q4');
    const bytes = defined(await accept(annaInTeams, defined(offerIn(annaInTeams))));

    const [record, ...others] = await audits();
    const held = strFromU8(defined(unzipSync(bytes)['records.ndjson']));
    assert.ok(held.includes('"kind":"verify-change"'));
    assert.ok(!held.includes('RST-0412'), 'what another control asks is not in it');

    assert.equal(others.length, 0, 'one dossier, however often it is fetched');
    assert.equal(record?.type, 'dossier');
    assert.equal(record.by?.name, annaInTeams.name);
    const { quarter, control, sha256 } = record.data as Record<string, string>;
    assert.deepEqual([quarter, control, sha256?.length], ['2026-Q4', 'A.8.32', 64]);
  });

  it('is made again where the instance that made it is gone', async () => {
    await ask(annaInTeams, 'dossier 2026 Q4');
    await app.restart();

    const bytes = await accept(annaInTeams, defined(offerIn(annaInTeams)));

    assert.ok(unzipSync(defined(bytes))['manifest.json']);
  });

  it('is there for the auditor of the roster, in English too', async () => {
    const change = { type: 'roles', roles: { auditor: carla } } as const;
    await changeRoster(app.services(), { tenant, change, by: bram });
    await ask(carlaInTeams, 'language en');
    const told = await ask(carlaInTeams, 'dossier 2026 Q4');

    const files = unzipSync(defined(await accept(carlaInTeams, defined(offerIn(carlaInTeams)))));

    assert.ok(told.includes(orderTexts.en.begun('2026-Q4', undefined)), told);
    assert.ok(files['report.html']);
  });

  it('is for nobody else, whatever a consent says', async () => {
    const told = await ask(bramInTeams, 'dossier 2026 Q4');
    await answerOffer(app, {
      person: bramInTeams,
      value: {
        action: 'accept',
        context: { q: '2026-Q4', w: 'nl' },
        uploadInfo: uploadInfo(storage.place('/up')),
      },
    });
    await app.idle();

    assert.ok(told.includes(chatTexts.nl.onlyOverseers));
    assert.equal(offerIn(bramInTeams), undefined);
    assert.equal(storage.stored.size, 0);
    assert.ok(
      chat(bramInTeams).some((one) => stage.readingOf(one).includes(offeredFileTexts.nl.over)),
    );
    assert.deepEqual(await audits(), []);
  });

  it('is asked about again where it is not clear or has not begun', async () => {
    assert.ok((await ask(annaInTeams, 'dossier')).includes(said.incomplete));
    assert.ok((await ask(annaInTeams, 'dossier 2027 Q1')).includes(said.stillToCome));
    assert.equal(offerIn(annaInTeams), undefined);
  });

  it('stands beside the samples that were drawn, with what came out', async () => {
    await ask(annaInTeams, 'trek 1 wijzigingen, seed 1');
    await ask(annaInTeams, 'trek 1 wijzigingen, seed 2');

    const drawn = await audits();

    assert.deepEqual(
      drawn.map(({ type, data }) => [type, (data as Record<string, unknown>)['seed']]),
      [
        ['drawn', '1'],
        ['drawn', '2'],
      ],
    );
  });
});
