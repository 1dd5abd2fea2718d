import type { Asked, Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import type { Absent } from './absence.ts';
import { comeBack, handOverOpen } from './absence.ts';

const absent = ({ services, at, person, reader }: Asked): Absent => ({
  services,
  tenant: at.tenant,
  person,
  reader,
});

/** Being away: what is open goes to others, and everything comes back with the person. */
export const clicks: Clicks<'awayHandOver' | 'awayEnd'> = {
  awayHandOver: onClick('awayHandOver', 'in-person', (asked) => handOverOpen(absent(asked))),
  awayEnd: onClick('awayEnd', 'in-person', (asked) => comeBack(absent(asked))),
};
