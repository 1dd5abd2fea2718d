import { defaultRetention } from '../../../bot/tenant/retention.ts';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { recordAudit } from '../../../bot/casework/audits.ts';
import { sha256 } from '../../../bot/duty/record/canonical.ts';
import { cardHashOf } from '../../../bot/features/evidence/dossier/cards.ts';
import { auditorsQuestions } from '../../../bot/features/evidence/dossier/questions/index.ts';
import { dossierTexts } from '../../../bot/features/evidence/dossier/texts.ts';
import { writeDossier } from '../../../bot/features/evidence/dossier/write.ts';
import { makeCheckpoint } from '../../../bot/features/evidence/log/append.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { verifyDossier } from '../../../bot/evidence/verify/dossier.ts';
import { anna, defined, fixedNow, tenant } from '../../support/duties/duties.ts';
import { keep } from '../../support/duties/evidence.ts';
import { everyStory } from '../../support/duties/every-story.ts';
import { memoryStore } from '../../support/store/memory-store.ts';
import { browserOrPending, launchBrowser } from '../../support/teams/playground.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const languages = ['nl', 'en'] as const;
// Set, the dossiers stay there to be looked at.
const kept = process.env['KEEP_DOSSIERS'];

describe('the dossier of every story', function () {
  this.timeout(240_000);
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'every-story-'));
  const stories = everyStory();
  const files: Partial<Record<'nl' | 'en', Record<string, Uint8Array>>> = {};
  const pathOf = (language: string) => join(folder, `${language}.zip`);
  const textOf = (language: 'nl' | 'en', name: string) =>
    strFromU8(defined(defined(files[language])[name]));

  before(async () => {
    const store = memoryStore();
    for (const { duty, records, cards } of stories) await keep(store, duty, records, cards);
    let ids = 0;
    const newId = () => `id-${String((ids += 1))}`;
    const now = () => secondsAfter(fixedNow, 24 * 3600);
    await recordAudit({ store, now, newId }, tenant, {
      type: 'drawn',
      by: anna,
      reference: '20261123',
      data: {
        seed: '20261123',
        population: 7,
        numbers: [1],
        duties: [defined(stories[0]).duty.id],
      },
    });
    await makeCheckpoint({ store, now }, tenant, { origin: `shared-duty/${tenant}/Duty` });
    for (const language of languages) {
      rmSync(pathOf(language), { force: true });
      await writeDossier(store.evidence, {
        retention: defaultRetention,
        path: pathOf(language),
        period: '2026-Q4',
        exporting: {
          ...{ tenant, extent: {}, environment: 'production' as const },
          asOf: secondsAfter(fixedNow, 48 * 3600),
          software: 'shared-duty 0.0.0',
        },
        reader: { language, zone: 'Europe/Amsterdam' },
      });
      const unpacked = unzipSync(readFileSync(pathOf(language)));
      files[language] = unpacked;
      for (const [name, content] of Object.entries(unpacked)) {
        const path = join(folder, language, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      }
    }
  });
  after(() => {
    if (kept === undefined) rmSync(folder, { recursive: true });
  });

  it('is whole by the command line, and by Python, which makes every record canonical by itself', async function () {
    assert.equal((await verifyDossier(pathOf('nl'), [])).type, 'whole');
    if (!hasPython) this.skip();
    const { status, stdout } = spawnSync(
      'python3',
      [join(folder, 'nl', 'controleer.py'), pathOf('nl')],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stdout);
    assert.match(stdout, new RegExp(`of ${String(stories.length + 1)} duties`));
  });

  for (const language of languages) {
    it(`has a place for each of the 48 questions of an auditor (${language})`, () => {
      const { storiesFolder, notRecorded } = dossierTexts[language];
      const all = Object.entries(auditorsQuestions);
      assert.equal(all.flatMap(([, questions]) => questions).length, 48);

      for (const [kind, questions] of all) {
        const page = textOf(language, `${storiesFolder}/${kind}-001.html`);
        const duties = stories.filter(({ duty }) => duty.kind === kind).length;
        for (const { ask } of questions) {
          const places =
            page.split(`<td>${ask[language].replaceAll("'", '&#39;')}</td>`).length - 1;
          assert.equal(places, duties, `${kind}: ${ask[language]}`);
        }
        assert.ok(page.includes(notRecorded), `${kind}: nothing is missing?`);
      }
    });

    it(`answers from the records, and says where nothing is recorded (${language})`, () => {
      const { storiesFolder, notRecorded } = dossierTexts[language];
      const restores = textOf(language, `${storiesFolder}/confirm-restore-001.html`);
      const staff = textOf(language, `${storiesFolder}/inform-staff-001.html`);

      assert.ok(
        restores.includes(
          { nl: 'verwacht: 1.250 · gevonden: 1.235', en: 'expected: 1,250 · found: 1,235' }[
            language
          ],
        ),
      );
      assert.ok(
        staff.includes(
          `<td>${{ nl: 'Gemeten of het werkt', en: 'Effectiveness measured' }[language]}</td><td>${notRecorded}</td>`,
        ),
      );
    });
  }

  it('answers each of the 48 questions somewhere, but for those of which no story records anything', () => {
    const { storiesFolder, notRecorded, notYet } = dossierTexts.en;
    const nowhere = Object.entries(auditorsQuestions).flatMap(([kind, questions]) => {
      const page = textOf('en', `${storiesFolder}/${kind}-001.html`);
      return questions.flatMap(({ ask: { en } }) => {
        const parts = page.split(`<td>${en.replaceAll("'", '&#39;')}</td><td>`).slice(1);
        const answers = parts.map((part) => part.slice(0, part.indexOf('</td>')));
        const told = answers.filter((one) => one !== notRecorded && one !== notYet);
        return told.length === 0 ? [`${kind}: ${en}`] : [];
      });
    });
    // Nobody said these in the stories; that each is answered where somebody did is shown in questions.test.ts.
    assert.deepEqual(nowhere, [
      'confirm-restore: Target: where to',
      'review-access: Decision for each account, with its time',
      'review-access: Reason of a decision',
      'review-access: Drawn in a sample',
      'verify-change: Impact',
      'verify-change: Sign-off by someone else than the requester',
      'inform-staff: Repeated each year: the time before',
      'inform-staff: Effectiveness measured',
      'transfer-securely: Encryption, key by another channel',
      'transfer-securely: Received, copy deleted, sample',
      'check-capacity: Forecast',
    ]);
  });

  it('has every card that was shown, by the hash that its record has, and as words', () => {
    const shown = stories.flatMap(({ records }) => records.map(cardHashOf)).filter(Boolean);
    assert.ok(shown.length > stories.length, 'hardly a card');
    for (const language of languages) {
      const { cardsFolder, storiesFolder } = dossierTexts[language];
      const exact = Object.keys(defined(files[language]))
        .filter((name) => name.startsWith(`${cardsFolder}/`) && name.endsWith('.ndjson'))
        .flatMap((name) => textOf(language, name).trimEnd().split('\n'));
      assert.deepEqual(new Set(exact.map(sha256)), new Set(shown));

      const page = textOf(language, `${cardsFolder}/verify-change-001.html`);
      const story = textOf(language, `${storiesFolder}/verify-change-001.html`);
      const [, link] = /href="\.\.\/([^"#]*#[0-9a-f]{64})"/.exec(story) ?? [];
      assert.equal(link?.split('#')[0], `${cardsFolder}/verify-change-001.html`);
      assert.ok(page.includes(`id="${defined(link).split('#')[1] ?? ''}"`));
    }
  });

  it('says which duties were drawn in a sample, and who drew it', () => {
    const report = textOf('en', 'report.html');

    assert.ok(report.includes('Samples and dossiers') && report.includes('Sample drawn'));
    assert.ok(report.includes(anna.name));
    const { duty } = defined(stories[0]);
    assert.ok(textOf('en', `duties/${duty.kind}-001.html`).includes('start number 20261123'));
  });

  it('shows no code where a word is known, and no id where a name is', () => {
    for (const language of languages) {
      const report = textOf(language, dossierTexts[language].reportName);
      const told = report.replace(/<[^>]*>/g, ' ').replaceAll(tenant, '');
      assert.doesNotMatch(told, /[0-9a-f]{8}-[0-9a-f]{4}-4/);
      for (const word of ['undefined', '[object', 'fulfilled', 'not-installed', 'cannot-judge'])
        assert.ok(!told.includes(word), `${language}: ${word}`);
    }
  });

  it('has a report on paper in each language', () => {
    for (const language of languages) {
      const pdf = defined(defined(files[language])[dossierTexts[language].pdfName]);
      assert.equal(strFromU8(pdf.subarray(0, 5)), '%PDF-');
      assert.ok(pdf.length > 20_000);
    }
  });

  describe('opened as a file', () => {
    let browser: Browser;
    before(async function () {
      browserOrPending(this);
      browser = await launchBrowser();
    });
    after(() => browser?.close());

    for (const language of languages)
      it(`asks nothing of a network, and nobody is kept from reading it (${language})`, async () => {
        const { reportName, storiesFolder } = dossierTexts[language];
        const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
        for (const name of [
          reportName,
          `${storiesFolder}/confirm-restore-001.html`,
          'controleer.html',
        ]) {
          const context = await browser.newContext({ bypassCSP: true });
          const page = await context.newPage();
          const asked: string[] = [];
          page.on('request', (request) => asked.push(request.url()));
          await page.goto(pathToFileURL(join(folder, language, name)).href);
          assert.ok(
            asked.every((url) => url.startsWith('file:')),
            asked.join(),
          );
          await page.addScriptTag({ path: axe });
          const found = await page.evaluate<readonly string[]>(
            'axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => id + " " + nodes[0].html))',
          );
          assert.deepEqual(found, [], name);
          if (name === 'controleer.html') {
            await page.setInputFiles('#dossier', pathOf(language));
            const verdict = await page.waitForSelector(
              '#verdict:is([data-state*=whole], [data-state=unusable])',
            );
            assert.match((await verdict.textContent()) ?? '', /^(Whole|Heel):/);
          }
          await context.close();
        }
      });
  });
});
