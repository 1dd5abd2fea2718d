import type { TenantKey } from '../../duty/ids.ts';
import type { Language } from '../../../cards/language.ts';
import type { TenantEffect } from '../../duty/effects.ts';
import { isNewInstall } from '../../duty/time/instant.ts';
import type { KnownPerson, OutboxEntry } from '../../ports/store.ts';
import { commitAhead, makeDue } from '../../casework/effect-ahead.ts';
import type { Services } from '../../ports/services.ts';
import type { SeenPerson } from '../../casework/people/people.ts';
import { merged, update } from '../../casework/people/people.ts';

/**
 * A person whom the bot may write to from now on: the bot was installed, or the person wrote in a
 * personal chat, which nobody can without it. `first` for a new install and only then: one welcome and
 * one delivery of open duties each. It waits in the outbox; `begin` starts it after the welcome.
 */
export async function installPerson(
  services: Services,
  {
    tenant,
    seen,
    told,
  }: {
    readonly tenant: TenantKey;
    readonly seen: SeenPerson;
    readonly told: 'by-install' | 'by-message';
  },
): Promise<{ readonly first: boolean; readonly person: KnownPerson; readonly begin: () => void }> {
  const now = services.now();
  const isFirst = (known: KnownPerson | undefined): boolean =>
    told === 'by-install' ? isNewInstall(known, now) : known?.installed !== true;
  const bringOpen = (): TenantEffect => ({
    do: 'bring-open',
    key: `bring-open:${services.newId()}`,
    person: seen.aadObjectId,
  });
  const owner = { tenant, person: seen.aadObjectId };
  let bringing: OutboxEntry | undefined;
  const { before, after } = await update(services, {
    tenant,
    person: seen.aadObjectId,
    change: async (known) => {
      // The effect first: were the person known before it, a crash in between would lose it for good.
      if (isFirst(known)) bringing ??= await commitAhead(services, owner, bringOpen());
      return {
        ...merged(known, seen, services.language),
        installed: true,
        ...(isFirst(known) ? { installedAt: now } : {}),
      };
    },
  });
  const first = isFirst(before);
  // Another event told of the same install at the same time, and asks for an effect of its own.
  if (bringing && !first) await services.store.outbox.remove(bringing);
  const begun = first && bringing ? await makeDue(services, bringing) : [];
  return {
    first,
    person: after,
    begin: () => {
      services.delivery.soon(begun);
    },
  };
}

/** The language that a person chose; undefined when the bot does not know the person. */
export async function chooseLanguage(
  services: Services,
  { tenant, seen }: { readonly tenant: TenantKey; readonly seen: SeenPerson },
  language: Language,
): Promise<KnownPerson> {
  const { after } = await update(services, {
    tenant,
    person: seen.aadObjectId,
    change: (known) => ({
      ...merged(known, seen, language),
      installed: known?.installed ?? true,
      language,
    }),
  });
  return after;
}
