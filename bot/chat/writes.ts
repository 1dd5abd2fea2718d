import type { InEachLanguage, Language } from '../../cards/language.ts';
import type { Asked } from '../casework/clicks.ts';
import type { ButtonName } from '../views/buttons.ts';
import type { ChatWordName } from '../views/chat-words.ts';

/** Which clicks write something, if only a message: each counts against the budget of the person. */
const clicks: Readonly<Record<ButtonName, boolean>> = {
  answer: true,
  answerBack: false,
  answerMore: false,
  correct: false,
  form: false,
  formSend: true,
  reply: false,
  replySent: true,
  replySend: true,
  show: false,
  look: false,
  bring: true,
  myDuties: false,
  overview: false,
  overviewRest: false,
  risks: false,
  coverage: false,
  help: false,
  newDuty: false,
  newDutyForm: false,
  newDutyOpen: true,
  review: false,
  reviewSave: true,
  reviewKeepRest: true,
  reviewHandIn: true,
  reviewHandInAll: true,
  reviewShare: true,
  reviewRemovals: false,
  reviewProof: true,
  reviewList: false,
  reviewListOpen: true,
  reviewColumns: false,
  reviewColumnsRead: true,
  file: true,
  keep: true,
  keepNot: true,
  roster: false,
  rosterForm: false,
  rosterSend: true,
  rosterRemove: true,
  plans: false,
  planForm: false,
  planSend: true,
  planTry: false,
  planPause: true,
  planRemove: true,
  policy: false,
  policyForm: false,
  policySave: true,
  survey: false,
  surveyStart: true,
  surveyRemind: true,
  surveyAnswer: true,
  leavers: true,
  channelAnswer: true,
  deadLettersRetry: true,
  dossier: true,
  useChannel: true,
  confirm: true,
  awayHandOver: true,
  awayEnd: true,
};

const words: Readonly<Record<ChatWordName, boolean>> = {
  help: false,
  'my-duties': false,
  risks: false,
  overview: false,
  'language-nl': true,
  'language-en': true,
  'send-data': true,
  'use-channel': true,
  'new-duty': false,
  roster: false,
  plans: false,
  policy: false,
  greeting: false,
  thanks: false,
};

type Writer = Pick<Asked, 'services' | 'at' | 'person' | 'reader'>;

/** What a click is told that writes more than its person may; undefined where it may. */
export const tooManyClicks = (name: ButtonName, writer: Writer): string | undefined =>
  clicks[name] ? tooMuch(writer) : undefined;

/** The same for a word. */
export const tooManyWords = (name: ChatWordName, writer: Writer): string | undefined =>
  words[name] ? tooMuch(writer) : undefined;

/** The same for a file, an offer that was answered, and a sentence that is read as an answer. */
export function tooMuch({ services, at, person, reader }: Writer): string | undefined {
  const wait = services.writing(at.tenant, person.aadObjectId);
  return wait > 0 ? told(wait, reader.language) : undefined;
}

/** What is said when somebody has to wait. */
export const tooMuchTexts: InEachLanguage<(minutes: number) => string> = {
  nl: (minutes) =>
    `Je deed in korte tijd heel veel. Dit is niet vastgelegd. Probeer het over ${minutes === 1 ? '1 minuut' : `${String(minutes)} minuten`} opnieuw, of vraag het IT-team.`,
  en: (minutes) =>
    `You did a great deal in a short time. This was not recorded. Try again in ${minutes === 1 ? '1 minute' : `${String(minutes)} minutes`}, or ask the IT team.`,
};

const told = (seconds: number, language: Language): string =>
  tooMuchTexts[language](Math.max(1, Math.ceil(seconds / 60)));
