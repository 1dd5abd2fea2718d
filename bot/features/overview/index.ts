import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { showCoverage } from './coverage/coverage.ts';
import { overview, overviewRest } from './lists.ts';
import { below } from '../../casework/people/below.ts';

/** What is open, late and wrong, and the map of the quarters. */
export const clicks: Clicks<'overview' | 'overviewRest' | 'coverage'> = {
  overview: onClick('overview', 'overseer', async (asked) =>
    below(
      asked,
      await overview({ services: asked.services, tenant: asked.at.tenant, reader: asked.reader }),
    ),
  ),
  overviewRest: onClick('overviewRest', 'overseer', ({ services, at, data, reader }) =>
    overviewRest({ services, tenant: at.tenant, reader }, data.from),
  ),
  coverage: onClick('coverage', 'overseer', ({ services, at, data, reader }) =>
    showCoverage({ services, tenant: at.tenant, reader }, data.quarter),
  ),
};
