import type { KeyStanding } from '@sinau/delivery/lti';
import type { PersonId } from '@sinau/kernel';
import type { SigningKeysPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'signingKeys' | 'people'>;

/** Keys that this deployment signs with, for operators. */
export function joinSigningKeys(deps: Deps): SigningKeysPorts {
  return {
    keysOf: async (role) => viewsOf(deps, await (await deps.signingKeys()).list(role)),
    rotate: async ({ personId }, role) => void (await (await deps.signingKeys()).rotate(role, personId)),
    withdraw: async ({ personId }, { role, kid, reason }) =>
      void (await (await deps.signingKeys()).withdraw(role, { kid, by: personId, reason })),
  };
}

/** Who changed a key is kept by id: names change, and people are erased. */
async function viewsOf({ people }: Deps, keys: readonly KeyStanding[]) {
  const ids = new Set(keys.flatMap(({ madeBy, withdrawn }) => [madeBy ?? [], withdrawn?.by ?? []].flat()));
  const found = ids.size > 0 ? await people.findMany([...ids] as PersonId[]) : [];
  const names = new Map<string, string>(found.map(({ personId, name }) => [personId, name]));
  const actorOf = (id: string) => {
    const name = names.get(id);
    return { id, ...(name !== undefined && { name }) };
  };
  return keys.map(({ madeBy, withdrawn, ...key }) => ({
    ...key,
    ...(madeBy !== undefined && { madeBy: actorOf(madeBy) }),
    ...(withdrawn && { withdrawn: { ...withdrawn, by: actorOf(withdrawn.by) } }),
  }));
}
