import type { InEachLanguage } from '../../cards/language.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** What the doctor says in each language. */
export type DoctorTexts = typeof nl;
export const doctorTexts: InEachLanguage<DoctorTexts> = { nl, en };
