import {
  listCard,
  refusedFileCard,
  whichListCard,
} from '../../../bot/features/review/lists/card.ts';
import { columnsCard } from '../../../bot/features/review/lists/columns-card.ts';
import { keepRestCard } from '../../../bot/features/review/keep-card.ts';
import { removalsCard } from '../../../bot/features/review/removals/card.ts';
import {
  alikeCard,
  halfListCard,
  proofCard,
} from '../../../bot/features/review/removals/proof-card.ts';
import { shareCard } from '../../../bot/features/review/share-card.ts';
import { downloadCard } from '../../../bot/features/files/card.ts';
import { offeredFileTexts } from '../../../bot/features/files/texts.ts';
import { sayRefusal } from '../../../bot/files/texts.ts';
import { refused } from '../../../bot/files/problems.ts';
import { accountSchema } from '../../../bot/kinds/review-access/accounts.ts';
import { answered } from '../../support/duties/answers.ts';
import { aDuty, anna, bram, carla, detailsOf } from '../../support/duties/duties.ts';
import { z } from 'zod';
import type { Page } from '../shots.ts';
import { shot } from '../shots.ts';

const people = [anna, bram, carla];
const { accounts } = z
  .object({ accounts: z.array(accountSchema) })
  .parse({ accounts: detailsOf['review-access']['accounts'] });
const managed = accounts.map((account) => ({ ...account, manager: 'Bram Jansen' }));
const [first = accountSchema.parse({}), second = first, third = first] = managed;

const file = 'gebruikers-november.csv';
const list = { id: 'draft-1', file, sha256: 'ab12'.repeat(16), accounts: managed };
const read = {
  used: { account: 'Gebruiker', name: 'Naam', role: 'Rol' },
  ...{ unused: ['Afdeling'], passedOver: [1, 2], otherSheets: ['Oud'], packed: 'x' },
};
const form = { people, typed: {}, messages: [] };
const headings = ['Gebruiker', 'Weergavenaam', 'Team'].map((heading) => ({
  ...{ key: heading.toLowerCase(), heading },
}));
const columns = {
  needed: ['account', 'name'],
  optional: ['role', 'lastSignIn'],
  headings,
} as const;

const asked = aDuty('review-access', {
  reference: 'TOEGANG-2026-Q4',
  title: 'Wie heeft toegang tot Financials?',
});
const found = answered(asked, 'problem');
const removals = [
  { account: first, pick: { decision: 'remove' } },
  { account: second, pick: { decision: 'change', note: 'Inkoper' } },
] as const;
const compared = {
  before: { sha256: 'ab12'.repeat(16), rows: 3 },
  after: { sha256: 'cd34'.repeat(16), rows: 2, file },
  ...{ proven: ['jbakker', 'osmit'], stillThere: [], vanished: 0, added: 1 },
};
const halfDone = { ...compared, proven: ['osmit'], stillThere: ['jbakker'] };
const viewer = bram.aadObjectId;
const wrong = refused([
  { code: 'missing-value', line: 4, column: 'Naam' },
  { code: 'duplicate-account', line: 9, column: 'Gebruiker', found: 'jbakker', first: 2 },
]);

/** Lists of accounts: dropped, understood, given to reviewers, handed in and compared again. */
export const listsPage = (): Page => ({
  name: 'lists',
  shots: [
    ...shot('A list is dropped', anna.name, ({ language }) => listCard(list, form, language)),
    ...shot('A list with a column that is not used', anna.name, ({ language }) =>
      listCard({ ...list, reading: read }, form, language),
    ),
    ...shot('A list is divided over reviewers', anna.name, ({ language }) =>
      listCard(list, { ...form, at: 2 }, language),
    ),
    ...shot('A list that is read as before', anna.name, ({ language }) =>
      listCard({ ...list, reading: { ...read, system: 'Unit4 Financials' } }, form, language),
    ),
    ...shot('A list whose columns are not known', anna.name, ({ language }) =>
      columnsCard({ id: list.id, file, asked: columns }, { ...form, faults: [] }, language),
    ),
    ...shot('A list that may be a proof', anna.name, ({ language }) =>
      whichListCard(list, [found], language),
    ),
    ...shot('A file with faults', anna.name, ({ language }) =>
      refusedFileCard(file, sayRefusal(wrong, language), language),
    ),
    ...shot('A file is offered outside a personal chat', bram.name, ({ language }) => {
      const offered = offeredFileTexts[language].offers['review-sheet'];
      const file = { name: 'toegang.xlsx', description: offered.description(asked.title) };
      return downloadCard({ ...file, language }, 'https://bot.example/file');
    }),
    ...shot('Accounts without a remark are to be kept', anna.name, (reader) =>
      keepRestCard(asked, { accounts: managed, more: 0, rows: '0-2' }, reader),
    ),
    ...shot('More accounts than one card names are to be kept', anna.name, (reader) =>
      keepRestCard(asked, { accounts: managed, more: 1, rows: '0-2' }, reader),
    ),
    ...shot('Some accounts could not be judged', anna.name, (reader) =>
      shareCard(asked, { rows: 2, ...form }, reader),
    ),
    ...shot('One account could not be judged, and nobody is known', anna.name, (reader) =>
      shareCard(asked, { rows: 1, ...form, people: [] }, reader),
    ),
    ...shot('What has to be removed', bram.name, (reader) =>
      removalsCard(found, { viewer, removals, withFile: true, holder: true }, reader),
    ),
    ...shot('Whether it was removed', bram.name, (reader) =>
      removalsCard(found, { viewer, removals, withFile: true, holder: true, asked: true }, reader),
    ),
    ...shot('Nothing had to be removed', bram.name, (reader) =>
      removalsCard(asked, { viewer, removals: [], withFile: false, holder: false }, reader),
    ),
    ...shot('A new list shows that all of it was done', bram.name, (reader) =>
      proofCard(answered(asked, 'fulfilled'), { comparison: compared, viewer }, reader),
    ),
    ...shot('A new list shows that some of it was not done', bram.name, (reader) =>
      proofCard(found, { comparison: halfDone, viewer }, reader),
    ),
    ...shot('A new list has accounts that look like old ones', bram.name, (reader) =>
      alikeCard(found, { id: list.id, alike: [{ was: first, now: third }], said: 0 }, reader),
    ),
    ...shot('A new list may be half a list', bram.name, (reader) =>
      halfListCard(found, { id: list.id, vanished: [second, third] }, reader),
    ),
  ],
});
