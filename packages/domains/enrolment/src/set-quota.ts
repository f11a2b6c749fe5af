import {
  type AgencyId,
  type ClientPrincipal,
  type Clock,
  InvalidInput,
  type PersonPrincipal,
  type ProviderId,
} from '@sinau/kernel';
import * as z from 'zod';
import { refuseOtherYears } from './budget-year.ts';
import { QuotaConflict, QuotaNotFound, QuotaOfOperators } from './errors.ts';
import type { CourseDirectory, QuotaStore } from './ports.ts';
import {
  payers,
  type Quota,
  type QuotaChange,
  type QuotaId,
  type QuotaStanding,
  quotaIdOf,
  quotaOf,
} from './quota.ts';
import { lineOfText } from './text.ts';

const id = z.string().regex(/^[\w-]{1,64}$/);
const terms = {
  /** ISO date, included. */
  to: z.iso.date(),
  seats: z.int().min(0).max(1_000_000),
  /** Whole rupiah; absent: what the course costs. */
  price: z.int().min(0).max(1_000_000_000).exactOptional(),
  payer: z.enum(payers),
  whenFull: z.enum(['wait', 'refuse']),
  contract: lineOfText(0, 100).exactOptional(),
  /** Days after which a seat goes back that nobody has begun with; absent: never. */
  releaseAfterDays: z.int().min(7).max(365).exactOptional(),
  /** Days for which whoever lost a seat by that waits behind everybody else; absent: they do not. */
  noShowDays: z.int().min(1).max(365).exactOptional(),
};

export const newQuotaSchema = z.strictObject({
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('provider'), providerId: id }),
    z.strictObject({ kind: z.literal('course'), courseId: id }),
  ]),
  from: z.iso.date(),
  ...terms,
});
export type NewQuota = z.infer<typeof newQuotaSchema>;

export const quotaTermsSchema = z.strictObject({ rev: z.int().positive(), ...terms });
export type QuotaTerms = z.infer<typeof quotaTermsSchema>;

/** Whoever sets quotas: operators those of every agency, administrators and machines of an agency its own. */
export type QuotaSetter = PersonPrincipal | ClientPrincipal;

export interface SetQuotaDeps {
  readonly quotas: QuotaStore;
  readonly courses: CourseDirectory;
  readonly clock: Clock;
}

/**
 * Gives an agency seats at a provider, or in one course, for a period. Two periods of one target do not overlap, so that a
 * seat counts in one of them. An agency limits its courses; what it may take of a provider is the contract's, so operators'.
 */
export async function createQuota(
  deps: SetQuotaDeps,
  input: { readonly principal: QuotaSetter; readonly agencyId: AgencyId; readonly request: NewQuota },
): Promise<Quota> {
  const { principal, agencyId, request } = input;
  const setBy = officeFor(principal, agencyId);
  if (request.target.kind === 'provider' && setBy === 'agency') throw new QuotaOfOperators();
  refuseTermsOfAgency(setBy, request);
  refuseNoShowAlone(request);
  const target = await targetOf(deps, request.target);
  checkPeriod(request.from, request.to);
  const { target: _, ...rest } = request;
  const quotaId = quotaIdOf(target, request.from);
  await refuseOverlap(deps, { agencyId, quotaId, from: request.from, to: request.to });
  const updatedAt = deps.clock.now().toISOString();
  const after: Quota = { quotaId, agencyId, target, ...rest, setBy, updatedAt, rev: 1 };
  await save(deps, principal, { after });
  return after;
}

/** Changes terms; lowering the seats takes none away from those who have one. */
export async function changeQuota(
  deps: SetQuotaDeps,
  input: {
    readonly principal: QuotaSetter;
    readonly agencyId: AgencyId;
    readonly quotaId: QuotaId;
    readonly request: QuotaTerms;
  },
): Promise<Quota> {
  const { principal, agencyId, quotaId } = input;
  const office = officeFor(principal, agencyId);
  const found = await deps.quotas.find(agencyId, quotaId);
  if (!found) throw new QuotaNotFound();
  const before = quotaOf(found);
  if (office === 'agency' && before.setBy === 'operator') throw new QuotaOfOperators();
  const { rev, ...request } = input.request;
  refuseTermsOfAgency(office, request);
  refuseNoShowAlone(request);
  if (rev !== before.rev)
    throw new QuotaConflict('This quota has just been changed. Please look at it again.');
  checkPeriod(before.from, request.to);
  refuseFewerThanKept(before, request.seats);
  if (before.budgetLine) refuseOtherYears({ from: before.from, to: request.to }, before.budgetLine);
  await refuseOverlap(deps, { agencyId, quotaId, from: before.from, to: request.to });
  const { price: _, contract: __, releaseAfterDays: ___, noShowDays: ____, ...kept } = before;
  const updatedAt = deps.clock.now().toISOString();
  const after: Quota = { ...kept, ...request, updatedAt, rev: rev + 1 };
  await save(deps, principal, { before, after });
  return after;
}

/** Those of one agency, with the newest changes. */
export async function listQuotas(
  deps: { readonly quotas: Pick<QuotaStore, 'list' | 'listChanges'> },
  input: { readonly principal: QuotaSetter; readonly agencyId: AgencyId },
): Promise<{ readonly quotas: readonly QuotaStanding[]; readonly changes: readonly QuotaChange[] }> {
  officeFor(input.principal, input.agencyId);
  const [quotas, changes] = await Promise.all([
    deps.quotas.list(input.agencyId),
    deps.quotas.listChanges(input.agencyId, 50),
  ]);
  return { quotas, changes };
}

/** Anybody else's agency is answered like one that is absent. */
export function officeFor(principal: QuotaSetter, agencyId: AgencyId): Quota['setBy'] {
  if (principal.kind === 'client') {
    const { tenant } = principal;
    if (tenant.kind === 'platform') return 'operator';
    if (tenant.kind === 'agency' && tenant.agencyId === agencyId) return 'agency';
    throw new QuotaNotFound();
  }
  if (principal.roles.includes('operator')) return 'operator';
  if (principal.agencyId === agencyId && principal.roles.includes('agency-admin')) return 'agency';
  throw new QuotaNotFound();
}

async function targetOf(deps: SetQuotaDeps, target: NewQuota['target']): Promise<Quota['target']> {
  if (target.kind === 'provider') return { kind: 'provider', providerId: target.providerId as ProviderId };
  const { courseId } = target;
  const providerId = (await deps.courses.openVersion(courseId))?.providerId;
  if (providerId !== undefined) return { kind: 'course', providerId, courseId };
  throw new InvalidInput('There is no such open course.', {
    issues: [{ path: '/target/courseId', message: 'is no course that is open' }],
  });
}

/** What a seat costs and who pays is agreed with the provider; an agency limits its people and no bill. */
function refuseTermsOfAgency(office: Quota['setBy'], { price, payer }: Pick<Quota, 'price' | 'payer'>): void {
  if (office === 'operator' || (price === undefined && payer === 'agency')) return;
  throw new InvalidInput('Price and payer are set by operators.', {
    issues: [
      price === undefined
        ? { path: '/payer', message: 'must be agency' }
        : { path: '/price', message: 'must be left out' },
    ],
  });
}

/** Nobody loses a seat where none goes back. */
function refuseNoShowAlone({
  noShowDays,
  releaseAfterDays,
}: Pick<Quota, 'noShowDays' | 'releaseAfterDays'>): void {
  if (noShowDays === undefined || releaseAfterDays !== undefined) return;
  throw new InvalidInput('Seats of this quota do not go back, so nobody waits behind others for it.', {
    issues: [{ path: '/noShowDays', message: 'needs releaseAfterDays' }],
  });
}

function checkPeriod(from: string, to: string): void {
  if (from <= to) return;
  throw new InvalidInput('The period ends before it begins.', {
    issues: [{ path: '/to', message: 'is before the first day' }],
  });
}

/** Seats that are kept for groups are given up there first. */
function refuseFewerThanKept({ pools = [] }: Quota, seats: number): void {
  const kept = pools.reduce((sum, pool) => sum + pool.seats, 0);
  if (seats >= kept) return;
  throw new InvalidInput(`${kept} seats of this quota are kept for groups. Lower these first.`, {
    issues: [{ path: '/seats', message: `must be at least ${kept}` }],
  });
}

async function refuseOverlap(
  { quotas }: SetQuotaDeps,
  one: Pick<Quota, 'agencyId' | 'quotaId' | 'from' | 'to'>,
): Promise<void> {
  const target = one.quotaId.slice(0, -'yyyy-mm-dd'.length);
  const others = (await quotas.list(one.agencyId)).filter(
    ({ quotaId, from, to }) =>
      quotaId !== one.quotaId && quotaId.startsWith(target) && from <= one.to && one.from <= to,
  );
  if (others.length > 0) throw new QuotaConflict('There is a quota for some of these days.');
}

/** Who changed it, for the line of the change. */
export const setterOf = (principal: QuotaSetter, office: Quota['setBy']): QuotaChange['by'] =>
  principal.kind === 'client'
    ? { id: principal.clientId, name: principal.name, as: 'client' }
    : { id: principal.personId, name: principal.name, as: office };

async function save(
  deps: SetQuotaDeps,
  principal: QuotaSetter,
  change: { readonly before?: Quota; readonly after: Quota },
): Promise<void> {
  const { after } = change;
  const by = setterOf(principal, after.setBy);
  const outcome = await deps.quotas.save({ quotaId: after.quotaId, at: after.updatedAt, by, ...change });
  if (outcome !== 'saved')
    throw new QuotaConflict('Somebody else has just set this quota. Please look again.');
}
