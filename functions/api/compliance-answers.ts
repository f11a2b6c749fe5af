import {
  ComplianceNotFound,
  type Coverage,
  type Funnel,
  funnelSteps,
  type ListPlace,
  listDuties,
  listOverdue,
  listStanding,
  readNumbers,
  type UnitDuties,
  yearStandings,
} from '@sinau/compliance';
import {
  type ClientPrincipal,
  formatJp,
  hiddenGroups,
  isSmall,
  type Jp,
  type Principal,
} from '@sinau/kernel';
import type { HttpApp } from '@sinau/platform/http';
import * as z from 'zod';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { ComplianceRouteDeps } from './compliance-routes.ts';
import { readQuery } from './read-query.ts';
import { requiredIn } from './required-in.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const year = z.coerce.number().int().min(2000).max(2100).exactOptional();
const unitId = z.string().min(1).max(64).exactOptional();
const page = { pageToken: z.string().exactOptional() };
const place = { unitId, own: z.stringbool().default(false) };
const pageSize = 100;

/** Small groups are told to nobody who may not see the people in them (case P3). */
export async function answerNumbers(c: Context, deps: ComplianceRouteDeps): Promise<Response> {
  const asked = readQuery(c.req.query(), z.strictObject({ year, unitId }));
  const client = callerOf(c.get('principal'));
  const { agencyId } = client.tenant;
  const numbers = await readNumbers(await setting(deps), { agencyId, ...asked });
  const isSeen = client.scopes.includes('people/read');
  const { unit, counting, concealed } = numbers;
  const view = (part: Coverage, hidden: boolean) =>
    hidden && !isSeen ? { people: part.people, hidden } : coverageView(part);
  // Together they are known: the only small one would be what is left of that.
  const small = hiddenGroups(
    new Map(
      numbers.obligations.map(({ obligationId, period, steps }) => [
        `${obligationId} ${period}`,
        steps.required,
      ]),
    ),
  );
  const shown = (one: Funnel, hidden: boolean) =>
    hidden && !isSeen ? { hidden: true as const } : funnelView(one);
  const unitDuties = ({ steps, hidden }: UnitDuties) =>
    hidden && !isSeen ? { hidden: true as const } : steps;
  return c.json({
    ...{ year: numbers.year, asOf: numbers.asOf, countedOn: numbers.today },
    ...(unit && { unit: { unitId: unit.unitId, name: unit.name } }),
    ...view(numbers.total, concealed),
    ...(unit && { unitDuties: unitDuties(numbers.duties) }),
    parts: numbers.parts.map(({ unitId: id, name, hidden, opens: _, ...part }) => ({
      ...(id === '' ? {} : { unitId: id, name }),
      ...view(part, hidden || concealed),
      duties: unitDuties(part.duties),
    })),
    duties: shown(numbers.funnel, numbers.funnel.hidden || isSmall(numbers.funnel.steps.required)),
    obligations: numbers.obligations.map(({ obligationId, period, ...one }) => ({
      ...{ obligationId, period },
      ...shown(one, small.has(`${obligationId} ${period}`)),
    })),
    ...(counting !== undefined && { counting }),
  });
}

const standingQuery = z.strictObject({ year, standing: z.enum(yearStandings), ...place, ...page });

export async function answerStanding(c: Context, deps: ComplianceRouteDeps): Promise<Response> {
  const { pageToken, standing, ...asked } = readQuery(c.req.query(), standingQuery);
  const { agencyId } = callerOf(c.get('principal')).tenant;
  const wanted = asked.year ?? thisYear(deps);
  const pages = pagesOf(deps, c, { standing, ...asked });
  const { records, next } = await listStanding(await setting(deps), {
    ...{ agencyId, own: asked.own, year: wanted, standings: [standing], ...pages.open(pageToken) },
    ...(asked.unitId !== undefined && { unitId: asked.unitId }),
  });
  return c.json({
    people: records.map(({ personId, unitId: unit, status, recognised, minimum, maximum }) => ({
      ...{ personId, status, recognised: hours(recognised) },
      ...(unit !== undefined && { unitId: unit }),
      ...(minimum !== undefined && { minimum: hours(minimum) }),
      ...(maximum !== undefined && { maximum: hours(maximum) }),
    })),
    ...pages.seal(next),
  });
}

const dutiesQuery = z.strictObject({
  ...{ year, step: z.enum(funnelSteps).default('required'), ...place, ...page },
  obligationId: z.string().min(1).max(64).exactOptional(),
  period: z
    .string()
    .regex(/^(20\d\d|once)$/)
    .exactOptional(),
});

export async function answerDuties(c: Context, deps: ComplianceRouteDeps): Promise<Response> {
  const { pageToken, step, obligationId, period, ...asked } = readQuery(c.req.query(), dutiesQuery);
  const { agencyId } = callerOf(c.get('principal')).tenant;
  const wanted = asked.year ?? thisYear(deps);
  const pages = pagesOf(deps, c, { step, obligationId, period, ...asked });
  const obligation = obligationId && { obligationId, period: period ?? String(wanted) };
  const { records, next } = await listDuties(await setting(deps), {
    ...{ agencyId, year: wanted, step, own: asked.own, ...pages.open(pageToken) },
    ...(obligation && { obligation }),
    ...(asked.unitId !== undefined && { unitId: asked.unitId }),
  });
  return c.json({
    duties: records.map((record) => ({
      ...{ personId: record.personId, obligationId: record.obligationId, period: record.period },
      ...requiredIn(record.courseId),
      state: record.state,
      ...(record.unitId !== undefined && { unitId: record.unitId }),
      ...(record.dueOn !== undefined && { dueOn: record.dueOn }),
    })),
    ...pages.seal(next),
  });
}

export async function answerOverdue(c: Context, deps: ComplianceRouteDeps): Promise<Response> {
  const { pageToken, ...asked } = readQuery(c.req.query(), z.strictObject({ ...place, ...page }));
  const { agencyId } = callerOf(c.get('principal')).tenant;
  const pages = pagesOf(deps, c, { overdue: true, ...asked });
  const { records, next } = await listOverdue(await setting(deps), {
    ...{ agencyId, own: asked.own, ...pages.open(pageToken) },
    ...(asked.unitId !== undefined && { unitId: asked.unitId }),
  });
  return c.json({
    people: records.map(({ personId, unitId: unit, open, dueOn }) => ({
      ...{ personId, open },
      ...(unit !== undefined && { unitId: unit }),
      ...(dueOn !== undefined && { dueOn }),
    })),
    ...pages.seal(next),
  });
}

const hours = (jp: Jp) => formatJp(jp, 'en');

const coverageView = ({ people, standings, jp, overdue }: Coverage) => ({
  ...{ people, standings, recognised: hours(jp), overdue },
});

const funnelView = ({ steps, released, overdue }: Funnel) => ({ ...steps, released, overdue });

type AgencyClient = ClientPrincipal & {
  readonly tenant: Extract<ClientPrincipal['tenant'], { readonly kind: 'agency' }>;
};

/** The agency of the client: none but its own is ever named. */
function callerOf(principal: Principal): AgencyClient {
  if (principal.kind !== 'client' || principal.tenant.kind !== 'agency')
    throw new ComplianceNotFound('agency');
  return { ...principal, tenant: principal.tenant };
}

async function setting(deps: ComplianceRouteDeps) {
  return { ...(await deps.compliance()), clock: deps.clock };
}

const westernMs = 7 * 3_600_000;
const thisYear = ({ clock }: ComplianceRouteDeps): number =>
  new Date(clock.now().getTime() + westernMs).getUTCFullYear();

const listPlace = z.object({ list: z.string(), after: z.string().exactOptional() });

/** Page tokens of one list, bound to its client. */
function pagesOf(deps: ComplianceRouteDeps, c: Context, of: object) {
  const by = callerOf(c.get('principal'));
  const pages = sealedPages(deps, { list: 'compliance', by, of, place: listPlace });
  return {
    open(token: string | undefined): { readonly limit: number; readonly place?: ListPlace } {
      const { after } = pages.open(token);
      return { limit: pageSize, ...(after && { place: after }) };
    },
    seal: (next: ListPlace | undefined) => (next ? { nextPageToken: pages.seal(next) } : {}),
  };
}
