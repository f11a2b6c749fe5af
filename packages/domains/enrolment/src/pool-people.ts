import { type AgencyId, addDays, type Clock, InvalidInput, type PersonId } from '@sinau/kernel';
import type { Enrolment } from './enrolment.ts';
import { OwnRequest, QuotaNotFound } from './errors.ts';
import type { PoolId } from './pool.ts';
import type { Listed, PoolLists, PoolName } from './pool-list.ts';
import type { CourseDirectory, EnrolmentStore, LearnerDirectory, QuotaStore } from './ports.ts';
import { promoteQuota } from './promote-waiting.ts';
import type { QuotaId, QuotaStanding } from './quota.ts';
import { officeFor, type QuotaSetter } from './set-quota.ts';

/** Days after its quota for which a list is kept, should the quota be prolonged. */
const keptDays = 90;

interface Asked {
  readonly principal: QuotaSetter;
  readonly agencyId: AgencyId;
  readonly quotaId: QuotaId;
  readonly poolId: PoolId;
}

interface ListDeps {
  readonly quotas: Pick<QuotaStore, 'find'>;
  readonly lists: PoolLists;
  readonly learners: Pick<LearnerDirectory, 'placeOf'>;
  readonly enrolments: EnrolmentStore;
  readonly courses: CourseDirectory;
  readonly clock: Clock;
}

/** A quota and a pool of it, for the agency itself. */
async function poolAt({ quotas }: Pick<ListDeps, 'quotas'>, asked: Asked) {
  const { principal, agencyId, quotaId, poolId } = asked;
  if (officeFor(principal, agencyId) !== 'agency') throw new QuotaNotFound();
  const quota = await quotas.find(agencyId, quotaId);
  const pool = quota?.pools?.find((one) => one.poolId === poolId);
  if (!quota || !pool) throw new QuotaNotFound();
  return { quota, pool, name: { agencyId, quotaId, poolId } };
}

/** Who has a seat of a pool, the oldest first, and who is on its list. */
export async function readPool(
  deps: {
    readonly quotas: Pick<QuotaStore, 'find' | 'listPoolSeats'>;
    readonly lists: Pick<PoolLists, 'list'>;
  },
  input: Asked & { readonly limit: number; readonly after?: string },
): Promise<{
  readonly quota: QuotaStanding;
  readonly seats: readonly Enrolment[];
  readonly next?: string;
  readonly listed: readonly Listed[];
}> {
  const { quotas, lists } = deps;
  const { quota, pool, name } = await poolAt(deps, input);
  const { limit, after } = input;
  const [page, listed] = await Promise.all([
    quotas.listPoolSeats(name, { limit, ...(after !== undefined && { after }) }),
    pool.group.kind === 'list' ? lists.list(name) : [],
  ]);
  return { quota, seats: page.enrolments, listed, ...(page.next !== undefined && { next: page.next }) };
}

/**
 * Puts one of the agency's people on the list of a pool, also whoever has asked for it; if they wait, they are asked anew. Without a reason: none is asked
 * for and none is kept. Throws `OwnRequest` about oneself (case C7).
 */
export async function putOnList(
  deps: ListDeps,
  input: Asked & { readonly personId: PersonId },
): Promise<'added' | 'known'> {
  const { quota, pool, name } = await poolAt(deps, input);
  const { personId, agencyId } = input;
  if (pool.group.kind !== 'list') throw new QuotaNotFound();
  if (input.principal.kind === 'person' && input.principal.personId === personId)
    throw new OwnRequest('Another administrator has to do this: nobody keeps a seat for themselves.');
  if ((await deps.learners.placeOf(personId))?.agencyId !== agencyId) {
    throw new InvalidInput('There is no such person in the agency.', {
      issues: [{ path: '/person', message: 'is not one of the agency' }],
    });
  }
  const outcome = await deps.lists.add(listedAs(deps, { quota, name, personId, state: 'listed' }));
  await promoteQuota(deps, { ...name, everybody: true });
  return outcome;
}

/** Takes somebody off, or answers no to whoever has asked. A seat that they have stays theirs. */
export async function takeOffList(
  deps: ListDeps,
  input: Asked & { readonly personId: PersonId },
): Promise<void> {
  const { name } = await poolAt(deps, input);
  await deps.lists.remove({ ...name, personId: input.personId });
  await promoteQuota(deps, { ...name, everybody: true });
}

/** The person asks to be put on a list of a quota of their agency. */
export async function askForList(
  deps: Pick<ListDeps, 'quotas' | 'lists' | 'clock'>,
  input: PoolName & { readonly personId: PersonId; readonly home: AgencyId | undefined },
): Promise<'added' | 'known'> {
  const { agencyId, quotaId, poolId, personId, home } = input;
  const quota = home === agencyId ? await deps.quotas.find(agencyId, quotaId) : undefined;
  const pool = quota?.pools?.find((one) => one.poolId === poolId);
  if (!quota || pool?.group.kind !== 'list') throw new QuotaNotFound();
  const name = { agencyId, quotaId, poolId };
  return deps.lists.add(listedAs(deps, { quota, name, personId, state: 'asked' }));
}

function listedAs(
  { clock }: Pick<ListDeps, 'clock'>,
  given: {
    readonly quota: QuotaStanding;
    readonly name: PoolName;
    readonly personId: PersonId;
    readonly state: Listed['state'];
  },
): Listed {
  const { quota, name, personId, state } = given;
  const at = clock.now().toISOString();
  return { ...name, personId, state, at, goneFrom: addDays(quota.to, keptDays) };
}
