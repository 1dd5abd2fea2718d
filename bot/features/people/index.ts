import { below } from '../../casework/people/below.ts';
import type { Clicks } from '../../casework/clicks.ts';
import { onClick, onDutyClick } from '../../casework/clicks.ts';
import { showOwnCard } from '../../casework/card-for.ts';
import { bring } from './bring.ts';
import { answerLeavers } from './leavers.ts';
import { myDuties } from './my-duties.ts';

/** What waits for one person, and for those who left. */
export const clicks: Clicks<'myDuties' | 'bring' | 'leavers'> = {
  leavers: onClick('leavers', 'it-team', answerLeavers),
  myDuties: onClick('myDuties', 'everybody', async (asked) => {
    const { services, at, person, reader, data } = asked;
    const list = await myDuties(
      { services, tenant: at.tenant, person: person.aadObjectId, reader },
      data.cursor,
    );
    if (data.cursor !== undefined) return list;
    const kept =
      data.duty && (await showOwnCard(services, { tenant: at.tenant, id: data.duty }, asked));
    return below(asked, list, kept);
  }),
  bring: onDutyClick('bring', 'asked', bring),
};
