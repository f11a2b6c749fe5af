import {
  type AgencyNumbers,
  type ListPlace,
  listDuties,
  listOverdue,
  listStanding,
  readNumbers,
  yearStandings,
} from '@sinau/compliance';
import { listQuotas, readBalances } from '@sinau/enrolment/quotas';
import { organisationName } from '@sinau/identity';
import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import type { CompliancePorts, FunnelView, NumbersView } from '@sinau/web';
import * as z from 'zod';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { ownTenant } from './own-tenant.ts';

type Deps = Pick<PortalDeps, 'compliance' | 'organisations' | 'quotas' | 'clock' | 'signer'>;

type DutyWish = Parameters<CompliancePorts['dutiesOf']>[1];

const pageSize = 50;

/** Numbers of the reader's own agency, and the lists behind them. */
export function joinCompliance(deps: Deps): CompliancePorts {
  return {
    numbersOf: (principal, wish) => numbersOf(deps, principal, wish),
    standingOf: async (principal, wish, token) => {
      const { standing, own } = wish;
      const numbers = await numbersIn(deps, principal, wish);
      const { year } = numbers;
      const { agencyId } = ownTenant(principal);
      const pages = pagesOf(deps, `standing ${year} ${standing} ${wish.unitId} ${own}`, principal);
      const { records, next } = await listStanding(await setting(deps), {
        ...{ agencyId, year, own, ...pages.open(token) },
        standings: standing === 'all' ? yearStandings : [standing],
        ...(wish.unitId !== undefined && { unitId: wish.unitId }),
      });
      const unitNames = await unitNamesOf(deps, agencyId);
      const part = own ? numbers.parts.find(({ unitId }) => unitId === '') : numbers.total;
      return {
        ...frameOf(numbers),
        count: (standing === 'all' ? part?.people : part?.standings[standing]) ?? 0,
        rows: records.map(({ personId, name, unitId, status, recognised, minimum, maximum }) => ({
          ...{ personId, name, status, recognised, ...named(unitNames, unitId) },
          ...(minimum !== undefined && { minimum }),
          ...(maximum !== undefined && { maximum }),
        })),
        ...pages.seal(next),
      };
    },
    dutiesOf: (principal, wish, token) => dutiesOf(deps, principal, { wish, token }),
    overdueOf: async (principal, { unitId, own }, token) => {
      const numbers = await numbersIn(deps, principal, { year: undefined, unitId });
      const { agencyId } = ownTenant(principal);
      const pages = pagesOf(deps, `overdue ${unitId} ${own}`, principal);
      const { records, next } = await listOverdue(await setting(deps), {
        ...{ agencyId, own, ...pages.open(token), ...(unitId !== undefined && { unitId }) },
      });
      const unitNames = await unitNamesOf(deps, agencyId);
      const part = own ? numbers.parts.find((one) => one.unitId === '') : numbers.total;
      return {
        ...frameOf(numbers),
        count: part?.overdue ?? 0,
        rows: records.map(({ personId, name, unitId: unit, open, dueOn }) => ({
          ...{ personId, name, open, ...named(unitNames, unit) },
          ...(dueOn !== undefined && { dueOn }),
        })),
        ...pages.seal(next),
      };
    },
  };
}

async function dutiesOf(
  deps: Deps,
  principal: PersonPrincipal,
  asked: { readonly wish: DutyWish; readonly token: string | undefined },
): ReturnType<CompliancePorts['dutiesOf']> {
  const { wish, token } = asked;
  const { step, obligation, unitId, own } = wish;
  const numbers = await numbersIn(deps, principal, { year: wish.year, unitId });
  const { year } = numbers;
  const { agencyId } = ownTenant(principal);
  const pages = pagesOf(
    deps,
    `duties ${year} ${step} ${unitId} ${own} ${JSON.stringify(obligation)}`,
    principal,
  );
  const { records, next } = await listDuties(await setting(deps), {
    ...{ agencyId, year, step, own, ...pages.open(token), ...(obligation && { obligation }) },
    ...(unitId !== undefined && { unitId }),
  });
  const [unitNames, titles] = await Promise.all([
    unitNamesOf(deps, agencyId),
    (await deps.compliance()).obligationNames(agencyId),
  ]);
  const one = obligation && numbers.obligations.find((each) => isSame(each, obligation));
  const title = obligation && titles.get(obligation.obligationId);
  return {
    ...frameOf(numbers),
    count: (obligation ? one : countedDuties(numbers, wish))?.steps[step] ?? 0,
    ...(title !== undefined && { obligation: title }),
    rows: records.flatMap(({ personId, name, unitId, obligationId, period, state, dueOn }) =>
      state === 'released'
        ? []
        : [
            {
              ...{ personId, name, period, state, ...named(unitNames, unitId) },
              title: titles.get(obligationId) ?? '–',
              ...(dueOn !== undefined && { dueOn }),
            },
          ],
    ),
    ...pages.seal(next),
  };
}

/** Of the agency, of a unit with those below it, or of those right in it. */
function countedDuties(numbers: AgencyNumbers, { unitId, own }: DutyWish) {
  if (own) return numbers.parts.find((part) => part.unitId === '')?.duties;
  return unitId === undefined ? numbers.funnel : numbers.duties;
}

interface ObligationPlace {
  readonly obligationId: string;
  readonly period: string;
}
const isSame = (a: ObligationPlace, b: ObligationPlace) =>
  a.obligationId === b.obligationId && a.period === b.period;

async function numbersOf(
  deps: Deps,
  principal: PersonPrincipal,
  wish: { readonly year: number | undefined; readonly unitId: string | undefined },
): Promise<NumbersView> {
  const tenant = ownTenant(principal);
  const numbers = await numbersIn(deps, principal, wish);
  const [agency, whole] = await Promise.all([
    organisationName(deps, tenant),
    wish.unitId === undefined ? wholeOf(deps, principal, numbers) : undefined,
  ]);
  const { year, asOf, unit, path, total, parts, duties, counting } = numbers;
  const now = Number(numbers.today.slice(0, 4));
  return {
    ...{ agency: agency ?? '', year, asOf, total, parts, duties, path: path.map(placeOf) },
    years: [now, now - 1, now - 2],
    ...(unit && { unit: placeOf(unit) }),
    ...(whole && { whole }),
    ...(counting !== undefined && { counting }),
  };
}

/** What is said of the whole agency alone: its duties, and what its seats cost. */
async function wholeOf(
  deps: Deps,
  principal: PersonPrincipal,
  { year, today, total, funnel, obligations }: AgencyNumbers,
): Promise<NonNullable<NumbersView['whole']>> {
  const { agencyId } = ownTenant(principal);
  const stores = { quotas: await deps.quotas() };
  const [balances, { quotas }, titles] = await Promise.all([
    readBalances(stores, { principal, agencyId, year }),
    listQuotas(stores, { principal, agencyId }),
    (await deps.compliance()).obligationNames(agencyId),
  ]);
  const sum = (state: 'reserved' | 'committed' | 'spent') =>
    balances.reduce((all, one) => all + (one.payer === 'agency' ? one[state] : 0), 0);
  const running = quotas.filter(({ from, to }) => from <= today && today <= to);
  const add = (read: (quota: (typeof quotas)[number]) => number) =>
    running.reduce((all, quota) => all + read(quota), 0);
  const cost = { reserved: sum('reserved'), committed: sum('committed'), spent: sum('spent') };
  return {
    funnel: funnelView(funnel),
    obligations: obligations
      .map(({ obligationId, period, ...one }) => ({
        ...{ obligationId, period, ...funnelView(one) },
        title: titles.get(obligationId) ?? '–',
      }))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'id') || a.period.localeCompare(b.period)),
    cost,
    // JP are hundredths.
    ...(total.jp > 0 && { costPerJp: cost.spent / (total.jp / 100) }),
    seats: {
      used: add(({ used }) => used),
      seats: add(({ seats }) => seats),
      waiting: add(({ waiting }) => waiting),
    },
  };
}

const funnelView = ({ steps, overdue }: FunnelView): FunnelView => ({ steps, overdue });

const placeOf = ({ unitId, name }: { readonly unitId: string; readonly name: string }) => ({ unitId, name });

const frameOf = ({ year, asOf, unit }: AgencyNumbers) => ({
  year,
  asOf,
  ...(unit && { unit: placeOf(unit) }),
});

async function setting(deps: Deps) {
  return { ...(await deps.compliance()), clock: deps.clock };
}

async function numbersIn(
  deps: Deps,
  principal: PersonPrincipal,
  wish: { readonly year: number | undefined; readonly unitId: string | undefined },
): Promise<AgencyNumbers> {
  const { agencyId } = ownTenant(principal);
  return readNumbers(await setting(deps), {
    agencyId,
    ...(wish.year !== undefined && { year: wish.year }),
    ...(wish.unitId !== undefined && { unitId: wish.unitId }),
  });
}

async function unitNamesOf(deps: Deps, agencyId: AgencyId): Promise<ReadonlyMap<string, string>> {
  const units = await (await deps.compliance()).units.unitsOf(agencyId);
  return new Map(units.map(({ unitId, name }) => [unitId, name]));
}

const named = (names: ReadonlyMap<string, string>, unitId: string | undefined) => {
  const unit = unitId === undefined ? undefined : names.get(unitId);
  return unit === undefined ? {} : { unit };
};

const place = z.object({ list: z.string(), after: z.string().exactOptional() });

/** Page links of one list, for one reader. */
function pagesOf(deps: Deps, of: string, by: PersonPrincipal) {
  const pages = sealedPages(deps, { list: 'compliance', by, of, place });
  return {
    open(token: string | undefined): { readonly limit: number; readonly place?: ListPlace } {
      const { after } = pages.open(token);
      return { limit: pageSize, ...(after && { place: after }) };
    },
    seal: (next: ListPlace | undefined) => (next ? { nextPageToken: pages.seal(next) } : {}),
  };
}
