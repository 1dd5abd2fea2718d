import type { Asked } from '../../casework/clicks.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';
import type { ReaderNow } from '../../views/reader.ts';

/** How a row opens its duty: in the IT channel as its members do, elsewhere as somebody who looks. */
export type Opens = 'show' | 'look';

export const opensFor = ({ actor }: Pick<Asked, 'actor'>): Opens =>
  actor.inItChannel ? 'show' : 'look';

/** Of whom the figures are, and who reads them. */
export interface Overview {
  readonly services: Services;
  readonly tenant: TenantKey;
  readonly reader: ReaderNow;
  readonly opens: Opens;
}
