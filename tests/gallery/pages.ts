import { allKinds } from '../../bot/kinds/index.ts';
import { chatPage } from './chat.ts';
import type { Page } from './shots.ts';
import { kindPage } from './shots.ts';

/** Every page of the gallery, made from the program as it is. */
export const galleryPages = async (): Promise<readonly Page[]> => [
  await chatPage(),
  ...allKinds.map(({ kind }) => kindPage(kind)),
];
