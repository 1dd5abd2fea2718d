import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { recordAudit } from '../../../bot/casework/audits.ts';
import { changeDuty } from '../../../bot/casework/change-duty.ts';
import { openDuty } from '../../../bot/casework/open-duty.ts';
import { readOpening } from '../../../bot/casework/read-opening.ts';
import { samplePeople } from '../../../bot/demo/people.ts';
import { fillStore } from '../../../bot/demo/sample.ts';
import { parsePersonId, parseTenantKey } from '../../../bot/duty/ids.ts';
import { verifyDossier } from '../../../bot/evidence/verify/dossier.ts';
import { dossierTexts } from '../../../bot/features/evidence/dossier/texts.ts';
import { writeDossier } from '../../../bot/features/evidence/dossier/write.ts';
import { makeCheckpoint } from '../../../bot/features/evidence/log/append.ts';
import type { Services } from '../../../bot/ports/services.ts';
import { defaultRetention } from '../../../bot/tenant/retention.ts';
import { defined, fixedNow } from '../../support/duties/duties.ts';
import { openDoor } from '../../support/http/http.ts';

/**
 * What auditors say they look for, control by control, with where a dossier answers it: the heading in the story of
 * each duty, and whether the demo's data answer it or the dossier says that nothing is recorded.
 */
const elements = {
  'confirm-restore': [
    ['verification report, not a tick', 'Verslag van de controle, meer dan een vinkje', false],
    ['date', 'Datum van de controle', false],
    ['who restored', 'Wie het herstel vroeg of uitvoerde', true],
    ['source back-up', 'Bron: welk herstelpunt', true],
    ['target', 'Doel: waarheen hersteld', true],
    ['row counts', 'Aantallen', false],
    ['integrity check', 'Juistheid van de inhoud', false],
    ['duration against RTO and RPO', 'Duur en verlies tegenover wat mag (RTO, RPO)', false],
    ['who validated, by name', 'Wie het controleerde, bij naam', false],
    ['anomalies', 'Afwijkingen', false],
    ['follow-up', 'Opvolging', false],
  ],
  'review-access': [
    ['point-in-time list', 'Lijst van één moment', true],
    ['proof that the list was complete', 'Bewijs dat de lijst volledig was', true],
    ['named reviewer', 'Beoordelaar, bij naam', false],
    ['decision per record with time', 'Besluit per account, met tijd', false],
    ['reason', 'Reden van een besluit', false],
    ['removals executed and tested', 'Verwijderingen uitgevoerd en nagekeken', false],
    ['privileged accounts apart', 'Beheerders apart beoordeeld', true],
    ['not editable afterwards', 'Bewijs is achteraf niet te wijzigen', true],
    ['sample', 'In een steekproef getrokken', false],
  ],
  'verify-change': [
    ['unique id', 'Eigen kenmerk', true],
    ['time stamps', 'Tijdstippen', true],
    ['request and reason', 'Verzoek en reden', true],
    ['impact', 'Gevolg (impact)', false],
    ['sign-off by somebody else', 'Akkoord door een ander dan de aanvrager', false],
    ['test or review', 'Wat is getest', true],
    ['sample of tickets', 'In een steekproef getrokken', false],
    ['no ad-hoc chat message', 'Vastgelegd, geen los bericht in een chat', true],
  ],
  'verify-incident': [
    ['report', 'Verslag van het incident', true],
    ['root cause', 'Oorzaak', true],
    ['actions with owner', 'Acties met een eigenaar', false],
    ['actions with date', 'Acties met een datum', false],
    ['validated closure', 'Afsluiting die is nagekeken', true],
  ],
  'inform-staff': [
    ['plan', 'Plan van voorlichting', true],
    ['induction before access', 'Wie nieuw is, is vóór toegang ingelicht', true],
    ['yearly refresher', 'Elk jaar herhaald: de keer hiervoor', false],
    ['completion list', 'Hoeveel mensen klaar zijn', true],
    ['effectiveness measured', 'Gemeten of het werkt', false],
    ['acknowledgement', 'Bevestigd: hoe en wanneer', true],
  ],
  'transfer-securely': [
    ['rule per method', 'Weg, met de regel ervoor', true],
    ['encryption', 'Versleuteling, sleutel langs een andere weg', true],
    ['agreement with the other party', 'Afspraak met wie het krijgt', true],
    ['samples with receipt and deletion', 'Ontvangen, kopie gewist, steekproef', true],
  ],
  'check-capacity': [
    ['baseline and limits', 'Uitgangspunt: wat is afgesproken', true],
    ['monitoring', 'Bewaking: gemeten met wat en wanneer', true],
    ['threshold and alert', 'Grens waarop wordt gewaarschuwd', true],
    ['forecast', 'Verwachting', false],
    ['decision and follow-through', 'Besluit en opvolging', true],
  ],
} as const;

const tenant = defined(parseTenantKey(samplePeople.tenantId));
const [, lotte] = samplePeople.users;
// Set, the dossiers stay there to be looked at.
const kept = process.env['KEEP_DOSSIERS'];

/** Lotte sends the salaries by a safe way, and shows later that her copy is gone. */
async function transferAndDelete(services: Services): Promise<void> {
  const by = { aadObjectId: defined(parsePersonId(lotte.aadObjectId)), name: lotte.name };
  const read = readOpening({
    ...{ kind: 'transfer-securely', system: 'Unit4 Personeel & Salaris', reference: 'DATA-7' },
    ...{ title: 'Salarissen naar de accountant', dueOn: '2026-11-25', assignees: [by] },
    details: { data: 'Salarissen 2026', personalData: true, recipient: 'Accountant BV' },
  });
  assert.ok(read.ok);
  const asking = { openedBy: { type: 'vendor', name: 'unit4' }, sender: 'x', key: 'y' } as const;
  const opened = await openDuty(services, { tenant, opening: read.opening, asking });
  assert.ok(opened.type === 'opened');
  const answered = { type: 'answered', by, formVersion: 1, via: 'card' } as const;
  const values = {
    ...{ outcome: 'secure', class: 'confidential', route: 'encrypted-file', keyApart: 'yes' },
    ...{ agreement: 'yes', received: 'yes', deleteOn: '2026-11-24' },
  };
  const { id } = opened.duty;
  const sent = { ...answered, outcome: 'fulfilled', values } as const;
  const task = {
    ...{ kind: 'show-done', system: opened.duty.system, reference: 'DATA-7-1', rows: [] },
    ...{ title: 'Wis de kopie van Salarissen 2026', dueOn: '2026-11-26', assignees: [by] },
    details: { about: 'copy-deleted', task: 'Wis de kopie.', promised: '2026-11-24' },
  };
  await changeDuty(services, { tenant, id }, sent);
  const follow = { ...asking, key: 'z', follows: { duty: id, name: 'copy-deleted' } };
  const left = await openDuty(services, { tenant, opening: task as never, asking: follow });
  assert.ok(left.type === 'opened');
  const done = { outcome: 'done', doneOn: '2026-11-23', note: 'Map geleegd.' };
  const gone = { ...answered, outcome: 'fulfilled', values: done } as const;
  await changeDuty(services, { tenant, id: left.duty.id }, gone);
}

/** What a vendor does: it answers to what was found, takes a duty back, and hears of a checkpoint. */
async function vendorActs(services: Services): Promise<void> {
  const vendor = 'unit4';
  const by = { aadObjectId: defined(parsePersonId(lotte.aadObjectId)), name: lotte.name };
  const opened = async (reference: string) => {
    const read = readOpening({
      ...{ kind: 'verify-change', system: 'Unit4 Financials', reference, title: 'Release 9' },
      ...{ dueOn: '2026-11-25', assignees: [by], details: { summary: 'Nieuwe btw-codes' } },
    });
    assert.ok(read.ok);
    const asking = { openedBy: { type: 'vendor', name: vendor }, sender: 'x' } as const;
    const made = await openDuty(services, {
      tenant,
      opening: read.opening,
      asking: { ...asking, key: reference },
    });
    assert.ok(made.type === 'opened');
    return { tenant, id: made.duty.id };
  };
  const [wrong, taken] = [await opened('CHG-9001'), await opened('CHG-9002')];
  const values = { outcome: 'broken', blocking: 'no', note: 'Niets klopt.' };
  const answered = { type: 'answered', by, formVersion: 1, via: 'card' } as const;
  await changeDuty(services, wrong, { ...answered, outcome: 'problem', values });
  const said = { status: 'rejected', text: 'Zo hoort het.' } as const;
  await changeDuty(services, wrong, { type: 'vendor-answered', vendor, ...said } as never);
  await changeDuty(services, taken, { type: 'withdrawn', vendor, reason: 'Dubbel.' } as never);
  const { evidence } = services.store;
  await evidence.keepWitness(tenant, { size: 1, vendor, at: fixedNow, message: 'm-1' });
  await recordAudit(services, tenant, {
    ...{ type: 'dossier', reference: '2026-Q3' },
    data: { quarter: '2026-Q3', asker: vendor, duties: 2 },
  });
}

describe('the dossier of the demo', () => {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'demo-dossier-'));
  const pathOf = (language: string) => join(folder, `demo-${language}.zip`);
  let files: Record<string, Uint8Array>;
  const textOf = (name: string) => strFromU8(defined(files[name]));

  before(async () => {
    const door = await openDoor();
    const { services } = door;
    const address = 'http://127.0.0.1:56150/';
    await fillStore(services, tenant, { connectorUrl: address, colleagueUrl: address });
    await transferAndDelete(services);
    await vendorActs(services);
    await door.stop();
    await makeCheckpoint(services, tenant, { origin: `shared-duty/${tenant}/Duty` });
    for (const language of kept === undefined ? (['nl'] as const) : (['nl', 'en'] as const))
      await writeDossier(services.store.evidence, {
        ...{ path: pathOf(language), period: '2026-Q4', retention: defaultRetention },
        exporting: {
          // As in the demo, whose clock can be set.
          ...{ tenant, extent: {}, environment: 'development', asOf: fixedNow },
          software: 'shared-duty 0.0.0',
        },
        reader: { language, zone: 'Europe/Amsterdam' },
      });
    files = unzipSync(readFileSync(pathOf('nl')));
  });
  after(() => {
    if (kept === undefined) rmSync(folder, { recursive: true });
  });

  it('is whole', async () => {
    assert.equal((await verifyDossier(pathOf('nl'))).type, 'whole');
  });

  it('has a place for each of the 48 things that auditors look for, and says where nothing is recorded', () => {
    const { notRecorded, notYet, storiesFolder } = dossierTexts.nl;
    let count = 0;
    for (const [kind, all] of Object.entries(elements)) {
      const parts = textOf(`${storiesFolder}/${kind}-001.html`).split('<h2 id="').slice(1);
      assert.ok(parts.length > 0, kind);
      for (const [element, heading, isTold] of all) {
        count += 1;
        const said = parts.map(
          (part) => part.split(`<td>${heading}</td><td>`)[1]?.split('</td>')[0],
        );
        assert.ok(!said.includes(undefined) && !said.includes(''), `${kind}, ${element}: no place`);
        const told = said.filter((one) => one !== notRecorded && one !== notYet);
        assert.equal(told.length > 0, isTold, `${kind}, ${element}: ${said.join(' | ')}`);
      }
    }
    assert.equal(count, 48);
  });

  it('says in the story of a transfer that its copy was deleted', () => {
    const page = textOf('plichten/transfer-securely-001.html');
    assert.ok(
      page.includes('kopie wissen op: dinsdag 24 november 2026 · gewist: maandag 23 november 2026'),
    );
    assert.ok(page.includes('Wis de kopie van Salarissen 2026 (in orde)'));
  });

  it('writes a vendor and a quarter as people do, wherever somebody reads them', () => {
    // A reference is written as the vendor writes it, and so is a code behind its word in a table.
    const foreign = /\bunit4\b|(?<![-;])2026-Q[1-4]/;
    const told = Object.keys(files).filter((name) =>
      /^(?!controleer).*\.(html|csv|txt)$/.test(name),
    );
    for (const name of told) assert.doesNotMatch(textOf(name), foreign, name);
    const story = textOf('plichten/verify-change-001.html');
    for (const said of [
      '<td>Reactie op een bevinding</td><td>Unit4</td>',
      '<td>Ingetrokken</td><td>Unit4</td>',
      '<td>Gevraagd</td><td>Unit4</td>',
    ])
      assert.ok(story.includes(said), said);
    assert.match(textOf('csv/velden.csv'), /;Unit4;2026-/);
    assert.match(textOf('getuigen/waar.txt'), /: bij leverancier Unit4, bericht m-1, /);
    assert.ok(textOf('rapport.html').includes('<td>Unit4</td><td>Q3 2026</td><td>2</td>'));
    assert.match(textOf('LEESMIJ.txt'), /^Dossier van het vierde kwartaal van 2026\n/);
  });

  it('names who solves what was found: of what the vendor solves, the vendor, and of a risk who bears it', () => {
    assert.match(textOf('csv/bevindingen.csv'), /^F-1;CHG-4698;Unit4 \(leverancier\);/m);
    assert.match(textOf('rapport.html'), /<td>Unit4 \(leverancier\)<\/td>/);
    assert.match(
      textOf('rapport.html'),
      /<td>Sanne de Vries \(draagt het risico, tot en met zondag 29 november 2026\)<\/td>/,
    );
  });
});
