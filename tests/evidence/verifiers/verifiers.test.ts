import { defaultRetention } from '../../../bot/tenant/retention.ts';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { canonical } from '../../../bot/duty/record/canonical.ts';
import { hashOf, seal } from '../../../bot/duty/record/record.ts';
import type { EvidenceRecord, RecordDraft } from '../../../bot/duty/record/record.ts';
import { shownCard } from '../../../bot/duty/record/shown.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';
import { readHeld } from '../../../bot/evidence/verify/against.ts';
import { verifyDossier } from '../../../bot/evidence/verify/dossier.ts';
import { verifyFile } from '../../../bot/evidence/verify/verify.ts';
import { readStampAnswer, stampRequest } from '../../../bot/features/evidence/log/time-stamp.ts';
import { writeDossier } from '../../../bot/features/evidence/dossier/write.ts';
import type { Python, Verdict } from '../../support/processes/python-verifier.ts';
import { startPython } from '../../support/processes/python-verifier.ts';
import { browserOrPending, launchBrowser } from '../../support/teams/playground.ts';
import {
  bareChainOf,
  chainOf,
  checkpoint,
  dutyWith,
  exportOf,
  hashed,
  keep,
  linesFor,
  livedThrough,
  onDay,
  otherTenant,
  ownManifest,
  story,
  tenant,
} from '../../support/duties/evidence.ts';
import { anna, defined, dutch } from '../../support/duties/duties.ts';
import { sealing } from '../../support/duties/sealing.ts';
import { hasOpenssl, startAuthority } from '../../support/time-stamp-authority.ts';
import { memoryBlobs } from '../../support/store/memory-blobs.ts';
import { memoryStore, storeWith } from '../../support/store/memory-store.ts';
import { memoryTable } from '../../support/store/memory-table.ts';
import type { Columns, EntityTable } from '../../../bot/store/azure/entity-table.ts';
import { dutyKey, openingsKey, partitionFor, recordKey } from '../../../bot/store/azure/keys.ts';
import { fromColumns, toColumns } from '../../../bot/store/azure/rows.ts';

const verifiers = fileURLToPath(new URL('../../../bot/evidence/verifiers/', import.meta.url));
const hasPython = spawnSync('python3', ['--version']).status === 0;

type Files = Readonly<Record<string, Uint8Array>>;
type Members = Readonly<Record<string, unknown>>;

const picture = Buffer.from('89504e470d0a1a0a', 'hex');
const withPicture: RecordDraft = {
  type: 'attached',
  by: anna,
  data: {
    attachments: [
      {
        ...{ id: 'p-1', name: 'foto.png', mime: 'image/png', bytes: picture.length },
        sha256: createHash('sha256').update(picture).digest('hex'),
      },
    ],
  },
};

/** The story with what the vendor sent and what the card asked. */
const withFields: readonly RecordDraft[] = story.map((draft) => {
  const more =
    draft.type === 'opened'
      ? { details: { summary: 'Nieuwe btw-codes', checks: ['inloggen', '=1+1'], impact: 'high' } }
      : { values: { outcome: 'broken', blocking: 'no', note: 'btw; "klopt"\r\nniet' } };
  return { ...draft, data: { ...(draft.data as object), ...more } };
});
/** What was sent and what was answered, each on its card. */
const onCard = (draft: RecordDraft, about: string): RecordDraft => {
  if (draft.type !== 'delivered' && draft.type !== 'answered') return draft;
  const shown = dutyWith('a', { title: `${about} ${draft.type}` });
  const card = dutyCard(shown, { viewer: anna.aadObjectId }, dutch);
  return { ...draft, shows: shownCard(card, draft.type === 'answered' ? 'step' : 'question') };
};

/** A review of two accounts, of which one may more than the other. */
const reviewed: readonly RecordDraft[] = [
  {
    type: 'opened',
    data: {
      ...{ title: 'Wie heeft toegang?', details: { accountCount: 2, controlTotal: 2 } },
      rows: [
        { account: 'jb', name: 'Jan Bakker', role: 'Inkoper', privileged: true, enabled: true },
        { account: '-mv', name: 'Mia Visser', lastSignIn: '2026-10-01' },
      ],
    },
  },
  {
    ...{ type: 'answered', by: anna, outcome: 'problem' },
    data: {
      values: { accounts: 2, keep: 1, change: 0, remove: 1, unknown: 0 },
      attached: {
        decisions: [
          { account: 'jb', decision: 'keep', note: 'beheert de inkoop' },
          { account: '-mv', decision: 'remove' },
        ],
      },
    },
  },
];

/** What was found and is borne: one longer than was said first, one without an end, one no longer. */
const borne: readonly RecordDraft[] = (
  [
    ['finding', { finding: 'F-1', dueOn: '2026-11-11', owner: { name: 'Eva Mulder' } }],
    ['closed', { because: 'accepted', acceptedBy: 'Piet Visser', until: '2027-01-31' }],
    ['finding', { because: 'prolonged', acceptedBy: 'Piet Visser', until: '2027-03-01' }],
    ['finding', { finding: 'F-2', dueOn: '2026-11-11' }],
    ['closed', { because: 'accepted', acceptedBy: 'Mia Visser' }],
    ['finding', { finding: 'F-3', dueOn: '2026-11-11' }],
    ['closed', { because: 'accepted', acceptedBy: 'Piet Visser', until: '2026-11-08' }],
    ['finding', { ended: '2026-11-08', dueOn: '2026-11-20' }],
    // Until when somebody had the turn is no day of what was found.
    ['escalated', { finding: 'F-3', level: 3, dueOn: '2026-11-10', waitsFor: 'names-owner' }],
  ] as const
).map(([type, data]) => ({ type, data }));

const turnedEnd = (bytes: Buffer): Buffer => {
  const turned = Buffer.from(bytes);
  turned[turned.length - 1] = (turned.at(-1) ?? 0) ^ 1;
  return turned;
};

describe('the verifiers of a dossier', function () {
  this.timeout(240_000);
  const [a, b] = [dutyWith('a'), dutyWith('b', { kind: 'confirm-restore' })];
  let folder: string;
  let files: Files;
  let written: Buffer;
  let note: string;
  let browser: Browser;
  let authority: ReturnType<typeof startAuthority> | undefined;
  let page: Page;
  let python: Python;
  const asked: string[] = [];

  before(async function () {
    if (!hasPython) this.skip();
    browserOrPending(this);
    python = startPython(verifiers);
    folder = mkdtempSync(join(tmpdir(), 'verifiers-'));
    const store = memoryStore();
    const blobs = memoryBlobs();
    await blobs.put(tenant, 'p-1', picture);
    for (const [duty, drafts] of [
      [a, [...withFields, withPicture]],
      [b, story],
    ] as const) {
      const { records, cards } = livedThrough(
        duty,
        drafts.map((draft) => onCard(draft, duty.reference)),
      );
      await keep(store, duty, records, cards);
    }
    const made = await checkpoint(store);
    note = made?.text ?? '';
    if (hasOpenssl) {
      authority = startAuthority();
      const stamp = readStampAnswer(authority.answer(stampRequest(note)), note);
      assert.ok(stamp.ok);
      const token = Buffer.from(stamp.token).toString('base64');
      await store.evidence.keepStamp(tenant, { size: made?.size ?? 0, at: stamp.at, token });
    }
    const path = join(folder, 'whole.zip');
    await writeDossier(store.evidence, {
      retention: defaultRetention,
      ...{ path, blobs },
      period: '2026-Q4',
      exporting: {
        ...{ tenant, extent: {}, environment: 'production', asOf: onDay(60) },
        software: 'shared-duty 0.0.0',
      },
      reader: { language: 'nl', zone: 'Europe/Amsterdam' },
    });
    written = readFileSync(path);
    files = unzipSync(written);
    browser = await launchBrowser();
    page = await browser.newPage({ locale: 'en-GB' });
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(verifiers, 'controleer.html')).href);
  });
  after(async () => {
    python.stop();
    authority?.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const textOf = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const lines = (): readonly Members[] =>
    textOf('records.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Members);
  const records = () => lines().slice(0, -1) as unknown as readonly EvidenceRecord[];
  const log = () => lines().at(-1)?.['log'] as { checkpoints: string[]; statements: object[] };

  /** A dossier whose own manifest fits whatever its files hold: the forger makes every hash anew. */
  function rezipped(changed: Files, more: object = {}, from = files): Uint8Array {
    const { 'manifest.json': _, ...others } = { ...from, ...changed };
    const manifest = {
      type: 'dossier',
      files: Object.entries(others).map(([name, content]) => ({
        name,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      })),
      ...more,
    };
    const written = canonical({ ...manifest, hash: hashOf(manifest) });
    return zipSync({ ...others, 'manifest.json': strToU8(written) }, { level: 0 });
  }
  const withLines = (written: string): Uint8Array =>
    rezipped({ 'records.ndjson': Buffer.from(written, 'utf8') });
  const forged = (kept: readonly object[], more: object = {}): Uint8Array =>
    withLines(
      linesFor(...kept, ownManifest(kept as readonly EvidenceRecord[], { log: log(), ...more })),
    );

  let heldOnPage: readonly string[] = [];
  // As if it were opened anew, which takes longer; what was held is chosen first, as a dossier sets it to work.
  async function onPage(path: string, notes: readonly string[]): Promise<Verdict> {
    await page.evaluate(
      "document.getElementById('dossier').value = ''; delete document.getElementById('verdict').dataset.state",
    );
    if (notes.length + heldOnPage.length > 0) await page.setInputFiles('#notes', [...notes]);
    heldOnPage = notes;
    await page.setInputFiles('#dossier', path);
    await page.waitForSelector('#verdict:is([data-state*=whole], [data-state=unusable])');
    const state = await page.getAttribute('#verdict', 'data-state');
    assert.ok(state === 'whole' || state === 'not-whole' || state === 'unusable', String(state));
    return state;
  }

  async function onCommandLine(
    path: string,
    notes: readonly string[],
    verify: typeof verifyDossier = verifyDossier,
  ): Promise<readonly [Verdict, string]> {
    const held = await Promise.all(notes.map(readHeld));
    const verdict = await verify(
      path,
      held.flatMap((one) => (one.ok ? [one.held] : [])),
    );
    const { type } = verdict;
    const state = type === 'whole' || type === 'unusable' ? type : 'not-whole';
    if (verdict.type !== 'tampered') return [state, JSON.stringify(verdict)];
    const { line, dutyId, problem } = verdict.fault;
    return [state, `line ${line}, duty ${dutyId ?? '?'}: ${problem}`];
  }

  async function assertAll(
    expected: Verdict,
    {
      what,
      dossier,
      heldNote,
      named = '',
    }: {
      readonly what: string;
      readonly dossier: Uint8Array;
      readonly heldNote?: string | undefined;
      /** What each of the three has to name. */
      readonly named?: string;
    },
  ): Promise<void> {
    const path = join(folder, 'dossier.zip');
    writeFileSync(path, dossier);
    const notes = heldNote === undefined ? [] : [join(folder, 'note.txt')];
    for (const name of notes) writeFileSync(name, heldNote ?? '');
    const [[commandLine, written], [inPython, printed], asPage] = await Promise.all([
      onCommandLine(path, notes),
      python.said(path, notes),
      onPage(path, notes),
    ]);
    const verdicts = { commandLine, python: inPython, page: asPage };
    const shown = (await page.textContent('#verdict')) ?? '';
    assert.deepEqual(
      verdicts,
      { commandLine: expected, python: expected, page: expected },
      `${what}: ${[written, printed, shown].join(' | ')}`,
    );
    const silent = Object.entries({ written, printed, shown }).filter(
      ([, told]) => !told.includes(named),
    );
    assert.deepEqual(silent, [], `${what}: ${named} is not named`);
  }

  it('call a whole dossier whole, alone and with a checkpoint that was held', async () => {
    await assertAll('whole', { what: 'as it was written', dossier: zipSync({ ...files }) });
    await assertAll('whole', { what: 'packed anew', dossier: rezipped({}) });
    await assertAll('whole', {
      what: 'with a checkpoint',
      dossier: zipSync({ ...files }),
      heldNote: note,
    });
  });

  it('see one byte that was changed in any file, and name it', async () => {
    // One of each folder and sort.
    const names = [
      ...new Map(
        Object.keys(files).map((name) => [name.replace(/[^/.]+\./, '.'), name] as const),
      ).values(),
    ];
    assert.ok(names.length >= 10, names.join(', '));
    for (const [at, name] of names.entries()) {
      const changed = new Uint8Array(files[name] ?? []);
      const byte = [0, 9, changed.length >> 1, changed.length - 1][at % 4] ?? 0;
      changed[byte] = (changed[byte] ?? 0) ^ 1;
      const dossier = zipSync({ ...files, [name]: changed }, { level: 0 });
      await assertAll('not-whole', { what: `${name} changed`, dossier, named: name });
    }
  });

  it('name what was put in the place of something else, though all hashes were made anew', async () => {
    const kept = Object.keys(files).find((name) => name.startsWith('bijlagen/')) ?? '';
    const other = memoryStore();
    await keep(other, dutyWith('9'), chainOf(dutyWith('9')));
    const theirs = (await checkpoint(other))?.text ?? '';
    const [first, ...rest] = records();
    const ends = lines().at(-1) ?? {};
    const { statements, checkpoints } = log();
    const newer = note.replace(/\n2\n/, '\n3\n');
    const respelled = (written: string) => withLines(written);
    const text = textOf('records.ndjson');
    const changed: readonly (readonly [string, Uint8Array, string])[] = [
      ['an attachment swapped', rezipped({ [kept]: strToU8('another picture') }), kept],
      [
        'an attachment under another name',
        rezipped({ [`bijlagen/${'b'.repeat(64)}.png`]: picture }),
        'b'.repeat(64),
      ],
      [
        'a witness of another log',
        rezipped({ 'getuigen/controlepunt.txt': strToU8(theirs) }),
        'getuigen/controlepunt.txt',
      ],
      [
        'a checkpoint newer than its records',
        forged(records(), { log: { statements, checkpoints: [...checkpoints, newer] } }),
        '',
      ],
      ['two dossiers mixed', withLines(linesFor(...chainOf(b), ownManifest(chainOf(b)))), ''],
      ['a file more', rezipped({ 'rapport-2.html': strToU8('x') }), 'rapport-2.html'],
      ['a program more', rezipped({ 'openen.exe': strToU8('x') }), 'openen.exe'],
      [
        'stories of a kind that was not',
        rezipped({ 'plichten/check-capacity-001.html': strToU8('x') }),
        'plichten/check-capacity-001.html',
      ],
      [
        'another case',
        rezipped({ 'RAPPORT.HTML': files['rapport.html'] ?? picture }),
        'RAPPORT.HTML',
      ],
      ['a way out', rezipped({ '../rapport.html': strToU8('x') }), '../rapport.html'],
      ['a way from the root', rezipped({ '/etc/rapport.html': strToU8('x') }), '/etc/rapport.html'],
      ['a way of Windows', rezipped({ 'csv\\x.csv': strToU8('x') }), 'csv'],
      ['a number as 1.0', respelled(text.replace('"seq":1,', '"seq":1.0,')), 'line 1'],
      ['a number as 1e0', respelled(text.replace('"seq":1,', '"seq":1e0,')), 'line 1'],
      [
        'a number as -0',
        withLines(
          linesFor(hashed({ ...first, seq: 0 }), ...rest, ends).replace('"seq":0,', '"seq":-0,'),
        ),
        'line 1',
      ],
      ['a member twice', respelled(text.replace('"seq":1,', '"seq":1,"seq":1,')), 'line 1'],
      ['lines of Windows', respelled(text.replaceAll('\n', '\r\n')), ''],
      ['a mark before the text', respelled(`\ufeff${text}`), 'line 1'],
      ['a NUL', respelled(text.replace('{', '\u0000{')), 'line 1'],
      ['a blank line at the end', respelled(`${text}\n`), ''],
      ['a blank line at the beginning', respelled(`\n${text}`), 'line 1'],
      ['a blank line in between', respelled(text.replace('\n', '\n\n')), 'line 2'],
      ['a space at the end', respelled(text.replace('\n', ' \n')), 'line 1'],
    ];
    for (const [what, dossier, named] of changed)
      await assertAll('not-whole', { what, dossier, named });
  });

  it('take a dossier by its bytes: a manifest that is written otherwise, links and things that stand twice', async () => {
    const path = join(folder, 'made.zip');
    const made = (how: string): Uint8Array => {
      writeFileSync(path, zipSync({ ...files }));
      const code = `import sys, zipfile, shutil\npath = sys.argv[1]\n${how}`;
      const { status, stderr } = spawnSync('python3', ['-W', 'ignore', '-c', code, path]);
      assert.equal(status, 0, String(stderr));
      return readFileSync(path);
    };
    // What is packed can no longer be unpacked: a block of a kind that there is not (RFC 1951, 3.2.3).
    const packed = Buffer.from(zipSync({ ...files }));
    packed[packed.indexOf('rapport.html') + 'rapport.html'.length] = 0xff;
    const manifest = textOf('manifest.json');
    const written = (text: string) => zipSync({ ...files, 'manifest.json': strToU8(text) });
    for (const [what, dossier, named] of [
      ['a line more in the manifest', written(`${manifest}\n`), 'manifest.json'],
      ['a mark before the manifest', written(`\ufeff${manifest}`), 'manifest.json'],
      [
        'a pretty manifest',
        written(JSON.stringify(JSON.parse(manifest), null, 1)),
        'manifest.json',
      ],
      ['packed bytes that were spoilt', packed, 'rapport.html'],
      [
        'a file twice',
        made(`with zipfile.ZipFile(path, 'a') as z: z.writestr('rapport.html', 'x')`),
        'rapport.html',
      ],
      [
        'something packed behind a file',
        made(`
import struct, zlib
with zipfile.ZipFile(path) as z: held = {n: z.read(n) for n in z.namelist()}
before, listed = b'', b''
for name, content in held.items():
    packing = zlib.compressobj(6, 8, -15)
    packed = packing.compress(content) + packing.flush() + (b'more' if name == 'rapport.html' else b'')
    sizes = (zlib.crc32(content), len(packed), len(content))
    said = struct.pack('<HHHIIIIHH', 20, 0, 8, 33, *sizes, len(name), 0)
    listed += b'PK\\1\\2\\x14\\0' + said + struct.pack('<HHHII', 0, 0, 0, 0, len(before)) + name.encode()
    before += b'PK\\3\\4' + said + name.encode() + packed
end = struct.pack('<4sHHHHIIH', b'PK\\5\\6', 0, 0, len(held), len(held), len(listed), len(before), 0)
with open(path, 'wb') as file: file.write(before + listed + end)`),
        'rapport.html',
      ],
      [
        'a link in the place of the report on paper',
        made(`
import json
with zipfile.ZipFile(path) as z: held = {n: z.read(n) for n in z.namelist()}
with zipfile.ZipFile(path, 'w') as z:
    for n, content in held.items():
        one = zipfile.ZipInfo(n)
        one.external_attr = (0o120777 if n == 'rapport.pdf' else 0o100644) << 16
        one.create_system = 3
        z.writestr(one, content)`),
        'rapport.pdf',
      ],
    ] as const)
      await assertAll('not-whole', { what, dossier, named });
    const before = Buffer.concat([Buffer.from('#!/bin/sh\n'), zipSync({ ...files })]);
    await assertAll('unusable', { what: 'something before the archive', dossier: before });
  });

  it('agree on every sort of byte with which the archive packs its files: its list and its files say the same', async () => {
    const end = written.length - 22;
    const list = written.readUInt32LE(end + 16);
    const behind = 30 + written.readUInt16LE(26) + written.readUInt32LE(list + 20);
    const turned = (at: number): Uint8Array => {
      const changed = Buffer.from(written);
      changed[at] = (changed[at] ?? 0) ^ 1;
      return changed;
    };
    // Before a file, after it, in the list, at the end (APPNOTE 6.3, section 4.3).
    const places = {
      'not-whole': [
        ...[6, 10, 28, behind, behind + 4],
        ...[6, 16, 34].map((at) => list + at),
        end + 4,
      ],
      // Which program packed it, and attributes.
      whole: [list + 4],
      unusable: [end],
    } as const;
    for (const expected of ['not-whole', 'whole', 'unusable'] as const)
      for (const at of places[expected])
        await assertAll(expected, { what: `byte ${at} of ${list}`, dossier: turned(at) });
    const after = Buffer.concat([written, Buffer.from('x')]);
    await assertAll('unusable', { what: 'something behind the archive', dossier: after });
  });

  it('agree on records that lie alone, also where Windows saved them again', async () => {
    const path = join(folder, 'records.ndjson');
    const text = textOf('records.ndjson');
    for (const [expected, written] of [
      ['whole', text],
      ['whole', `\ufeff${text.replaceAll('\n', '\r\n')}`],
      ['not-whole', text.replace('btw klopt', 'btw\u0020\u0020klopt')],
      ['not-whole', text.replace('\n', '\r\r\n')],
    ] as const) {
      writeFileSync(path, written);
      const { type } = await verifyFile(path);
      assert.deepEqual(
        [
          type === 'whole' ? type : 'not-whole',
          (await python.said(path))[0],
          await onPage(path, []),
        ],
        [expected, expected, expected],
      );
    }
  });

  it('agree on a chain that begins without seals and goes on with them', async () => {
    const path = join(folder, 'records.ndjson');
    const [first, second] = bareChainOf(a);
    assert.ok(first && second);
    const before = { ...a, seq: second.seq, head: second.hash };
    const { records: later } = seal(
      before,
      [...withFields.slice(2), withPicture],
      sealing(onDay(2)),
    );
    const [third, fourth] = later;
    assert.ok(third?.seal && fourth?.seal && !second.seal);
    const other = { prev: 'e'.repeat(64), hash: third.seal.hash };
    const bare = ({ seal: _, open: __, who: ___, ...rest }: EvidenceRecord) => hashed({ ...rest });
    for (const [expected, kept] of [
      ['whole', [first, second, third, fourth]],
      ['not-whole', [first, third, fourth]],
      ['not-whole', [second, third, fourth]],
      ['not-whole', [first, second, fourth]],
      ['not-whole', [first, second, hashed({ ...third, seal: other }), fourth]],
      ['not-whole', [first, second, third, bare(fourth)]],
      ['not-whole', [first, hashed({ ...second, reference: 'CHG-b' }), third, fourth]],
    ] as const) {
      writeFileSync(path, linesFor(...kept, ownManifest(kept as readonly EvidenceRecord[])));
      const { type } = await verifyFile(path);
      const verdicts = [type === 'whole' ? type : 'not-whole'];
      verdicts.push((await python.said(path))[0], await onPage(path, []));
      assert.deepEqual(verdicts, [expected, expected, expected], kept.map(({ seq }) => seq).join());
    }
  });

  it('see a duty that was invented months back: the log knows it too late (A3)', async () => {
    const path = join(folder, 'records.ndjson');
    const store = memoryStore();
    const early = dutyWith('c');
    await keep(store, a, chainOf(a));
    await checkpoint(store, 20);
    await keep(store, early, chainOf(early));
    await checkpoint(store, 30);
    writeFileSync(path, (await exportOf(store)).file);
    const verdict = await verifyFile(path);
    assert.equal(await onPage(path, []), 'not-whole');
    const shown = (await page.textContent('#verdict')) ?? '';
    for (const said of [JSON.stringify(verdict), (await python.said(path))[1], shown])
      assert.ok(said.includes('entered later') && said.includes(early.id), said);
  });

  /** The same of records that lie alone, each of the three naming the duty. */
  async function assertLines(what: string, lines: string, named: string, notes: string[] = []) {
    const path = join(folder, 'records.ndjson');
    writeFileSync(path, lines);
    const held = (await Promise.all(notes.map(readHeld))).flatMap((one) =>
      one.ok ? [one.held] : [],
    );
    assert.equal(held.length, notes.length);
    const verdict = await verifyFile(path, held);
    assert.notEqual(verdict.type, 'whole', what);
    const [inPython, printed] = await python.said(path, notes);
    assert.deepEqual([inPython, await onPage(path, notes)], ['not-whole', 'not-whole'], what);
    const shown = (await page.textContent('#verdict')) ?? '';
    for (const said of [JSON.stringify(verdict), printed, shown])
      assert.ok(said.includes(named), `${what}: ${said}`);
  }

  it('say what was taken out of the storage account before it was exported (S3, S4, S5, S7), and find all of it where a list was (S1, S2, S8)', async () => {
    const tables = new Map<string, EntityTable>();
    const store = storeWith((name) => {
      const table = memoryTable();
      tables.set(name, table);
      return table;
    }, '');
    const [records, lists] = [defined(tables.get('Records')), defined(tables.get('Lists'))];
    for (const one of ['a', 'b']) await keep(store, dutyWith(one), chainOf(dutyWith(one)));
    const [duty, partition] = [a.id, partitionFor(a)];
    const rows = (seq: number) => [recordKey(duty, seq), openingsKey(duty, seq)];
    const state = defined(await records.get(partition, dutyKey(duty)));
    const contradicting = toColumns({ ...fromColumns<object>(state.columns), seq: 2 });
    for (const [what, gone, columns] of [
      ['the last record (S3)', rows(3)],
      ['all records of a duty (S4)', [1, 2, 3].flatMap(rows)],
      ['the first record (S5)', rows(1)],
      ['what opens a record', [openingsKey(duty, 2)]],
      ['the row of a duty', [dutyKey(duty)]],
      ['a row that contradicts its evidence (S7)', [dutyKey(duty)], contradicting],
    ] as const) {
      const before = await Promise.all(gone.map((rowKey) => records.get(partition, rowKey)));
      for (const rowKey of gone) await records.transact(partition, [{ do: 'delete', rowKey }]);
      const put = (rowKey: string, kept: Columns) =>
        records.transact(partition, [{ do: 'put', rowKey, columns: kept }]);
      if (columns) await put(dutyKey(duty), columns);

      await assertLines(what, (await exportOf(store)).file, duty);
      for (const [at, rowKey] of gone.entries()) await put(rowKey, defined(before[at]).columns);
    }
    await lists.transact(`${tenant}|evidence|2026-11`, [{ do: 'delete', rowKey: duty }]);
    await lists.transact(`${tenant}|months`, [{ do: 'delete', rowKey: '2026-11' }]);
    const { file } = await exportOf(store);
    const path = join(folder, 'records.ndjson');
    writeFileSync(path, file);
    const verdicts = [(await verifyFile(path)).type, ...(await python.said(path)).slice(0, 1)];
    assert.deepEqual([...verdicts, await onPage(path, [])], ['whole', 'whole', 'whole']);
    assert.ok(file.includes(duty));
  });

  it('know an older export or dossier by what was held since (A6): a checkpoint, an export, a dossier', async () => {
    const store = memoryStore();
    await keep(store, a, chainOf(a));
    const old = (await exportOf(store)).file;
    const late = dutyWith('c');
    await keep(store, late, chainOf(late));
    const newer = (await checkpoint(store, 30))?.text ?? '';
    const [asNote, asExport, asDossier] = ['n.txt', 'n.ndjson', 'n.zip'].map((name) =>
      join(folder, name),
    );
    writeFileSync(defined(asNote), newer);
    const now = (await exportOf(store)).file;
    writeFileSync(defined(asExport), now);
    writeFileSync(defined(asDossier), zipSync({ 'records.ndjson': strToU8(now) }));
    await assertLines('by a checkpoint', old, '', [defined(asNote)]);
    await assertLines('by an export', old, late.id, [defined(asExport)]);
    await assertLines('by a dossier', old, late.id, [defined(asDossier)]);
    const other = chainOf(a, [...story.slice(0, 2), { type: 'withdrawn', data: {} }]);
    const rewritten = linesFor(...other, ownManifest(other));
    await assertLines('written anew', rewritten, a.id, [defined(asExport)]);
    const path = join(folder, 'records.ndjson');
    writeFileSync(path, now);
    writeFileSync(defined(asExport), old);
    const earlier = [defined(asExport), defined(asNote)];
    assert.equal((await python.said(path, earlier))[0], 'whole');
    assert.equal(await onPage(path, earlier), 'whole');
    assert.equal((await onCommandLine(path, earlier, verifyFile))[0], 'whole');
  });

  it('hold each card against the record that says it was shown, and its words against the card', async () => {
    const [exact, words] = ['ndjson', 'html'].map((form) => `kaarten/verify-change-001.${form}`);
    assert.ok(exact !== undefined && words !== undefined);
    const [first = '', second = ''] = textOf(exact).split('\n');
    const theirs = textOf('kaarten/confirm-restore-001.ndjson');
    const picture = Object.keys(files).find((name) => name.startsWith('bijlagen/')) ?? '';
    const without = (...names: string[]) =>
      Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
    const as = (text: string) => rezipped({ [exact]: strToU8(text) });
    const read = (from: string, to: string) =>
      rezipped({ [words]: strToU8(textOf(words).replace(from, to)) });
    for (const [what, dossier, named] of [
      ['a word changed', as(textOf(exact).replace('CHG-a ans', 'CHG-b ans')), exact],
      ['one taken out', as(`${first}\n`), `record 3 of duty ${a.id}`],
      ['two that changed places', as(`${second}\n${first}\n`), `record 2 of duty ${a.id}`],
      ['those of another duty', as(theirs), exact],
      ['all taken out', rezipped({}, {}, without(exact, words)), `record 2 of duty ${a.id}`],
      ['not to be read', rezipped({}, {}, without(words)), words.slice(8)],
      ['other words', read('CHG-a ans', 'CHG-b ans'), words],
      ['words more', read('<ul>', '<ul><li>Anders</li>'), words],
      ['something before it', read('<h2', '<ul><li>Anders</li></ul><h2'), words],
      ['a file that was kept', rezipped({}, {}, without(picture)), picture.slice(9, 73)],
    ] as const)
      await assertAll('not-whole', { what, dossier, named });
  });

  it('see every file that was added or taken out', async () => {
    await assertAll('not-whole', {
      what: 'a file added',
      dossier: zipSync({ ...files, 'x.txt': strToU8('x') }),
    });
    const { 'rapport.html': _, ...without } = files;
    await assertAll('not-whole', { what: 'a file taken out', dossier: zipSync(without) });
    const { 'records.ndjson': __, ...nothing } = files;
    await assertAll('unusable', { what: 'no records', dossier: zipSync(nothing) });
  });

  it('see through a forger who makes all hashes anew', async () => {
    const all = records();
    const [first, ...others] = all;
    assert.ok(first);
    const liar = { aadObjectId: 'piet', name: 'Piet' } as never;
    const answered = { type: 'answered', by: liar, outcome: 'fulfilled', data: {} } as const;
    const rewritten = chainOf(a, [...story.slice(0, 2), answered]);
    const changed = (change: object) => [hashed({ ...first, ...change }), ...others];
    const { checkpoints, statements } = log();
    const swapped = [...all.slice(4), ...all.slice(0, 4)];

    const forgeries: readonly (readonly [string, Uint8Array])[] = [
      ['an answer written anew', forged([...rewritten, ...all.slice(4)])],
      ['a duty taken out', forged(all.slice(4))],
      ['the last record taken out', forged(all.slice(0, -1))],
      ['the first record taken out', forged(others)],
      [
        'the first record cut, and the chain said to begin later (A7)',
        forged(others, { starts: { [String(first.dutyId)]: 2 } }),
      ],
      ['no order (A10)', forged(all, { order: undefined })],
      [
        'an excerpt of a kind as everything (A6b)',
        forged(all.filter(({ kind }) => kind === 'confirm-restore')),
      ],
      [
        'a chain that begins with seals and goes on without',
        forged([
          ...all.slice(0, 1),
          ...all.slice(1, 4).map(({ seal: _, open: __, who: ___, ...one }) => hashed({ ...one })),
          ...all.slice(4),
        ]),
      ],
      ['a record in between taken out', forged([first, ...all.slice(2)])],
      ['everything taken out', forged([])],
      ['a duty added', forged([...all, ...chainOf(dutyWith('e'))], { asOf: onDay(1) })],
      ['two duties swapped', forged(swapped)],
      ['a record twice', forged([first, first, ...others])],
      ['another kind', forged(changed({ kind: 'review-access' }))],
      ['another moment', forged(changed({ at: onDay(-700) }))],
      ['a moment that does not exist', forged(changed({ at: '2026-13-01T12:00:00.000Z' }))],
      ['an unknown type', forged(changed({ type: 'deleted' }))],
      ['an unknown outcome', forged(changed({ outcome: 'good' }))],
      ['an unknown member', forged(changed({ note: 'x' }))],
      ['another version', forged(changed({ v: 2 }))],
      ['no seal', forged(changed({ seal: undefined, open: undefined }))],
      ['an opening taken out', forged(changed({ open: {} }))],
      ['other data', forged(changed({ data: { title: 'Anders' } }))],
      [
        'the log turned',
        forged(all, { log: { checkpoints, statements: [...statements].reverse() } }),
      ],
      ['the log cut', forged(all, { log: { checkpoints, statements: statements.slice(1) } })],
      ['a checkpoint of another tenant', forged(all, { tenant: otherTenant })],
      ['a checkpoint that is none', forged(all, { log: { checkpoints: ['x'], statements } })],
      ['another kind of file', forged(all, { extent: { kind: 'verify-change' } })],
      ['another period', forged(all, { extent: { to: '2025-01-01T00:00:00.000Z' } })],
      ['a file made before its records', forged(all, { asOf: onDay(-3) })],
      ['people miscounted', forged(all, { people: 9 })],
      ['kinds miscounted', forged(all, { byKind: {} })],
      ['an unknown member of the manifest', forged(all, { note: 'x' })],
      ['another order', forged(all, { order: 'f'.repeat(64) })],
      ['a store that was not whole', forged(all, { problems: [{ dutyId: 'x', problem: 'gone' }] })],
      ['a number of its own', forged(changed({ seq: 2 }))],
      ['a hash before it that was not', forged(changed({ prev: 'e'.repeat(64) }))],
      ['a seal of another record', forged(changed({ seal: all[1]?.seal }))],
      ['a salt of another length', forged(changed({ open: { '/data/title': 'ab' } }))],
      [
        'a field that was erased, yet is there',
        forged(changed({ open: { '/data/title': { c: 'a'.repeat(64) } } })),
      ],
      ['an opening of nothing', forged(changed({ open: { '/data/nowhere': 'a'.repeat(32) } }))],
      ['a name without who acted', forged(changed({ by: liar }))],
      ['who acted without a name', forged(changed({ who: 'a'.repeat(32) }))],
      ['another system', forged(changed({ system: 'Iets anders' }))],
      ['no data', forged(changed({ data: undefined }))],
      ['another form of file', forged(all, { format: 'shared-duty-evidence/3' })],
      ['another environment', forged(all, { environment: 'test' })],
      ['an extent with more in it', forged(all, { extent: { until: '2027' } })],
      ['records miscounted', forged(all, { records: 9 })],
      ['other ends of chains', forged(all, { heads: {} })],
      [
        'a statement of another seal',
        forged(all, {
          log: {
            checkpoints,
            statements: statements.map((one) => ({ ...one, hash: 'd'.repeat(64) })),
          },
        }),
      ],
      ['lines without the last', withLines(linesFor(...all))],
      [
        'half a surrogate pair',
        withLines(textOf('records.ndjson').replace('btw klopt', 'btw \\ud800klopt')),
      ],
      ['a member twice', withLines(textOf('records.ndjson').replace('{"', '{"at":"x","'))],
      [
        'members in another order',
        withLines(
          [...all.map((record) => ({ ...record })), lines().at(-1)]
            .map(
              (line) =>
                `${JSON.stringify(Object.fromEntries(Object.entries(line ?? {}).reverse()))}\n`,
            )
            .join(''),
        ),
      ],
    ];
    for (const [what, dossier] of forgeries) await assertAll('not-whole', { what, dossier });
    assert.ok(forgeries.length >= 50, String(forgeries.length));
  });

  it('take it from the log that the term of a duty was over, where that can be', async () => {
    const all = records();
    const { statements } = log();
    const gone = {
      ...{ duty: `d${'c'.repeat(24)}`, kind: 'verify-change', seq: 3, hash: 'c'.repeat(64) },
      opened: '2018-01-01T12:00:00.000Z',
    };
    const removed = { ...gone, removed: onDay(50), kept: 7 * 365 };
    const logged = (...more: readonly object[]) => {
      const said = [...statements, ...more];
      const ends = ownManifest(all, { log: { checkpoints: [], statements: said } });
      const gone = more.filter((one) => 'removed' in one).length;
      // Without a checkpoint there is nothing that a stamp could be of.
      const { 'getuigen/2.tst': _, ...others } = files;
      const changed = {
        'records.ndjson': strToU8(linesFor(...all, ends)),
        'log.ndjson': strToU8(said.map((one) => `${canonical(one)}\n`).join('')),
        'checkpoints.txt': strToU8(''),
        'getuigen/controlepunt.txt': strToU8(''),
        'rapport.html': strToU8(
          textOf('rapport.html').replace(/(volgens het logboek: )0(\.<)/, `$1${String(gone)}$2`),
        ),
      };
      return rezipped(changed, {}, others);
    };
    const own = { ...statements[0], opened: '2018-01-01T12:00:00.000Z' };

    await assertAll('whole', { what: 'after its term', dossier: logged(gone, removed) });
    for (const [what, dossier] of [
      ['gone without a word', logged(gone)],
      ['before its term', logged({ ...removed, opened: onDay(0) })],
      ['a term of ten days', logged(gone, { ...removed, kept: 10 })],
      ['spoken of afterwards', logged(removed, gone)],
      ['in the file all the same', logged({ ...own, removed: onDay(50), kept: 2555 })],
    ] as const)
      await assertAll('not-whole', { what, dossier });
  });

  it('count again what the tables say, by the records and by the log', async () => {
    const table = textOf('csv/dekking.csv');
    const told = (from: string | RegExp, to: string): Uint8Array => {
      const changed = table.replace(from, to);
      assert.notEqual(changed, table);
      return rezipped({ 'csv/dekking.csv': Buffer.from(changed, 'utf8') });
    };
    for (const [what, dossier] of [
      ['a late one that was not', told('1;1;0;0;1;0;1;confirm', '1;1;1;0;1;0;1;confirm')],
      ['a duty that was not', told('1;1;0;0;1;0;1;confirm', '2;1;0;0;1;0;1;confirm')],
      ['another population', told('1;1;0;0;1;0;1;confirm', '1;1;0;0;1;0;2;confirm')],
      ['a kind left out', told(/[^\n]*confirm-restore\r\n/, '')],
    ] as const)
      await assertAll('not-whole', { what, dossier });
  });

  it('count again every figure of the report, the stories and the tables, and hold the rest against the records', async () => {
    const changes: readonly (readonly [string, string | RegExp, string])[] = [
      ['csv/verify-change.csv', /;problem;;/, ';fulfilled;;'],
      ['csv/verify-change.csv', /;4;([0-9a-f]{64})/, ';5;$1'],
      ['csv/verify-change.csv', 'probleem open', 'in orde'],
      ['csv/verify-change.csv', 'CHG-a', 'CHG-b'],
      ['csv/verify-change.csv', 'Jan Bakker', 'Jan Visser'],
      ['csv/verify-change.csv', '2026-11-03 13:00', '2026-11-02 13:00'],
      ['csv/verify-change.csv', ';;daaa', ';late;daaa'],
      ['csv/personen.csv', ';2;', ';3;'],
      ['csv/velden.csv', ';blocking;no;', ';blocking;yes;'],
      ['csv/velden.csv', ';note;', ';remark;'],
      ['csv/velden.csv', /[^\n]*;summary;[^\n]*\n/, ''],
      ['csv/velden.csv', '[""inloggen""', '[""uitloggen""'],
      ['csv/velden.csv', 'Jan Bakker', 'Jan Visser'],
      ['rapport.html', 'Gevraagd 1 ', 'Gevraagd 2 '],
      ['rapport.html', 'met probleem 0', 'met probleem 1'],
      ['rapport.html', 'hier: 1.', 'hier: 2.'],
      [
        'rapport.html',
        'width="600.0" height="14" fill="#b3261e"',
        'width="300.0" height="14" fill="#b3261e"',
      ],
      ['rapport.html', 'bij 1 van 1', 'bij 2 van 1'],
      ['rapport.html', 'niet vastgelegd', 'bij 1 van 1'],
      ['rapport.html', 'data-kind="verify-change"', 'data-kind="review-access"'],
      ['rapport.html', /<section.*?<\/section>/s, ''],
      ['plichten/verify-change-001.html', /<tr><td>2<\/td>.*?<\/tr>/s, ''],
      ['plichten/verify-change-001.html', /<td>niet vastgelegd<\/td>/, '<td>ja</td>'],
      ['log.ndjson', /^[^\n]*\n/, ''],
      ['checkpoints.txt', /\n2\n/, '\n3\n'],
      ['getuigen/controlepunt.txt', /\n2\n/, '\n1\n'],
    ];
    for (const [name, from, to] of changes) {
      const changed = textOf(name).replace(from, to);
      assert.notEqual(changed, textOf(name), `${name}: nothing was changed by ${String(from)}`);
      const dossier = rezipped({ [name]: Buffer.from(changed, 'utf8') });
      await assertAll('not-whole', { what: `${name}: ${String(from)}`, dossier });
    }
    const { 'csv/verify-change.csv': _, ...without } = files;
    const kept = Object.keys(files).find((name) => name.startsWith('bijlagen/')) ?? '';
    const beside: readonly (readonly [string, Uint8Array])[] = [
      ['a table more', rezipped({ 'csv/extra.csv': strToU8('a;b\r\n') })],
      ['another picture', rezipped({ [kept]: strToU8('another') })],
      ['a picture of nobody', rezipped({ [`bijlagen/${'a'.repeat(64)}.png`]: picture })],
      ['a card of nobody', rezipped({ 'kaarten/verify-change-001.ndjson': strToU8('{}\n') })],
      ['a table less', rezipped({}, {}, without)],
    ];
    for (const [what, dossier] of beside) await assertAll('not-whole', { what, dossier });
  });

  it('count again what was decided of each account, who may more than others, and who bears what was found', async () => {
    const store = memoryStore();
    const review = dutyWith('c', { kind: 'review-access' });
    const [opened, ...later] = reviewed;
    const asked = { ...defined(opened), data: { ...(opened?.data as object), vendor: 'unit4' } };
    await keep(store, review, chainOf(review, [asked, ...later, ...borne]));
    await checkpoint(store);
    const path = join(folder, 'review.zip');
    await writeDossier(store.evidence, {
      ...{ retention: defaultRetention, path, period: '2026-Q4' },
      exporting: {
        ...{ tenant, extent: {}, environment: 'production', asOf: onDay(60) },
        software: 'shared-duty 0.0.0',
      },
      reader: { language: 'en', zone: 'Europe/Amsterdam' },
    });
    const own = unzipSync(readFileSync(path));
    const [accounts, report, findings] = [
      'csv/access-decisions.csv',
      'report.html',
      'csv/findings.csv',
    ];
    await assertAll('whole', { what: 'a review', dossier: zipSync(own) });
    for (const [name, from, to] of [
      [accounts, ';true;true;', ';false;true;'],
      [accounts, ';Inkoper;', ';Directeur;'],
      [accounts, ';remove;', ';keep;'],
      [accounts, 'beheert de inkoop', ''],
      [accounts, "'-mv", '-mv'],
      [accounts, '2026-10-01', '2026-11-01'],
      [findings, ';Piet Visser (bears the risk, until 2027-03-01);', ';Unit4 (vendor);'],
      [findings, ';Mia Visser (accepted it);', ';Mia Visser (bears the risk, until 2027-03-01);'],
      [findings, ';not recorded;2026-11-20;', ';Unit4 (vendor);2026-11-20;'],
      [findings, ';2026-11-20;', ';2026-11-10;'],
      [report, 'Piet Visser (bears the risk, until Monday 1 March 2027)', 'Piet Visser'],
      [report, 'until Monday 1 March 2027)', 'until Monday 1 March 2028)'],
      [report, '>Mia Visser (accepted it)', '>Jan Visser (accepted it)'],
    ] as const) {
      const table = strFromU8(own[name] ?? new Uint8Array());
      const changed = table.replace(from, to);
      assert.notEqual(changed, table, from);
      const dossier = rezipped({ [name]: strToU8(changed) }, {}, own);
      await assertAll('not-whole', { what: `${from} as ${to}`, dossier });
    }
  });

  it('hold the time stamp of a checkpoint against it, its signature and its certificate, and name who signed', async function () {
    if (!authority) this.skip();
    const name = 'getuigen/2.tst';
    const own = Buffer.from(files[name] ?? new Uint8Array());
    const others = (['p256', 'p384'] as const).map((kind) => startAuthority(kind));
    const another = startAuthority();
    const theirs = another.certificate();
    const stampOf = (by: typeof another, text: string): Buffer => {
      const stamp = readStampAnswer(by.answer(stampRequest(text)), text);
      assert.ok(stamp.ok);
      return Buffer.from(stamp.token);
    };
    const told = (from: Uint8Array, to: Uint8Array): Buffer => {
      const [changed, at] = [Buffer.from(own), own.indexOf(from)];
      assert.ok(at > 0 && from.length === to.length);
      changed.set(to, at);
      return changed;
    };
    const turned = (at: number): Buffer => {
      const changed = Buffer.from(own);
      changed[at] = (changed.at(at) ?? 0) ^ 1;
      return changed;
    };
    const as = (token: Uint8Array) => rezipped({ [name]: token });
    for (const by of others)
      await assertAll('whole', {
        ...{ what: 'by another key', dossier: as(stampOf(by, note)) },
        named: 'A time stamp authority of the tests',
      });
    const signature = own.length - 5;
    const certificate = authority.certificate();
    const imprint = own.indexOf(createHash('sha256').update(note).digest());
    const purpose = Buffer.from('2b06010505070308', 'hex');
    for (const [what, token, named] of [
      ['a stamp of something else', stampOf(another, 'other'), name],
      ['a signature that was turned', turned(signature), 'signature'],
      ['an imprint that was turned', turned(imprint), 'signature'],
      ['the certificate of another authority', told(certificate, theirs), 'certificate'],
      [
        'a name put in the certificate',
        told(Buffer.from('A time'), Buffer.from('B time')),
        'certificate',
      ],
      ['a certificate for something else', told(purpose, turnedEnd(purpose)), 'certificate'],
      ['something behind it', Buffer.concat([own, Buffer.from([5, 0])]), name],
      ['cut', own.subarray(0, -1), name],
      ['nothing', Buffer.alloc(0), name],
    ] as const)
      await assertAll('not-whole', { what, dossier: as(token), named });
    await assertAll('not-whole', {
      ...{ what: 'a stamp of no checkpoint', dossier: rezipped({ 'getuigen/9.tst': own }) },
      named: 'getuigen/9.tst',
    });
    for (const by of [...others, another]) by.stop();
  });

  it('see by a checkpoint that was held what the file alone cannot show', async () => {
    const store = memoryStore();
    const unknown = dutyWith('c');
    await keep(store, unknown, chainOf(unknown));
    const other = (await checkpoint(store))?.text ?? '';

    await assertAll('not-whole', {
      what: 'another log',
      dossier: zipSync({ ...files }),
      heldNote: other,
    });
    await assertAll('not-whole', {
      what: 'no log',
      dossier: forged(records(), { log: undefined }),
      heldNote: note,
    });
  });

  it('agree that evidence without names proves nothing', async () => {
    await assertAll('unusable', {
      what: 'names withheld',
      dossier: forged(records(), { namesWithheld: true }),
    });
  });

  it('ask nothing of any network: the page runs its own script and no other', async () => {
    const html = readFileSync(join(verifiers, 'controleer.html'), 'utf8');
    for (const tag of ['script', 'style']) {
      const [, inside = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(html) ?? [];
      const hash = createHash('sha256').update(inside).digest('base64');
      assert.ok(html.includes(`${tag}-src 'sha256-${hash}'`), tag);
    }
    assert.ok(html.includes("default-src 'none'"));
    assert.ok(asked.every((url) => url.startsWith('file:') || url.startsWith('blob:')));
    await assert.rejects(page.evaluate(`fetch('http://127.0.0.1:9/')`));
  });

  it('speak the reader’s language on the page', async () => {
    const dutch = await browser.newPage({ locale: 'nl-NL' });
    await dutch.goto(pathToFileURL(join(verifiers, 'controleer.html')).href);
    const path = join(folder, 'dossier.zip');
    writeFileSync(path, zipSync({ ...files }));
    await dutch.setInputFiles('#dossier', path);

    await dutch.waitForSelector('#verdict[data-state=whole]');
    assert.match((await dutch.textContent('#verdict')) ?? '', /^Heel: 7 regels van 2 plichten/);
    await dutch.close();
  });
});
