import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { orderDossier } from './dossier/order/order.ts';

/** What an auditor takes along. */
export const clicks: Clicks<'dossier'> = {
  dossier: onClick('dossier', 'overseer', (clicked) => {
    const { quarter, control } = clicked.data;
    const wanted = { quarter, ...(control === undefined ? {} : { control }) };
    return orderDossier(clicked, wanted);
  }),
};
