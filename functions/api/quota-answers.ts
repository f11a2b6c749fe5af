import {
  type CostLine,
  changeQuota,
  chargeStates,
  createQuota,
  dayOf,
  listCharges,
  listQuotas,
  newQuotaSchema,
  poolsSchema,
  type QuotaId,
  QuotaNotFound,
  quotaTermsSchema,
  readBalances,
  setPools,
} from '@sinau/enrolment/quotas';
import type { AgencyId, ClientPrincipal, Principal } from '@sinau/kernel';
import { readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { createOpenCourses } from '../shared/open-courses.ts';
import { createSeatGroups } from '../shared/seat-groups.ts';
import type { QuotaContext, QuotaRouteDeps } from './quota-routes.ts';
import { readQuery } from './read-query.ts';

const agencyQuery = z.strictObject({ agencyId: z.string().max(64).exactOptional() });
const costQuery = agencyQuery.extend({ year: z.coerce.number().int().min(2020).max(2100).exactOptional() });
const seatQuery = costQuery.extend({
  providerId: z.string().max(64).exactOptional(),
  courseId: z.string().max(64).exactOptional(),
  state: z.enum(chargeStates).exactOptional(),
});

const setting = (deps: QuotaRouteDeps) => ({
  ...{ quotas: deps.quotas, courses: createOpenCourses(deps), clock: deps.clock },
});
const thisYear = ({ clock }: QuotaRouteDeps) => Number(dayOf(clock.now()).slice(0, 4));
const callerIn = (c: QuotaContext) => callerOf(c.get('principal'), readQuery(c.req.query(), agencyQuery));

export async function list(c: QuotaContext, deps: QuotaRouteDeps): Promise<Response> {
  return c.json({ quotas: (await listQuotas(deps, callerIn(c))).quotas });
}

export async function create(c: QuotaContext, deps: QuotaRouteDeps): Promise<Response> {
  const caller = callerIn(c);
  const request = await readJson(c.req, newQuotaSchema);
  return c.json(await createQuota(setting(deps), { ...caller, request }), 201);
}

export async function change(c: QuotaContext, deps: QuotaRouteDeps): Promise<Response> {
  const caller = callerIn(c);
  const quotaId = (c.req.param('quotaId') ?? '') as QuotaId;
  const request = await readJson(c.req, quotaTermsSchema);
  return c.json(await changeQuota(setting(deps), { ...caller, quotaId, request }));
}

/** For which groups the agency keeps seats. */
export async function divide(c: QuotaContext, deps: QuotaRouteDeps): Promise<Response> {
  const caller = callerIn(c);
  const quotaId = (c.req.param('quotaId') ?? '') as QuotaId;
  const request = await readJson(c.req, poolsSchema);
  const { enrolments, ids } = deps;
  const given = { ...setting(deps), enrolments, ids, groups: createSeatGroups(deps) };
  return c.json(await setPools(given, { ...caller, quotaId, request }));
}

export async function costs(c: QuotaContext, deps: QuotaRouteDeps): Promise<Response> {
  const { year = thisYear(deps), ...agency } = readQuery(c.req.query(), costQuery);
  const caller = callerOf(c.get('principal'), agency);
  return c.json({ year, costs: await readBalances(deps, { ...caller, year }) });
}

export async function seats(c: QuotaContext, deps: QuotaRouteDeps): Promise<Response> {
  const { year = thisYear(deps), agencyId, ...filter } = readQuery(c.req.query(), seatQuery);
  const caller = callerOf(c.get('principal'), agencyId === undefined ? {} : { agencyId });
  const { charges, partial } = await listCharges(deps, { ...caller, year, ...filter });
  return c.json({ year, seats: charges.map(seatOf), partial });
}

const seatOf = ({ registration, providerId, courseId, kind: state, amount, payer, at }: CostLine) => ({
  ...{ registration, providerId, courseId, state, amount, payer, at },
});

/** A system of an agency asks for its own; one of the platform names the agency. */
function callerOf(
  principal: Principal,
  { agencyId }: { readonly agencyId?: string },
): { readonly principal: ClientPrincipal; readonly agencyId: AgencyId } {
  if (principal.kind !== 'client') throw new QuotaNotFound();
  const own = principal.tenant.kind === 'agency' ? principal.tenant.agencyId : undefined;
  const asked = (agencyId as AgencyId | undefined) ?? own;
  if (asked === undefined) throw new QuotaNotFound();
  return { principal, agencyId: asked };
}
