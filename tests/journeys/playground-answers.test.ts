import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplePeople } from '../../bot/demo/people.ts';
import { confirmRestoreTexts } from '../../bot/kinds/confirm-restore/texts.ts';
import type { OpenableKind } from '../../bot/kinds/index.ts';
import { chatTexts } from '../../bot/views/chat-texts.ts';
import { verifyChangeTexts } from '../../bot/kinds/verify-change/texts.ts';
import { turnTexts } from '../../bot/views/duty/turn-texts.ts';
import { languageOf } from '../../cards/language.ts';
import type { Demo } from '../support/processes/demo.ts';
import { demoKey, startDemo } from '../support/processes/demo.ts';
import type { Step } from '../support/teams/playground-answers.ts';
import { answersIn, nextWeek } from '../support/teams/playground-answers.ts';
import type { CardOnPage, PlaygroundPage } from '../support/teams/playground.ts';
import { browserOrPending, openPlayground } from '../support/teams/playground.ts';

// CI runs the tests on two versions of Node: all kinds are answered in Dutch on one and in English on the other.
const language = languageOf(process.env['PLAYGROUND_LANGUAGE']) ?? 'nl';
const answers = answersIn(language);
// A browser takes a second or two for each: by default one that is typed and one that is ticked row by row.
const wanted =
  process.env['PLAYGROUND_KINDS'] === 'all'
    ? (Object.keys(answers) as OpenableKind[])
    : (['verify-change', 'review-access'] as const);

describe(`a yes and a no before the Playground, in ${language}`, function () {
  this.timeout(240_000);
  let folder = '';
  let demo: Demo;
  let page: PlaygroundPage | undefined;

  before(async function () {
    browserOrPending(this);
    folder = mkdtempSync(join(tmpdir(), 'shared-duty-'));
    demo = await startDemo(folder);
    page = await openPlayground(demo.url);
    // The two cards that come last at first: whoever sits there is known by then, and nothing moves the chat any more.
    for (const { nl } of [confirmRestoreTexts, verifyChangeTexts])
      await page.card(nl.fields.outcome.label);
    if (language === 'en') {
      await page.say('language en');
      await page.see(chatTexts.en.language);
    }
  });
  after(async () => {
    await page?.close();
    if (folder === '') return;
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const kind of wanted)
    for (const answer of ['yes', 'no'] as const)
      it(`${kind}: a plain ${answer} is recorded with the buttons that stand on the card`, async () => {
        assert.ok(page);
        const reference = `${kind}-${answer}`.toUpperCase();
        await opened({ kind, reference, details: answers[kind].details });
        const { steps, becomes } = answers[kind][answer];

        let presses = 0;
        for (const step of steps) presses += await take(await page.card(reference), step);

        const settled = await (await page.card(`${becomes} · ${reference}`)).text();
        const { done, turn } = turnTexts[language];
        assert.ok(settled.includes(done) || settled.includes(turn('')), settled);
        if (answer === 'yes') assert.ok(presses <= 3, `${String(presses)} presses`);
      });

  /** Opens a duty for whoever sits before the page, as the vendor does. */
  async function opened(duty: { kind: string; reference: string; details: object }): Promise<void> {
    const response = await fetch(`${demo.bot}/api/v1/duties`, {
      method: 'POST',
      headers: {
        authorization: demoKey,
        'content-type': 'application/json',
        'idempotency-key': duty.reference,
      },
      body: JSON.stringify({
        ...duty,
        system: 'Unit4',
        title: duty.reference.toLowerCase(),
        assignees: [{ aadObjectId: samplePeople.currentUser.aadObjectId }],
        dueOn: nextWeek,
      }),
    });
    assert.equal(response.status, 201, await response.text());
  }
});

/** Does one thing on a card, and tells how many presses it took beside what was typed. */
async function take(
  card: CardOnPage,
  { pick = [], choose = [], fill = [], press }: Step,
): Promise<number> {
  for (const [choice, question] of pick) await card.pick(choice, question);
  for (const [question, choice] of choose) await card.choose(question, choice);
  for (const [question, text] of fill) await card.fill(question, text);
  await card.press(press);
  return pick.length + 2 * choose.length + 1;
}
