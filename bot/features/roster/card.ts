import type { Said } from '../../views/buttons.ts';
import type { Look } from '../../../cards/action.ts';
import { buttons } from '../../views/buttons.ts';
import type { Card, ChoiceInput, Element, Fact } from '../../../cards/card.ts';
import { dayInWords } from '../../../cards/dates.ts';
import { actions, card, facts, inDialog, text } from '../../../cards/elements.ts';
import type { Language } from '../../../cards/language.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { kindOf } from '../../kinds/index.ts';
import { roles } from '../../kinds/kind.ts';
import type { Roster, RosterEntry } from '../../tenant/roster/roster.ts';
import { entryKey, every } from '../../tenant/roster/roster.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { fact } from '../../views/reader.ts';
import { rosterTexts } from './texts.ts';
import { words } from '../../views/texts.ts';

const entriesPerPage = 8;

/** How an entry is called: its system and its kind of duty. */
function entryName(
  { system, kind }: Pick<RosterEntry, 'system' | 'kind'>,
  language: Language,
): string {
  const said = rosterTexts[language];
  const about = kind === every ? said.everyKind : kindOf(kind).words(language).name;
  return `${system === every ? said.everySystem : system} · ${about}`;
}

type RosterFormName = Said<'rosterForm'>['form'];

/** The roster in the IT channel, a page at a time. `told` stands above it, such as what became of a click. */
export function rosterCard(
  roster: Roster,
  { page: wanted = 0, told }: { readonly page?: number; readonly told?: string | undefined },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const said = rosterTexts[language];
  const pages = Math.max(1, Math.ceil(roster.entries.length / entriesPerPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const shown = roster.entries.slice(page * entriesPerPage, (page + 1) * entriesPerPage);
  const form = (title: string, name: RosterFormName, look: Look = { inputs: 'none' }) =>
    inDialog(buttons.rosterForm.button(title, { form: name }, look));
  return card(language, told ?? said.title, [
    text(said.title, { weight: 'bolder', size: 'large', style: 'heading' }),
    ...(told === undefined ? [] : [text(plain(told), { weight: 'bolder' })]),
    text(said.intro, { isSubtle: true }),
    ...(shown.length === 0 ? [text(said.empty)] : shown.map((entry) => entryRow(entry, reader))),
    ...facts(heldRoles(roster, language)),
    ...(pages > 1 ? [text(said.pages(page + 1, pages), { isSubtle: true, size: 'small' })] : []),
    ...(shown.length === 0 ? [] : [entryChoice(shown, language)]),
    ...actions([
      ...(shown.length === 0 ? [] : [form(said.change, 'change', {})]),
      form(said.add, 'entry'),
      form(said.roleHolders, 'offices'),
      form(said.list, 'list'),
      ...(pages > 1
        ? [
            buttons.roster.button(
              words[language].more,
              { page: (page + 1) % pages },
              { inputs: 'none' },
            ),
          ]
        : []),
      buttons.overview.button(words[language].overview, {}, { inputs: 'none' }),
    ]),
  ]);
}

const longestName = 60;

/** Who holds which role, for those that somebody holds. */
function heldRoles({ roles: held }: Roster, language: Language): readonly Fact[] {
  return roles.flatMap((role) =>
    fact(rosterTexts[language].roles[role], held[role] && shorten(held[role].name, longestName)),
  );
}

function entryRow(entry: RosterEntry, reader: ReaderNow): Element {
  const { language } = reader;
  return {
    type: 'Container',
    separator: true,
    items: [
      text(plain(shorten(entryName(entry, language), longestName)), {
        weight: 'bolder',
        spacing: 'none',
      }),
      text(plain(whoInWords(entry, reader)), { spacing: 'none' }),
    ],
  };
}

function whoInWords(
  { responsible, substitute, fallback, away }: RosterEntry,
  { language, now }: ReaderNow,
): string {
  const said = rosterTexts[language];
  const name = (person: { name: string }): string => shorten(person.name, longestName);
  const day = (written: string): string =>
    dayInWords(written, language, { thisYear: Number(now.slice(0, 4)) });
  return [
    name(responsible),
    ...(away ? [said.away(day(away.from), day(away.to))] : []),
    ...(substitute ? [said.substitute(name(substitute))] : []),
    ...(fallback ? [said.fallback(name(fallback))] : []),
  ].join(' · ');
}

function entryChoice(entries: readonly RosterEntry[], language: Language): ChoiceInput {
  const said = rosterTexts[language];
  return {
    type: 'Input.ChoiceSet',
    id: 'e',
    label: said.which,
    placeholder: said.choose,
    style: 'compact',
    wrap: true,
    choices: entries.map((entry) => ({
      title: shorten(entryName(entry, language), longestName),
      value: entryKey(entry),
    })),
  };
}
