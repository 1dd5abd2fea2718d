import type { Account } from '../../../../kinds/review-access/accounts.ts';
import { flagger } from '../../../../kinds/review-access/accounts.ts';
import type { Json } from '../../../../kinds/kind.ts';
import { lossInMinutes } from '../../../../kinds/confirm-restore/fields.ts';
import { durationInWords } from '../../../../../cards/dates.ts';
import { valueAt } from '../../../../duty/record/sealing.ts';
import { attachedIn } from '../../attached.ts';
import type { Story } from '../collect.ts';
import { answerInWords, moment } from '../in-words.ts';
import type { Question } from './question.ts';
import { counting, detail, lasted, together, value } from './question.ts';
import {
  chainSeal,
  deviations,
  followUp,
  judge,
  openedBy,
  sampled,
  whenAnswered,
} from './shared.ts';

const lossText: Question['answer'] = (story, { language }) => {
  const values = counting(story)?.values ?? {};
  const [newest, lastGood] = [valueAt(values, '/newest'), valueAt(values, '/lastGood')];
  if (typeof newest !== 'string' || typeof lastGood !== 'string') return undefined;
  const minutes = lossInMinutes({ newest, lastGood });
  return minutes === undefined ? undefined : durationInWords(minutes, language);
};

const waited: Question['answer'] = ({ details }, reader) =>
  lasted(valueAt(details, '/requestedAt'), valueAt(details, '/readyAt'), reader);

const allowed =
  (name: string): Question['answer'] =>
  ({ details }, { language }) => {
    const minutes = valueAt(details, `/${name}`);
    return typeof minutes === 'number' ? durationInWords(minutes, language) : undefined;
  };

/** A.8.13: a restore. */
export const restoreQuestions: readonly Question[] = [
  {
    ask: {
      nl: 'Verslag van de controle, meer dan een vinkje',
      en: 'Report of the check, more than a tick',
    },
    answer: (story, reader) => {
      const answer = counting(story);
      return answer && answerInWords(story, answer, reader);
    },
  },
  { ask: { nl: 'Datum van de controle', en: 'Date of the check' }, answer: whenAnswered },
  {
    ask: { nl: 'Wie het herstel vroeg of uitvoerde', en: 'Who asked for or did the restore' },
    answer: openedBy,
  },
  {
    ask: { nl: 'Bron: welk herstelpunt', en: 'Source: which restore point' },
    answer: together(
      [{ nl: 'gevraagd', en: 'asked' }, detail('restorePoint')],
      [{ nl: 'geleverd', en: 'delivered' }, detail('deliveredPoint')],
    ),
  },
  { ask: { nl: 'Doel: waarheen hersteld', en: 'Target: where to' }, answer: detail('restoredTo') },
  {
    ask: { nl: 'Aantallen', en: 'Counts' },
    answer: together(
      [{ nl: 'verwacht', en: 'expected' }, value('expected')],
      [{ nl: 'gevonden', en: 'found' }, value('found')],
    ),
  },
  {
    ask: { nl: 'Juistheid van de inhoud', en: 'Integrity of the content' },
    answer: together(
      [{ nl: 'steekproef', en: 'sample' }, value('samples')],
      [{ nl: 'startgetal', en: 'start number' }, detail('seed')],
      [{ nl: 'totalen sluiten', en: 'totals reconcile' }, value('totals')],
    ),
  },
  {
    ask: {
      nl: 'Duur en verlies tegenover wat mag (RTO, RPO)',
      en: 'Duration and loss against the objectives (RTO, RPO)',
    },
    answer: together(
      [{ nl: 'van vraag tot klaar', en: 'from request to ready' }, waited],
      [{ nl: 'mag duren (RTO)', en: 'may take (RTO)' }, allowed('rtoMinutes')],
      [{ nl: 'verlies', en: 'loss' }, lossText],
      [{ nl: 'mag verloren gaan (RPO)', en: 'may be lost (RPO)' }, allowed('rpoMinutes')],
      [{ nl: 'aanvaard door', en: 'accepted by' }, value('acceptedBy')],
    ),
  },
  { ask: { nl: 'Wie het controleerde, bij naam', en: 'Who validated it, by name' }, answer: judge },
  { ask: { nl: 'Afwijkingen', en: 'Anomalies' }, answer: deviations },
  { ask: { nl: 'Opvolging', en: 'Follow-up' }, answer: followUp },
];

interface Decided {
  readonly account: string;
  readonly decision: string;
  readonly note: string | undefined;
}

/** What was decided about each account, by everybody whose answer counts. */
export function decisionsOf({
  records,
}: Story): readonly (Decided & { at: string; by: string | undefined })[] {
  return records.flatMap(({ type, data, at, by }) => {
    const rows = type === 'answered' ? valueAt(data, '/attached/decisions') : undefined;
    if (!Array.isArray(rows) || valueAt(data, '/effective') === false) return [];
    return (rows as readonly Json[]).map((row) => ({
      account: text(row, '/account') ?? '',
      decision: text(row, '/decision') ?? '',
      note: text(row, '/note'),
      at,
      by: by?.name ?? undefined,
    }));
  });
}

const text = (row: Json, pointer: string): string | undefined => {
  const found = valueAt(row, pointer);
  return typeof found === 'string' ? found : undefined;
};

/** The others stand in the records. */
const mostNamed = 20;

/** The accounts of a review that may more than others, by their list or their role. */
export function administratorsIn(story: Story): readonly string[] {
  const rows = valueAt(story.records[0]?.data ?? {}, '/rows');
  if (!Array.isArray(rows)) return [];
  const flags = flagger({ reviewer: '', now: story.openedAt });
  return (rows as readonly Json[]).flatMap((row) => {
    const [account, name, role] = [text(row, '/account'), text(row, '/name'), text(row, '/role')];
    if (account === undefined) return [];
    const known: Account = {
      account,
      name: name ?? account,
      ...(role === undefined ? {} : { role }),
      privileged: valueAt(row, '/privileged') === true,
    };
    return flags(known).includes('administrator') ? [account] : [];
  });
}

const removed: Question['answer'] = (story, reader) => {
  const closed = story.records.findLast(
    ({ type, data }) => type === 'closed' && valueAt(data, '/because') === 'verified',
  );
  const compared = story.records.findLast(
    ({ data }) => typeof valueAt(data, '/stillThere') === 'number',
  );
  const still = compared && valueAt(compared.data, '/stillThere');
  const words = {
    nl: 'nieuwe lijst vergeleken, nog aanwezig',
    en: 'new list compared, still there',
  };
  const told = typeof still === 'number' ? `${words[reader.language]}: ${still}` : undefined;
  return [told, closed && moment(closed.at, reader)].filter(Boolean).join(' · ') || undefined;
};

/** Whether the list as it came is kept: the file that has the hash of which the review was made. */
const original: Question['answer'] = ({ details, records }, { language }) => {
  const sha256 = valueAt(details, '/file/sha256');
  const kept = records.flatMap(attachedIn).find((file) => file.sha256 === sha256);
  return kept && { nl: 'ja', en: 'yes' }[language];
};

/** A.5.18: a review of access. */
export const accessQuestions: readonly Question[] = [
  {
    ask: { nl: 'Lijst van één moment', en: 'List of one point in time' },
    answer: together(
      [{ nl: 'uitgevoerd', en: 'exported' }, detail('exportedAt')],
      [{ nl: 'bestand', en: 'file' }, detail('file/name')],
      [{ nl: 'bewaard in bijlagen', en: 'kept among the attachments' }, original],
      [{ nl: 'accounts', en: 'accounts' }, detail('accountCount')],
    ),
  },
  {
    ask: { nl: 'Bewijs dat de lijst volledig was', en: 'Proof that the list was complete' },
    answer: together([{ nl: 'controletotaal', en: 'control total' }, detail('controlTotal')]),
  },
  { ask: { nl: 'Beoordelaar, bij naam', en: 'Reviewer, by name' }, answer: judge },
  {
    ask: { nl: 'Besluit per account, met tijd', en: 'Decision for each account, with its time' },
    answer: (story, { language }) => {
      const { length } = decisionsOf(story);
      const where = { nl: 'zie csv/toegang-beslissingen.csv', en: 'see csv/access-decisions.csv' };
      return length === 0 ? undefined : `${length} · ${where[language]}`;
    },
  },
  {
    ask: { nl: 'Reden van een besluit', en: 'Reason of a decision' },
    answer: (story, { language }) => {
      const { length } = decisionsOf(story).filter(({ note }) => note !== undefined);
      return length === 0
        ? undefined
        : `${length} ${{ nl: 'met reden', en: 'with a reason' }[language]}`;
    },
  },
  {
    ask: { nl: 'Verwijderingen uitgevoerd en nagekeken', en: 'Removals carried out and tested' },
    answer: removed,
  },
  {
    ask: { nl: 'Beheerders apart beoordeeld', en: 'Privileged accounts judged apart' },
    answer: (story, { language }) => {
      const admins = new Set(administratorsIn(story));
      if (admins.size === 0) return undefined;
      const judged = decisionsOf(story).filter(
        ({ account, note }) => admins.has(account) && note !== undefined,
      );
      const words = { nl: 'met eigen reden', en: 'with a reason of their own' };
      const of = { nl: 'van', en: 'of' }[language];
      const more = admins.size > mostNamed ? `, + ${admins.size - mostNamed}` : '';
      const named = `${[...admins].slice(0, mostNamed).join(', ')}${more}`;
      return `${named} · ${judged.length} ${of} ${admins.size} ${words[language]}`;
    },
  },
  {
    ask: { nl: 'Bewijs is achteraf niet te wijzigen', en: 'Evidence cannot be edited afterwards' },
    answer: chainSeal,
  },
  { ask: { nl: 'In een steekproef getrokken', en: 'Drawn in a sample' }, answer: sampled },
];
