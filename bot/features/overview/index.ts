import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { showCoverage } from './coverage/coverage.ts';
import { risksFrom } from './risks/risks.ts';
import { opensFor } from './asked.ts';
import { look } from './look.ts';
import { overview, overviewRest } from './lists.ts';
import { below } from '../../casework/people/below.ts';

/** What is open, late and wrong, and the map of the quarters. */
export const clicks: Clicks<'overview' | 'overviewRest' | 'coverage' | 'risks' | 'look'> = {
  overview: onClick('overview', 'overseer', async (asked) => {
    const { services, at, reader, actor } = asked;
    const about = { services, tenant: at.tenant, reader, opens: opensFor(asked) };
    const response = below(asked, await overview(about));
    const keeps = { type: 'shared', card: 'overview' } as const;
    return actor.inItChannel
      ? { ...response, messages: response.messages.map((one) => ({ ...one, keeps })) }
      : response;
  }),
  overviewRest: onClick('overviewRest', 'overseer', ({ services, at, data, reader, actor }) =>
    overviewRest({ services, tenant: at.tenant, reader, opens: opensFor({ actor }) }, data.from),
  ),
  risks: onClick('risks', 'overseer', ({ services, at, data, reader, actor }) =>
    risksFrom({ services, tenant: at.tenant, reader, opens: opensFor({ actor }) }, data.from),
  ),
  look: onClick('look', 'overseer', look),
  coverage: onClick('coverage', 'overseer', ({ services, at, data, reader, actor }) =>
    showCoverage({ services, tenant: at.tenant, reader, opens: opensFor({ actor }) }, data.quarter),
  ),
};
