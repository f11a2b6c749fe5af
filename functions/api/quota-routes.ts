import type { EnrolmentStore, QuotaStore } from '@sinau/enrolment';
import {
  type CostLine,
  changeQuota,
  chargeStates,
  createQuota,
  dayOf,
  listCharges,
  listQuotas,
  newQuotaSchema,
  type Quota,
  type QuotaId,
  QuotaNotFound,
  quotaTermsSchema,
  readBalances,
} from '@sinau/enrolment/quotas';
import type { AgencyId, ClientPrincipal, Principal } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { createOpenCourses } from '../shared/open-courses.ts';
import type { ApiDeps } from './deps.ts';
import { readQuery } from './read-query.ts';

const access = ['scope:enrolments/write'] as const;

export type QuotaRouteDeps = Pick<ApiDeps, 'clock' | 'courses'> & {
  readonly enrolments: EnrolmentStore;
  readonly quotas: QuotaStore;
};

const agencyQuery = z.strictObject({ agencyId: z.string().max(64).exactOptional() });
const costQuery = agencyQuery.extend({ year: z.coerce.number().int().min(2020).max(2100).exactOptional() });
const seatQuery = costQuery.extend({
  providerId: z.string().max(64).exactOptional(),
  courseId: z.string().max(64).exactOptional(),
  state: z.enum(chargeStates).exactOptional(),
});

/** Seats that an agency has at providers, and what they cost, for its own systems and those of the platform. */
export function addQuotaRoutes(app: HttpApp, deps: QuotaRouteDeps): void {
  const setting = { quotas: deps.quotas, courses: createOpenCourses(deps), clock: deps.clock };
  const thisYear = () => Number(dayOf(deps.clock.now()).slice(0, 4));
  app.route({ method: 'GET', path: '/api/quotas', access }, async (c) => {
    const asked = callerOf(c.get('principal'), readQuery(c.req.query(), agencyQuery));
    return c.json({ quotas: (await listQuotas(deps, asked)).quotas });
  });
  app.route({ method: 'POST', path: '/api/quotas', access }, async (c) => {
    const caller = callerOf(c.get('principal'), readQuery(c.req.query(), agencyQuery));
    const request = await readJson(c.req, newQuotaSchema);
    const quota: Quota = await createQuota(setting, { ...caller, request });
    return c.json(quota, 201);
  });
  app.route({ method: 'PUT', path: '/api/quotas/:quotaId', access }, async (c) => {
    const caller = callerOf(c.get('principal'), readQuery(c.req.query(), agencyQuery));
    const quotaId = c.req.param('quotaId') as QuotaId;
    const request = await readJson(c.req, quotaTermsSchema);
    return c.json(await changeQuota(setting, { ...caller, quotaId, request }));
  });
  app.route({ method: 'GET', path: '/api/costs', access }, async (c) => {
    const { year = thisYear(), ...agency } = readQuery(c.req.query(), costQuery);
    const caller = callerOf(c.get('principal'), agency);
    return c.json({ year, costs: await readBalances(deps, { ...caller, year }) });
  });
  app.route({ method: 'GET', path: '/api/costs/seats', access }, async (c) => {
    const { year = thisYear(), agencyId, ...filter } = readQuery(c.req.query(), seatQuery);
    const caller = callerOf(c.get('principal'), agencyId === undefined ? {} : { agencyId });
    const { charges, partial } = await listCharges(deps, { ...caller, year, ...filter });
    return c.json({ year, seats: charges.map(seatOf), partial });
  });
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
