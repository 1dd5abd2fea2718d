import { surveyCard } from '../../../bot/features/survey/card.ts';
import { surveyAnswers } from '../../../bot/kinds/survey.ts';
import type { SurveyType } from '../../../bot/kinds/survey.ts';
import { channelCard } from '../../../bot/views/channel-card.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';
import { surveyForm, surveyPage } from '../../../bot/views/survey/progress.ts';
import { after, withdrawal } from '../../support/duties/answers.ts';
import { aDuty, anna, bram, carla, defined, mia } from '../../support/duties/duties.ts';
import type { Page, Shot } from '../shots.ts';
import { shot } from '../shots.ts';

const kinds = { message: 'inform-staff', pulse: 'check-capacity' } as const;
const wrote = {
  message: 'Deel je wachtwoord met niemand, ook niet met ons.',
  pulse: 'Is de verbinding in Zwolle snel genoeg voor je werk?',
} as const;
const titles = {
  message: { reference: 'BEWUST-2026', title: 'De zeven vuistregels' },
  pulse: { reference: 'CAP-2026-Q4', title: 'Zijn onze verbindingen snel genoeg?' },
} as const;

/** A message to colleagues and a question to them: asked, answered, looked at, and over. */
export const surveysPage = (): Page => ({
  name: 'surveys',
  shots: [...surveyShots('message'), ...surveyShots('pulse')],
});

function surveyShots(type: SurveyType): readonly Shot[] {
  const duty = aDuty(kinds[type], titles[type]);
  const people = [bram, carla, mia];
  const begun = { type: 'survey-started', by: anna, survey: type, text: wrote[type], people };
  const asked = after(duty, { ...begun, type: 'survey-started', day: '2026-11-23' });
  const [answer] = surveyAnswers[type];
  const read = after(asked, { type: 'survey-answered', by: bram, answer });
  const again = after(read, { type: 'survey-reminded', by: anna, day: '2026-11-24' });
  const over = after(again, withdrawal);
  const form = { type, people, typed: {}, messages: [] };
  const what = type === 'message' ? 'A message' : 'A question';
  return [
    ...shot(`${what} to colleagues is written`, anna.name, (reader) =>
      surveyForm(duty, form, reader),
    ),
    ...shot(`${what} comes`, bram.name, (reader) => surveyCard(asked, bram.aadObjectId, reader)),
    ...shot(`${what} was answered`, bram.name, (reader) =>
      surveyCard(read, bram.aadObjectId, reader),
    ),
    ...shot(`${what} comes again`, carla.name, (reader) =>
      surveyCard(again, carla.aadObjectId, reader),
    ),
    ...shot(`${what} is no longer needed`, carla.name, (reader) =>
      surveyCard(over, carla.aadObjectId, reader),
    ),
    ...shot(`How far ${what.toLowerCase()} is`, anna.name, (reader) =>
      surveyPage(read, defined(read.survey), reader),
    ),
    ...shot(`${what} is under way`, anna.name, (reader) =>
      dutyCard(read, { viewer: anna.aadObjectId }, reader),
    ),
    ...shot(`${what} is under way`, 'the IT channel', (reader) => channelCard(read, reader)),
  ];
}
