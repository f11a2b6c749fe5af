import { type CourseId, listCatalogue } from '@sinau/catalogue';
import type { Registration } from '@sinau/enrolment';
import {
  changeQuota,
  createQuota,
  dayOf,
  listCharges,
  listQuotas,
  newQuotaSchema,
  type Quota,
  type QuotaId,
  QuotaNotFound,
  type QuotaStanding,
  quotaTermsSchema,
  readBalances,
} from '@sinau/enrolment/quotas';
import { organisationName } from '@sinau/identity';
import type { AgencyId, LanguageMap, PersonPrincipal, ProviderId } from '@sinau/kernel';
import type { QuotaRow, QuotasPorts, QuotasView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { enrolmentDeps } from './enrolment-deps.ts';
import { inTurns } from './in-turns.ts';
import { joinPools } from './join-pools.ts';
import { requestOfForm } from './request-of-form.ts';

/** Quotas and costs for the pages of agencies and operators; whose they are is checked by the use cases. */
export function joinQuotas(deps: PortalDeps): QuotasPorts {
  const setting = async () => ({
    quotas: await deps.quotas(),
    courses: enrolmentDeps(deps).courses,
    clock: deps.clock,
  });
  return {
    ...joinPools(deps, (principal, quota) => rowOf(deps, principal, quota)),
    agencies: async () =>
      (await deps.organisations.listAgencies()).map(({ agencyId, name }) => ({ agencyId, name })),
    viewOf: (principal, { agencyId, year }) =>
      viewOf(deps, principal, { agencyId: agencyFor(principal, agencyId), year }),
    targetsFor: (principal) => targetsFor(deps, principal),
    create: async (principal, given, order) => {
      const agencyId = agencyFor(principal, given);
      await createQuota(await setting(), {
        principal,
        agencyId,
        request: requestOfForm(newQuotaSchema, order),
      });
    },
    change: async (principal, { agencyId: given, quotaId }, terms) => {
      const agencyId = agencyFor(principal, given);
      const request = requestOfForm(quotaTermsSchema, terms);
      await changeQuota(await setting(), { principal, agencyId, quotaId: quotaId as QuotaId, request });
    },
    chargesOf: (principal, filter) => chargesOf(deps, principal, filter),
  };
}

/** An operator names an agency; everybody else has their own. */
function agencyFor(principal: PersonPrincipal, named: string | undefined): AgencyId {
  const agencyId = named === undefined ? principal.agencyId : (named as AgencyId);
  if (agencyId === undefined) throw new QuotaNotFound();
  return agencyId;
}

async function viewOf(
  deps: PortalDeps,
  principal: PersonPrincipal,
  asked: { readonly agencyId: AgencyId; readonly year: number | undefined },
): Promise<QuotasView> {
  const { agencyId, year = Number(dayOf(deps.clock.now()).slice(0, 4)) } = asked;
  const stores = { quotas: await deps.quotas() };
  const [{ quotas, changes }, balances, agency] = await Promise.all([
    listQuotas(stores, { principal, agencyId }),
    readBalances(stores, { principal, agencyId, year }),
    organisationName(deps, { kind: 'agency', agencyId }),
  ]);
  if (agency === undefined) throw new QuotaNotFound();
  const names = await namesOf(deps, [
    ...quotas.map(({ target }) => target),
    ...changes.map(({ after }) => after.target),
    ...balances,
  ]);
  const changes50 = changes.map(({ at, by, before, after }) => ({
    ...{ at, by: by.name, ...placeOf(names, after) },
    ...(before && { before: { seats: before.seats, to: before.to } }),
    after: { seats: after.seats, to: after.to },
    ...(before && JSON.stringify(before.pools) !== JSON.stringify(after.pools) && { pools: true as const }),
  }));
  return {
    ...{ agencyId, agency, year },
    quotas: quotas.map((quota) => quotaRow(principal, quota, names)),
    costs: balances.map(({ providerId, courseId, ...sums }) => ({
      ...{ providerId, courseId, ...sums },
      provider: names.provider(providerId),
      course: names.course(courseId),
    })),
    changes: changes50.map(({ course, ...change }) => ({
      ...change,
      ...(course && { course: course.title }),
    })),
  };
}

function quotaRow(principal: PersonPrincipal, standing: QuotaStanding, names: Names): QuotaRow {
  const { target, agencyId: _, updatedAt: __, setBy, pools = [], ...quota } = standing;
  return {
    ...quota,
    ...placeOf(names, { target }),
    kept: pools.reduce((sum, { seats }) => sum + seats, 0),
    changeable: setBy === 'agency' || principal.roles.includes('operator'),
  };
}

async function rowOf(deps: PortalDeps, principal: PersonPrincipal, quota: QuotaStanding): Promise<QuotaRow> {
  return quotaRow(principal, quota, await namesOf(deps, [quota.target]));
}

interface Names {
  provider(providerId: string): string;
  course(courseId: string): LanguageMap;
}

async function namesOf(
  deps: Pick<PortalDeps, 'courses' | 'organisations'>,
  places: readonly { readonly providerId: ProviderId; readonly courseId?: string }[],
): Promise<Names> {
  const providerIds = [...new Set(places.map(({ providerId }) => providerId))];
  const courseIds = [...new Set(places.flatMap(({ courseId }) => courseId ?? []))];
  const providers = new Map(
    await inTurns(providerIds, async (providerId) => {
      const name = await organisationName(deps, { kind: 'provider', providerId });
      return [providerId as string, name ?? '–'] as const;
    }),
  );
  const courses = new Map(
    await inTurns(courseIds, async (courseId) => {
      const course = await deps.courses.find(courseId as CourseId);
      return [courseId, course?.title ?? { id: '–' }] as const;
    }),
  );
  return {
    provider: (providerId) => providers.get(providerId) ?? '–',
    course: (courseId) => courses.get(courseId) ?? { id: '–' },
  };
}

function placeOf(
  names: Names,
  { target }: Pick<Quota, 'target'>,
): Pick<QuotaRow, 'providerId' | 'provider' | 'course'> {
  const { providerId } = target;
  const provider = names.provider(providerId);
  if (target.kind === 'provider') return { providerId, provider };
  const { courseId } = target;
  return { providerId, provider, course: { courseId, title: names.course(courseId) } };
}

const mostCourses = 500;

/** The first courses by title; any other can be named through the API. Providers are for operators. */
async function targetsFor(deps: PortalDeps, principal: PersonPrincipal) {
  const { courses: open } = await listCatalogue(deps, { limit: mostCourses });
  const courses = open.map(({ courseId, title }) => ({ courseId, title }));
  if (!principal.roles.includes('operator')) return { providers: [], courses };
  const providers = (await deps.organisations.listProviders()).map(({ providerId, name }) => ({
    providerId,
    name,
  }));
  return { providers, courses };
}

async function chargesOf(
  deps: PortalDeps,
  principal: PersonPrincipal,
  filter: Parameters<QuotasPorts['chargesOf']>[1],
) {
  const { year, provider, course, state } = filter;
  const { charges, partial } = await listCharges(
    { quotas: await deps.quotas() },
    {
      ...{ principal, agencyId: agencyFor(principal, undefined), year },
      ...(provider !== undefined && { providerId: provider }),
      ...(course !== undefined && { courseId: course }),
      ...(state !== undefined && { state }),
    },
  );
  const names = await namesOf(deps, charges);
  const learners = await inTurns(charges, async ({ registration }) => {
    const enrolment = await deps.enrolments.findByRegistration(registration as Registration);
    return enrolment && (await deps.people.find(enrolment.personId))?.name;
  });
  return {
    charges: charges.map(({ registration, providerId, courseId, kind, amount, payer, at }, n) => ({
      ...{ registration, state: kind, amount, payer, at },
      learner: learners[n] ?? '–',
      provider: names.provider(providerId),
      course: names.course(courseId),
    })),
    partial,
  };
}
