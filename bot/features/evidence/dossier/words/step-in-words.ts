import type { EvidenceRecord } from '../../../../duty/record/record.ts';
import { valueAt } from '../../../../duty/record/sealing.ts';
import type { Json } from '../../../../kinds/kind.ts';
import { attachedIn } from '../../attached.ts';
import type { Story } from '../collect.ts';
import type { DossierReader } from '../in-words.ts';
import { day, outcomeInWords } from '../in-words.ts';
import { stepTexts } from '../texts/step-texts.ts';
import { dossierTexts } from '../texts.ts';

const textAt = (data: Json, pointer: string): string | undefined => {
  const found = valueAt(data, pointer);
  return typeof found === 'string' ? found : undefined;
};
/** What stands behind a label, where there is anything. */
const labelled = (label: string, said: string | undefined): readonly string[] =>
  said === undefined ? [] : [`${label}: ${said}`];
const isDay = (said: string | undefined): said is string =>
  said !== undefined && /^\d{4}-\d\d-\d\d$/.test(said);

/** What kind of step a record is. */
export function stepInWords({ type, data }: EvidenceRecord, { language }: DossierReader): string {
  const { types } = dossierTexts[language];
  return type === 'delivered' && valueAt(data, '/listed') === true ? types.listed : types[type];
}

/** What a record says beside who and when. */
export function recordInWords(story: Story, record: EvidenceRecord, reader: DossierReader): string {
  const { type, data, outcome } = record;
  // What was said with it stands field by field beneath the steps.
  if (type === 'answered') {
    const values = valueAt(data, '/values') ?? {};
    const [because] = becauseOf(data, reader);
    const said = outcomeInWords(story, { ...(outcome ? { outcome } : {}), values }, reader);
    return because === undefined ? said : `${said} · ${because}`;
  }
  if (type === 'attached') {
    const names = attachedIn(record).map(({ name }) => name);
    return names.length === 0 ? dossierTexts[reader.language].nobody : names.join(' · ');
  }
  if (type === 'opened')
    return `${story.title} · ${stepTexts[reader.language].due} ${day(story.dueOn, reader)}`;
  return [
    ...[textAt(data, '/finding') ?? []].flat(),
    ...peopleIn(data, reader),
    ...exchangeIn(data, reader),
    ...textsIn(data, reader),
    ...daysIn(data, reader),
    ...countsIn(data, reader),
    ...becauseOf(data, reader),
  ].join(' · ');
}

function peopleIn(data: Json, { language }: DossierReader): readonly string[] {
  const words = stepTexts[language];
  const asked = ['riskAskedOf', 'lossAskedOf', 'exceptionAskedOf'] as const;
  const [from, to] = [textAt(data, '/from/name'), textAt(data, '/to/name')];
  const taken = valueAt(data, '/ownerConfirmed');
  return [
    ...(from !== undefined && to !== undefined ? [words.moved(from, to)] : [from ?? to ?? '']),
    ...labelled(words.owner, textAt(data, '/owner/name')),
    ...labelled(words.acceptedBy, textAt(data, '/acceptedBy')),
    ...asked.flatMap((name) => labelled(words[name], textAt(data, `/${name}/name`))),
    ...(valueAt(data, '/riskRefused') === true ? [words.refused] : []),
    ...(typeof taken === 'boolean' ? [taken ? words.taken : words.declined] : []),
  ].filter((said) => said !== '');
}

/** To or from whom something was said about a finding, and whether it is solved. */
function exchangeIn(data: Json, { language }: DossierReader): readonly string[] {
  const words = stepTexts[language];
  const [from, solved] = [textAt(data, '/from'), valueAt(data, '/solved')];
  return [
    ...(textAt(data, '/to') === 'vendor' ? [words.toVendor] : []),
    ...(from === 'vendor' || from === 'customer' ? [words.from[from]] : []),
    ...(typeof solved === 'boolean' ? [solved ? words.solved : words.unsolved] : []),
  ];
}

function textsIn(data: Json, { language }: DossierReader): readonly string[] {
  const reasons: Readonly<Record<string, string>> = dossierTexts[language].reasons;
  return (
    ['/reason', '/text', '/reference', '/basis']
      .map((pointer) => textAt(data, pointer))
      .filter((said) => said !== undefined)
      // What the bot itself gives as a reason is a word of the program.
      .map((said) => (Object.hasOwn(reasons, said) ? (reasons[said] ?? said) : said))
  );
}

function daysIn(data: Json, reader: DossierReader): readonly string[] {
  const words = stepTexts[reader.language];
  const [from, to] = [textAt(data, '/from'), textAt(data, '/to')];
  const [dueOn, until] = [textAt(data, '/dueOn'), textAt(data, '/until')];
  return [
    ...(isDay(from) && isDay(to) ? [words.moved(day(from, reader), day(to, reader))] : []),
    ...(dueOn === undefined ? [] : [`${words.due} ${day(dueOn, reader)}`]),
    ...(until === undefined ? [] : [`${words.until} ${day(until, reader)}`]),
  ];
}

function countsIn(data: Json, { language }: DossierReader): readonly string[] {
  const words = stepTexts[language];
  const [failed, still] = [valueAt(data, '/failedVerifications'), valueAt(data, '/stillThere')];
  const page = valueAt(data, '/listed') === true ? valueAt(data, '/page') : undefined;
  return [
    ...(typeof page === 'number' ? [dossierTexts[language].pageOfList(page)] : []),
    ...(typeof failed === 'number' ? [words.failed(failed)] : []),
    ...(typeof still === 'number' ? [words.stillThere(still)] : []),
  ];
}

function becauseOf(data: Json, { language }: DossierReader): readonly string[] {
  const because = textAt(data, '/because');
  const words: Readonly<Record<string, string>> = dossierTexts[language].because;
  const said = because === undefined ? undefined : words[because];
  return said === undefined ? [] : [said];
}
