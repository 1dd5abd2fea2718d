import type { Submitted } from '../../../cards/read-fields.ts';
import { isOverseer } from '../../casework/it-team/overseers.ts';
import type { MadeDossier } from '../../ports/dossiers.ts';
import type { Place, Sender } from '../../ports/incoming.ts';
import type { Services } from '../../ports/services.ts';
import { buttons } from '../../views/buttons.ts';

/**
 * The dossier that an offer names, for whoever may have it at this moment; undefined where the offer is of
 * another file, or for nobody like that.
 */
export async function offeredDossier(
  services: Services,
  { from, at, keys }: { readonly from: Sender; readonly at: Place; readonly keys: Submitted },
): Promise<MadeDossier | undefined> {
  const wanted = buttons.dossier.read(keys);
  if (!wanted) return undefined;
  const { aadObjectId, name } = from;
  const person = { aadObjectId, name };
  if (!(await isOverseer({ services, from, at, actor: { person, inItChannel: false } })))
    return undefined;
  const { quarter, control, words: language } = wanted;
  return services.dossiers.make(services, {
    tenant: at.tenant,
    by: person,
    wanted: { quarter, control, language },
  });
}
