import type { TenantKey } from '../../duty/ids.ts';
import type { HeadingMap } from '../../files/headings.ts';

/** What a person said of the headings of one system's lists. */
export interface SystemHeadings {
  readonly system: string;
  readonly map: HeadingMap;
}

/** What was said of headings, so that it is asked once for a system. */
export interface KnownHeadings {
  readonly all: (tenant: TenantKey) => Promise<readonly SystemHeadings[]>;
  /** What was said of this system before is gone then. */
  readonly remember: (tenant: TenantKey, said: SystemHeadings) => Promise<void>;
}
