import type { CourseId } from '@sinau/catalogue';
import {
  dayOf,
  listQuotas,
  type PoolGroup,
  type PoolId,
  type PoolName,
  poolsSchema,
  putOnList,
  type QuotaId,
  QuotaNotFound,
  type QuotaStanding,
  readPool,
  setPools,
  takenOfAll,
  takeOffList,
} from '@sinau/enrolment/quotas';
import { findPerson, listUnits } from '@sinau/identity';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { PoolGroupView, PoolPorts, PoolRow, PoolView, QuotaRow } from '@sinau/web';
import { createSeatGroups } from '../shared/seat-groups.ts';
import type { PortalDeps } from './deps.ts';
import { enrolmentDeps } from './enrolment-deps.ts';
import { inTurns } from './in-turns.ts';
import { poolGroupView } from './pool-views.ts';
import { requestOfForm } from './request-of-form.ts';

type RowOf = (principal: PersonPrincipal, quota: QuotaStanding) => Promise<QuotaRow>;

/** Pools of the reader's own agency; whose they are is checked by the use cases. */
export function joinPools(deps: PortalDeps, rowOf: RowOf): PoolPorts {
  const setting = async () => ({
    ...enrolmentDeps(deps),
    quotas: await deps.quotas(),
    lists: await deps.poolLists(),
    groups: createSeatGroups(deps),
  });
  const at = (principal: PersonPrincipal, place: { readonly quotaId: string; readonly poolId: string }) => ({
    ...{ principal, agencyId: ownAgency(principal) },
    ...{ quotaId: place.quotaId as QuotaId, poolId: place.poolId as PoolId },
  });
  return {
    async poolsOf(principal, quotaId) {
      const agencyId = ownAgency(principal);
      const { quotas } = await listQuotas({ quotas: await deps.quotas() }, { principal, agencyId });
      const quota = quotas.find((one) => one.quotaId === quotaId);
      if (!quota) throw new QuotaNotFound();
      const units = await listUnits(deps, { principal, agencyId });
      const pools = await poolRows(deps, agencyId, quota);
      return {
        ...{ quota: await rowOf(principal, quota), pools },
        everybody: {
          seats: pools.reduce((rest, { seats }) => rest - seats, quota.seats),
          taken: takenOfAll(quota),
        },
        units: units
          .filter(({ validTo }) => validTo === undefined)
          .map(({ unitId, name, parentId }) => ({ unitId, name, ...(parentId && { parentId }) })),
      };
    },
    async setPools(principal, quotaId, { rev, pools }) {
      const request = requestOfForm(poolsSchema, {
        rev,
        pools: pools.map(({ group, ...pool }) => ({ ...pool, group: groupOf(group) })),
      });
      const place = { principal, agencyId: ownAgency(principal), quotaId: quotaId as QuotaId };
      await setPools(await setting(), { ...place, request });
    },
    poolOf: async (principal, place, page) =>
      poolView(deps, rowOf, { setting: await setting(), at: at(principal, place), page }),
    async putOnList(principal, place, text) {
      const person = await findPerson(deps, { principal, text });
      const home = person?.home.kind === 'agency' ? person.home.agencyId : undefined;
      if (!person || home !== ownAgency(principal)) return 'unknown';
      if (person.personId === principal.personId) return 'own';
      await putOnList(await setting(), { ...at(principal, place), personId: person.personId });
      return 'listed';
    },
    async takeOffList(principal, place, personId) {
      await takeOffList(await setting(), { ...at(principal, place), personId: personId as PersonId });
    },
  };
}

type At = Parameters<typeof readPool>[1];

async function poolView(
  deps: PortalDeps,
  rowOf: RowOf,
  asked: {
    readonly setting: Parameters<typeof readPool>[0];
    readonly at: Omit<At, 'limit'> & { readonly principal: PersonPrincipal };
    readonly page: { readonly after?: string; readonly all?: boolean };
  },
): Promise<PoolView> {
  const { setting, at, page } = asked;
  const seats: Awaited<ReturnType<typeof readPool>>['seats'][number][] = [];
  let next = page.after;
  let found: Awaited<ReturnType<typeof readPool>>;
  do {
    found = await readPool(setting, { ...at, limit: 100, ...(next !== undefined && { after: next }) });
    seats.push(...found.seats);
    next = found.next;
  } while (page.all && next !== undefined);
  const { quota, listed } = found;
  const pool = (await poolRows(deps, quota.agencyId, quota)).find(({ poolId }) => poolId === at.poolId);
  if (!pool) throw new QuotaNotFound();
  return {
    ...{ quota: await rowOf(at.principal, quota), pool },
    seats: await inTurns(seats, async ({ personId, courseId, state, enrolledAt }) => ({
      ...{ person: await nameOf(deps, personId), state, at: enrolledAt },
      course: (await deps.courses.find(courseId as CourseId))?.title ?? { id: '–' },
    })),
    ...(next !== undefined && { next }),
    listed: await inTurns(listed, async ({ personId, state }) => ({
      ...{ personId, state, name: await nameOf(deps, personId) },
    })),
  };
}

function ownAgency({ agencyId }: PersonPrincipal): AgencyId {
  if (agencyId === undefined) throw new QuotaNotFound();
  return agencyId;
}

const nameOf = async ({ people }: Pick<PortalDeps, 'people'>, personId: PersonId): Promise<string> =>
  (await people.find(personId))?.name ?? '–';

function groupOf(group: PoolGroupView): PoolGroup {
  if (group.kind !== 'unit') return group;
  return { kind: 'unit', unitId: group.unitId };
}

/** How many ask to be on a list. */
async function askedOf({ poolLists }: Pick<PortalDeps, 'poolLists'>, pool: PoolName): Promise<number> {
  return (await (await poolLists()).list(pool)).filter(({ state }) => state === 'asked').length;
}

async function poolRows(
  deps: Pick<PortalDeps, 'organisations' | 'poolLists' | 'clock'>,
  agencyId: AgencyId,
  { quotaId, pools = [] }: Pick<QuotaStanding, 'quotaId' | 'pools'>,
): Promise<readonly PoolRow[]> {
  const today = dayOf(deps.clock.now());
  return Promise.all(
    pools.map(async ({ group, ...pool }) => ({
      ...{ ...pool, opened: pool.openFrom !== undefined && pool.openFrom <= today },
      asked: group.kind === 'list' ? await askedOf(deps, { agencyId, quotaId, poolId: pool.poolId }) : 0,
      group: await poolGroupView(deps, agencyId, group),
    })),
  );
}
