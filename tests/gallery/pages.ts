import { allKinds } from '../../bot/kinds/index.ts';
import { chatPage } from './chat.ts';
import { sampleInEnglish } from './more/in-english.ts';
import { itTeamPage } from './more/it-team.ts';
import { listsPage } from './more/lists.ts';
import { newsPage } from './more/news.ts';
import { surveysPage } from './more/surveys.ts';
import type { Page } from './shots.ts';
import { kindPage } from './shots.ts';

/** Every page of the gallery, made from the program as it is. */
export const galleryPages = async (): Promise<readonly Page[]> =>
  [
    await chatPage(),
    await itTeamPage(),
    newsPage(),
    listsPage(),
    surveysPage(),
    ...allKinds.map(({ kind }) => kindPage(kind)),
  ].map(({ name, shots }) => ({
    name,
    shots: shots.map((shot) => {
      const { nl, en } = shot.cards;
      return { ...shot, cards: { nl, en: sampleInEnglish(en) } };
    }),
  }));
