import { allKinds } from '../../../kinds/index.ts';

/** The controls of which there can be a dossier, in the order of the standard. */
export const dossierControls: readonly string[] = [
  ...new Set(allKinds.map(({ control }) => control)),
].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
