import type { Clicks } from '../../casework/clicks.ts';
import { onDutyClick } from '../../casework/clicks.ts';
import { answerSurvey, remindSurvey, showSurvey, startSurvey } from './survey.ts';

/** A message or a question to many people, and what they tap. */
export const clicks: Clicks<'survey' | 'surveyStart' | 'surveyRemind' | 'surveyAnswer'> = {
  survey: onDutyClick('survey', 'asked-in-person', showSurvey),
  surveyStart: onDutyClick('surveyStart', 'asked-in-person', startSurvey),
  surveyRemind: onDutyClick('surveyRemind', 'asked-in-person', remindSurvey),
  surveyAnswer: onDutyClick('surveyAnswer', 'surveyed', answerSurvey),
};
