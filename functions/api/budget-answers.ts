import {
  type Booking,
  type BookingState,
  type BudgetEntry,
  type BudgetLine,
  type BudgetLineId,
  BudgetNotFound,
  bookingStates,
  budgetYearOf,
  type Indicator,
  listBookings,
  listCourseCosts,
  listEntries,
  listLines,
  listUnitCosts,
  readIndicators,
  readLine,
  type UnitCost,
} from '@sinau/budget';
import { type ClientPrincipal, localDateOf } from '@sinau/kernel';
import * as z from 'zod';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { BudgetContext, BudgetRouteDeps } from './budget-routes.ts';
import { readQuery } from './read-query.ts';

const pageSize = 100;
const yearQuery = z.strictObject({ year: z.coerce.number().int().min(2020).max(2100).exactOptional() });
const pageToken = z.string().max(2_000).exactOptional();

/** An agency's own system: none but its own lines are ever named. */
export function clientOf(c: BudgetContext): ClientPrincipal {
  const principal = c.get('principal');
  if (principal.kind !== 'client' || principal.tenant.kind !== 'agency') throw new BudgetNotFound();
  return principal;
}

export const lineIn = (c: BudgetContext) => (c.req.param('lineId') ?? '') as BudgetLineId;

const yearIn = (c: BudgetContext, deps: BudgetRouteDeps): number =>
  readQuery(c.req.query(), yearQuery).year ?? budgetYearOf(deps.clock);

export async function lines(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const year = yearIn(c, deps);
  const found = await listLines(await deps.budget(), { principal: clientOf(c), year });
  return c.json({ year, lines: found.map(lineView) });
}

export async function oneLine(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const where = { principal: clientOf(c), lineId: lineIn(c) };
  return c.json(lineView(await readLine(await deps.budget(), where)));
}

const bookingQuery = z.strictObject({
  state: z.enum(bookingStates as readonly [BookingState, ...BookingState[]]).default('reserved'),
  pageToken,
});

export async function bookings(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const { state, pageToken: token } = readQuery(c.req.query(), bookingQuery);
  const pages = pagesOf(c, deps, state);
  const where = { principal: clientOf(c), lineId: lineIn(c), state, page: pages.open(token) };
  const found = await listBookings(await deps.budget(), where);
  return c.json({ bookings: found.bookings.map(bookingView), ...pages.seal(found.next) });
}

export async function entries(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const { pageToken: token } = readQuery(c.req.query(), z.strictObject({ pageToken }));
  const pages = pagesOf(c, deps, 'entries');
  const where = { principal: clientOf(c), lineId: lineIn(c), page: pages.open(token) };
  const found = await listEntries(await deps.budget(), where);
  return c.json({ entries: found.entries.map(entryView), ...pages.seal(found.next) });
}

export async function courseCosts(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const year = yearIn(c, deps);
  const found = await listCourseCosts(await deps.budget(), { principal: clientOf(c), year });
  return c.json({ year, courses: found.map(({ jp, ...cost }) => ({ ...cost, jp: jp / 100 })) });
}

export async function unitCosts(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const day = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const { current, all } = await listUnitCosts(await deps.budget(), { principal: clientOf(c), day });
  const others = all.filter((one) => !current.includes(one));
  return c.json({ asOf: day, current: current.map(costView), others: others.map(costView) });
}

export async function indicators(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const year = yearIn(c, deps);
  const given = { ...(await deps.budget()), clock: deps.clock };
  const found = await readIndicators(given, { principal: clientOf(c), year });
  return c.json({ year, indicators: found.map(indicatorView) });
}

/** Small groups are hidden from every client, as they are on the page (case P3). Hundredths become numbers of JP and points. */
function indicatorView({ name, figures, marks }: Indicator) {
  return {
    ...{ name, marks },
    figures: figures.map(({ of, unit, value, lack, from, by }) => {
      const inUnit = (number: number) =>
        unit === 'points' || unit === 'score' || unit === 'jp' ? number / 100 : number;
      if (value === undefined) return { of, unit, lack };
      const divisor = unit === 'points' || unit === 'score' ? by / 100 : by;
      return { of, unit, value: inUnit(value), from: inUnit(from), by: divisor };
    }),
  };
}

function pagesOf(c: BudgetContext, deps: BudgetRouteDeps, list: string) {
  const pages = sealedPages(deps, { list: 'budget', by: clientOf(c), of: [lineIn(c), list] });
  return {
    open: (token: string | undefined) => ({ limit: pageSize, ...pages.open(token) }),
    seal: (next: string | undefined) => (next === undefined ? {} : { nextPageToken: pages.seal(next) }),
  };
}

export const lineView = ({ agencyId: _, jp, ...line }: BudgetLine) => ({ ...line, jp: jp / 100 });
export const costView = ({ agencyId: _, ...cost }: UnitCost) => cost;
export const bookingView = ({ agencyId: _, lineId: __, jp, ...booking }: Booking) => ({
  ...booking,
  jp: jp / 100,
});
const entryView = ({ agencyId: _, lineId: __, ...entry }: BudgetEntry) => entry;
