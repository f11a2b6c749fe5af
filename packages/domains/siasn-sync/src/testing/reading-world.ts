import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Fault } from '@sinau/siasn/testing';
import { ownIndexDesk } from '../indexes/own-index-desk.ts';
import { readDueIndexes } from '../indexes/read-due-indexes.ts';
import { syncWorld } from './sync-world.ts';

/** As BKN has it. */
export const sampleIndex = (more: object = {}) => ({
  ...{ kualifikasi: 15, kompetensi: 32.5, kinerja: 25, disiplin: 5, subtotal: 77.5 },
  ...{ created_at: '2026-03-01 08:15:33', ...more },
});

/** An agency that has people and SIASN switched on, and a SIASN that knows their indexes. */
export function readingWorld() {
  const world = syncWorld();
  const { clock, agencyId, deps, people, indexes } = world;
  const asked: string[] = [];
  let fault: ((nip: string) => Fault | undefined) | undefined;
  world.run(({ url }) => {
    const nip = /\/nilaiipasn\/(\d+)$/.exec(url)?.[1];
    if (nip === undefined) return undefined;
    asked.push(nip);
    return fault?.(nip);
  });
  let joined = 0;
  return {
    ...{ ...world, asked },
    run: (next: typeof fault) => {
      fault = next;
    },
    /** Somebody of the agency, and what BKN has of them, if anything. */
    join: (
      name: string,
      given: { readonly index?: unknown; readonly agency?: AgencyId; readonly bare?: true } = {},
    ) => {
      joined += 1;
      const nip = `19900517201503${1000 + joined}`;
      const personId = name as PersonId;
      const home = { agencyId: given.agency ?? agencyId, lines: new Map() };
      people.set(personId, given.bare ? home : { ...home, nip });
      if (given.index !== undefined) indexes.set(nip, given.index);
      return { personId, nip };
    },
    reading: async () => {
      const found = await deps.readings.find(agencyId);
      if (!found) throw new Error('nothing is known of it');
      return found;
    },
    read: (most = 50, environment: 'training' | 'production' = 'production') =>
      readDueIndexes(ownIndexDesk(deps, { agencyId, environment }), {
        ...{ client: world.client(), clock, stillTime: () => true, most },
      }),
  };
}
