import type { AgencyId, Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createSiasnClient, productionPlaces, type SiasnRequest } from '@sinau/siasn';
import { createFakeSiasn, type Fault } from '@sinau/siasn/testing';
import { followPerson } from '../follow-person.ts';
import type { IndexKeeper, ReadingDeps } from '../indexes/ports.ts';
import type { PersonLines, SyncStore } from '../ports.ts';
import { sendDue } from '../send-due.ts';
import type { Content } from '../sync-row.ts';
import { ownDesk, type SendDeps } from '../work-desk.ts';
import { memoryReadingStore } from './memory-reading-store.ts';
import { memorySyncStore } from './memory-sync-store.ts';
import { sampleSettings } from './samples.ts';

/** What sends to one SIASN with both tokens. */
export const clientOf = ({ send }: Pick<ReturnType<typeof createFakeSiasn>, 'send'>, clock: Clock) =>
  createSiasnClient({
    ...{ send, places: productionPlaces, clock },
    consumer: { key: 'kunci', secret: 'rahasia' },
    account: { kind: 'password', clientId: 'c', username: 'petugas', password: 'sandi' },
  });

type Kept = Parameters<IndexKeeper['keep']>[1] & { readonly personId: PersonId };

/** An agency with people, their lines, and a SIASN that behaves as it is told. */
export function syncWorld(store: SyncStore = memorySyncStore()) {
  const clock = fixedClock('2026-03-10T01:00:00.000Z');
  const agencyId = 'badan' as AgencyId;
  const people = new Map<PersonId, { agencyId: AgencyId; nip?: string; lines: Map<string, Content> }>();
  const nips = new Map<string, string>();
  const indexes = new Map<string, unknown>();
  const kept: Kept[] = [];
  const faults: Fault[] = [];
  const asked: SiasnRequest[] = [];
  let chaos: ((request: SiasnRequest) => Fault | undefined) | undefined;
  const fake = createFakeSiasn({
    ...{ clock, people: nips, indexes },
    fault: (request) => {
      asked.push(request);
      if (chaos) return chaos(request);
      return request.url.endsWith('/save') ? faults.shift() : undefined;
    },
  });
  const reads: PersonId[] = [];
  const lines = {
    homeOf: async (personId: PersonId) => people.get(personId)?.agencyId,
    read: async (personId: PersonId): Promise<PersonLines | undefined> => {
      reads.push(personId);
      const found = people.get(personId);
      return found && { name: personId, ...found };
    },
    document: async () => new TextEncoder().encode('%PDF-1.7'),
  };
  const deps: SendDeps & ReadingDeps = {
    ...{ ...store, clock, ids: countedIds(), lines, readings: memoryReadingStore() },
    indexPeople: {
      async list(of, { limit, after = '' }) {
        const all = [...people].filter(([, one]) => one.agencyId === of).map(([personId]) => personId);
        const rest = all.filter((one) => one > after).toSorted();
        const page = rest.slice(0, limit);
        const next = rest.length > limit ? page.at(-1) : undefined;
        return { people: page, ...(next !== undefined && { next }) };
      },
      findMany: async (ids) =>
        ids.flatMap((personId) => {
          const found = people.get(personId);
          if (!found) return [];
          const { lines: _, ...rest } = found;
          return [{ personId, ...rest }];
        }),
    },
    indexes: { keep: async (personId, found) => void kept.push({ personId, ...found }) },
  };
  const client = () => clientOf(fake, clock);
  const principal = (agency = agencyId) =>
    ({
      ...{ kind: 'person', personId: 'agus', name: 'Agus', roles: ['agency-admin'], agencyId: agency },
    }) as unknown as PersonPrincipal;
  return {
    ...{ indexes, kept, store, clock, agencyId, people, reads, faults, asked, fake, deps, client, principal },
    run: (fault: typeof chaos) => {
      chaos = fault;
    },
    on: () => store.settings.save(sampleSettings({ agencyId })),
    join: (personId: string, nip?: string) => {
      const lineMap = new Map<string, Content>();
      people.set(personId as PersonId, { agencyId, lines: lineMap, ...(nip !== undefined && { nip }) });
      if (nip !== undefined) nips.set(nip, personId.toUpperCase().padEnd(32, '0'));
      return lineMap;
    },
    follow: (personId: string) => followPerson(deps, personId as PersonId),
    row: async (personId: string, lineId = 'l1') => {
      const found = await store.rows.find({ personId: personId as PersonId, lineId });
      if (!found) throw new Error('no row');
      return found;
    },
    rowsOf: (personId: string) => store.rows.listOf(personId as PersonId),
    send: (with_ = client()) =>
      sendDue(ownDesk(deps, { agencyId, environment: 'production' }), {
        ...{ client: with_, clock, stillTime: () => true },
      }),
    records: () => [...fake.rows.course.values(), ...fake.rows.leadership.values()],
  };
}
