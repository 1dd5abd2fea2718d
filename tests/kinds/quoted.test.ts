import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkCapacityTexts } from '../../bot/kinds/check-capacity/texts.ts';
import { confirmRestoreTexts } from '../../bot/kinds/confirm-restore/texts.ts';
import { informStaffTexts } from '../../bot/kinds/inform-staff/texts.ts';
import { nilReturnTexts } from '../../bot/kinds/nil-return/texts.ts';
import { readAgreementTexts } from '../../bot/kinds/read-agreement/texts.ts';
import { showDoneTexts } from '../../bot/kinds/show-done/texts.ts';
import { transferSecurelyTexts } from '../../bot/kinds/transfer-securely/texts.ts';
import { verifyChangeTexts } from '../../bot/kinds/verify-change/texts.ts';
import { verifyIncidentTexts } from '../../bot/kinds/verify-incident/texts.ts';
import { languages } from '../../cards/language.ts';

interface Field {
  readonly label: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** The words of a kind, as far as they are on its card or say what is wrong there. */
interface Words {
  readonly fields: Readonly<Record<string, Field>>;
  readonly asks: Readonly<Record<string, { readonly title: string; readonly button?: string }>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string | ((...given: string[]) => string)>>;
}

const kinds: Readonly<Record<string, Readonly<Record<(typeof languages)[number], Words>>>> = {
  'check-capacity': checkCapacityTexts,
  'confirm-restore': confirmRestoreTexts,
  'inform-staff': informStaffTexts,
  'nil-return': nilReturnTexts,
  'read-agreement': readAgreementTexts,
  'show-done': showDoneTexts,
  'transfer-securely': transferSecurelyTexts,
  'verify-change': verifyChangeTexts,
  'verify-incident': verifyIncidentTexts,
};

/** What can be pressed or ticked: the answers as their buttons say them, and the choices of every other question. */
function onTheCard({ fields, asks, labels = {} }: Words): readonly string[] {
  const { outcome, ...others } = fields;
  const answers = Object.entries(outcome?.values ?? {}).map(
    ([value, said]) => asks[value]?.button ?? said,
  );
  const choices = Object.values(others).flatMap(({ values = {} }) => Object.values(values));
  return [...answers, ...choices, ...Object.values(labels)];
}

describe('what is wrong with an answer', () => {
  for (const [kind, texts] of Object.entries(kinds))
    for (const language of languages)
      it(`(${kind}, ${language}) names buttons and ticks as they stand on the card`, () => {
        const words = texts[language];
        const known = onTheCard(words);

        const named = Object.values(words.problems)
          .map((said) => (typeof said === 'string' ? said : said('portal', 'portal', 'portal')))
          .flatMap((said) => [...said.matchAll(/[‘“]([^’”]+)[’”]/g)].map(([, name = '']) => name));

        assert.deepEqual(
          named.filter((name) => !known.includes(name)),
          [],
        );
      });
});
