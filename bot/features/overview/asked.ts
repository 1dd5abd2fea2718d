import type { TenantKey } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';
import type { ReaderNow } from '../../views/reader.ts';

/** Of whom the figures are, and who reads them. */
export interface Overview {
  readonly services: Services;
  readonly tenant: TenantKey;
  readonly reader: ReaderNow;
  /** Each row opens its duty: in the IT channel, whose members may see every one. */
  readonly opens?: boolean;
}
