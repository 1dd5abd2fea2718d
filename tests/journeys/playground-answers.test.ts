import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { samplePeople } from '../../bot/demo/people.ts';
import type { OpenableKind } from '../../bot/kinds/index.ts';
import type { Demo } from '../support/demo.ts';
import { demoKey, startDemo } from '../support/demo.ts';
import type { CardOnPage, PlaygroundPage } from '../support/teams/playground.ts';
import { browserOrPending, openPlayground } from '../support/teams/playground.ts';

/** One thing that is done on a card: what is ticked or chosen, what is typed, and the button that follows. */
interface Step {
  readonly pick?: readonly (readonly [choice: string, question?: string])[];
  readonly choose?: readonly (readonly [question: string, choice: string])[];
  readonly fill?: readonly (readonly [question: string, text: string])[];
  readonly press: string;
}

interface Given {
  readonly steps: readonly Step[];
  /** What stands above the card once it is answered. */
  readonly becomes: string;
}

interface Journey {
  readonly details: object;
  readonly yes: Given;
  readonly no: Given;
}

const recently = DateTime.now();
const ago = (hours: number): string => recently.minus({ hours }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
const nextWeek = recently.plus({ days: 7 }).toFormat('yyyy-MM-dd');
const record = 'Vastleggen';
const colleague = samplePeople.users[0].name;

const journeys: Readonly<Record<OpenableKind, Journey>> = {
  'verify-change': {
    details: { summary: 'Nieuwe btw-codes', checks: ['Inloggen', 'Factuur'] },
    yes: { steps: [{ pick: [['Inloggen']], press: 'Werkt goed' }], becomes: 'Gecontroleerd' },
    no: {
      steps: [
        { press: 'Werkt niet' },
        { pick: [['Factuur']], fill: [['Wat zag je?', 'btw staat op nul']], press: record },
      ],
      becomes: 'Werkt niet',
    },
  },
  'confirm-restore': {
    details: { scope: 'Map Projecten', restorePoint: ago(48), samples: ['Project 25-0117'] },
    yes: {
      steps: [
        { press: 'Gelukt' },
        { pick: [['Project 25-0117', 'Hetzelfde als voorheen']], press: record },
      ],
      becomes: 'Herstel bevestigd',
    },
    no: {
      steps: [
        { press: 'Mislukt' },
        { fill: [['Wat is er mis', 'opent niet, graag van gisteren']], press: record },
      ],
      becomes: 'Mislukt',
    },
  },
  'review-access': {
    details: {
      accounts: ['jb', 'kv'].map((account) => ({
        account,
        name: `Mia ${account}`,
        role: 'Inkoper',
      })),
    },
    yes: {
      steps: [
        { press: '2 zonder bijzonderheid houden' },
        { press: 'Ja, deze 2 houden' },
        { press: record },
      ],
      becomes: 'Toegang beoordeeld',
    },
    no: {
      steps: [
        { press: 'Beginnen' },
        {
          choose: [
            ['Besluit over Mia jb', 'Intrekken'],
            ['Besluit over Mia kv', 'Houden'],
          ],
          press: 'Opslaan en verder',
        },
        { press: record },
      ],
      becomes: 'Intrekken loopt',
    },
  },
  'verify-incident': {
    details: { solution: 'Rechten hersteld', security: true },
    yes: {
      steps: [{ press: 'Opgelost' }, { pick: [['Ja', 'Is de oorzaak']], press: record }],
      becomes: 'Opgelost',
    },
    no: {
      steps: [
        { press: 'Niet opgelost' },
        { fill: [['Wat deed je', 'ik zie de loonstrook nog']], press: record },
      ],
      becomes: 'Niet opgelost',
    },
  },
  'read-agreement': {
    details: {
      document: 'Verwerkersovereenkomst',
      version: '2026-2',
      url: 'https://voorbeeld.nl/v',
    },
    yes: {
      steps: [
        { press: 'Gelezen en begrepen' },
        { pick: [['Ja, deze versie', 'Heb je precies']], press: record },
      ],
      becomes: 'Gelezen',
    },
    no: {
      steps: [
        { press: 'Niet akkoord of onduidelijk' },
        { fill: [['Wat is onduidelijk', 'wie meldt een datalek?']], press: record },
      ],
      becomes: 'Niet akkoord of onduidelijk',
    },
  },
  'inform-staff': {
    details: { topic: 'De zeven vuistregels', people: 12 },
    yes: {
      steps: [
        { press: 'Ja, ook wie nieuw is' },
        { pick: [['In een overleg', 'Hoe heb je']], press: record },
      ],
      becomes: 'Geïnformeerd',
    },
    no: {
      steps: [
        { press: 'Nog niet' },
        {
          choose: [['Wie doet het?', colleague]],
          fill: [
            ['En wanneer?', nextWeek],
            ['Wat gaat er gebeuren?', 'uitleg in het teamoverleg'],
          ],
          press: record,
        },
      ],
      becomes: 'In behandeling',
    },
  },
  'transfer-securely': {
    details: { data: 'Salarismutaties', recipient: 'Supportdesk', personalData: true },
    yes: {
      steps: [{ press: 'Veilig' }, { pick: [['Portaal', 'Langs welke weg?']], press: record }],
      becomes: 'Veilige weg gekozen',
    },
    no: {
      steps: [
        { press: 'Al onveilig verstuurd' },
        { fill: [['Wat ging waarheen', 'gisteren per gewone mail']], press: record },
      ],
      becomes: 'Al onveilig verstuurd',
    },
  },
  'check-capacity': {
    details: { period: 'dit najaar' },
    yes: {
      steps: [
        { press: 'Voldoende' },
        {
          pick: [['Eigen monitoring', 'Hoe weet je dat?']],
          fill: [
            ['Afgesproken snelheid', '500'],
            ['Piekgebruik', '200'],
          ],
          press: record,
        },
      ],
      becomes: 'Voldoende',
    },
    no: {
      steps: [
        { press: 'Onvoldoende' },
        {
          pick: [['Eigen monitoring', 'Hoe weet je dat?']],
          fill: [
            ['Afgesproken snelheid', '500'],
            ['Piekgebruik', '600'],
          ],
          press: 'Verder',
        },
        {
          choose: [['Wie pakt het op?', colleague]],
          fill: [
            ['Wanneer is het klaar?', nextWeek],
            ['Wat gaat er gebeuren?', 'de lijn wordt sneller'],
          ],
          press: record,
        },
      ],
      becomes: 'In behandeling',
    },
  },
};

// A browser takes a few seconds for each: every kind in CI, and by default one that is typed and one that is ticked row by row.
const wanted =
  process.env['PLAYGROUND_KINDS'] === 'all'
    ? (Object.keys(journeys) as OpenableKind[])
    : (['verify-change', 'review-access'] as const);

describe('a yes and a no before the Playground', function () {
  this.timeout(120_000);
  let folder = '';
  let demo: Demo;
  let page: PlaygroundPage | undefined;

  before(async function () {
    browserOrPending(this);
    folder = mkdtempSync(join(tmpdir(), 'shared-duty-'));
    demo = await startDemo(folder);
    page = await openPlayground(demo.url);
    // The first card of the demo: whoever sits there is known to the bot from then on.
    await page.card('CHG-4711');
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
        await opened({ kind, reference, details: journeys[kind].details });
        const { steps, becomes } = journeys[kind][answer];

        let presses = 0;
        for (const step of steps) presses += await take(await page.card(reference), step);

        const settled = await page.card(`${becomes} · ${reference}`);
        assert.match(await settled.text(), /Klaar\.|Nu aan zet/);
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
