import {
  addUnitCost,
  type Booking,
  type BookingId,
  type BudgetEntry,
  type BudgetLine,
  type BudgetLineId,
  type BudgetStore,
  bookByHand,
  bookingStepSchema,
  bookingSteps,
  budgetYearOf,
  ceilingSchema,
  changeTerms,
  groundsSchema,
  lineTermsSchema,
  listBookings,
  listCourseCosts,
  listEntries,
  listLines,
  listUnitCosts,
  newBookingSchema,
  newLineSchema,
  openLine,
  openOrCloseLine,
  readBooking,
  readIndicators,
  readLine,
  seenUnitCosts,
  setCeiling,
  stepByHand,
  type UnitCost,
  unitCostSchema,
} from '@sinau/budget';
import type { CourseId } from '@sinau/catalogue';
import type { Registration } from '@sinau/enrolment';
import {
  budgetLineNameSchema,
  listQuotas,
  nameBudgetLine,
  type QuotaId,
  QuotaNotFound,
} from '@sinau/enrolment/quotas';
import { organisationName } from '@sinau/identity';
import { type LanguageMap, localDateOf, type PersonPrincipal } from '@sinau/kernel';
import type { EventId } from '@sinau/programmes';
import type {
  BookingView,
  BudgetPorts,
  CauseView,
  EntryView,
  LineView,
  PurposeView,
  QuotaLineView,
  UnitCostView,
} from '@sinau/web';
import { purposesOf } from '../shared/booking-purposes.ts';
import { planItemsOf } from '../shared/plan-items.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { enrolmentDeps } from './enrolment-deps.ts';
import { inTurns } from './in-turns.ts';
import { requestOfForm } from './request-of-form.ts';

const pageSize = 50;
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const lineIdOf = ({ lineId }: { readonly lineId: string }) => lineId as BudgetLineId;

function pagesOf(deps: PortalDeps, by: PersonPrincipal, of: readonly string[]) {
  const pages = sealedPages(deps, { list: 'budget', by, of });
  return {
    open: ({ page }: { readonly page?: string }) => ({ limit: pageSize, ...pages.open(page) }),
    seal: (next: string | undefined) => (next === undefined ? {} : { next: pages.seal(next) }),
  };
}

/** Budgets for the pages of administrators; whose they are is checked by the use cases. */
export function joinBudget(deps: PortalDeps): BudgetPorts {
  return { ...lists(deps), ...lineChanges(deps), ...unitCostPorts(deps), ...quotaLines(deps) };
}

const stores = async ({ budget, clock, ids }: PortalDeps) => {
  const { budgets } = await budget();
  return { budgets, clock, ids };
};

type Lists = Pick<
  BudgetPorts,
  'yearOf' | 'workbook' | 'lineOf' | 'bookingsOf' | 'bookingOf' | 'indicatorsOf' | 'newForm' | 'purposesFor'
>;

function lists(deps: PortalDeps): Lists {
  return {
    yearOf: async (principal, asked) => {
      const { budgets } = await stores(deps);
      const year = asked ?? budgetYearOf(deps.clock);
      const [lines, costs] = await Promise.all([
        listLines({ budgets }, { principal, year }),
        listCourseCosts({ budgets }, { principal, year }),
      ]);
      const courses = await inTurns(costs, async (cost) => ({
        ...{ ...cost, course: await titleOf(deps, cost.courseId) },
      }));
      return { year, lines: lines.map(lineView), courses };
    },
    workbook: async (_person, sheet) => {
      const [{ writeWorkbook }, { workbookOf }] = await Promise.all([
        import('@sinau/connectors/adapters'),
        import('@sinau/rostering/table'),
      ]);
      const body = new Uint8Array(await writeWorkbook(workbookOf([sheet])));
      return { contentType: workbookType, body };
    },
    lineOf: async (principal, at) => {
      const { budgets } = await stores(deps);
      const where = { principal, lineId: lineIdOf(at) };
      const line = await readLine({ budgets }, where);
      const pages = pagesOf(deps, principal, [at.lineId, 'entries']);
      const { entries, next } = await listEntries({ budgets }, { ...where, page: pages.open(at) });
      const views = await inTurns(entries, (entry) => entryView(deps, entry));
      return { line: lineView(line), entries: views, ...pages.seal(next) };
    },
    bookingsOf: async (principal, at) => {
      const { budgets } = await stores(deps);
      const where = { principal, lineId: lineIdOf(at) };
      const line = await readLine({ budgets }, where);
      const pages = pagesOf(deps, principal, [at.lineId, at.state]);
      const { bookings, next } = await listBookings(
        { budgets },
        { ...where, state: at.state, page: pages.open(at) },
      );
      const views = await inTurns(bookings, (one) => bookingView(deps, one));
      return { line: lineView(line), bookings: views, ...pages.seal(next) };
    },
    bookingOf: async (principal, at) => {
      const { budgets } = await stores(deps);
      const where = { principal, lineId: lineIdOf(at) };
      const booking = await readBooking({ budgets }, { ...where, bookingId: at.bookingId as BookingId });
      const line = await readLine({ budgets }, where);
      const { learner: _, ...view } = await bookingView(deps, booking);
      return { line: lineView(line), booking: view };
    },
    indicatorsOf: async (principal, asked) => {
      const { budgets, sources } = await deps.budget();
      const year = asked ?? budgetYearOf(deps.clock);
      const indicators = await readIndicators({ budgets, sources, clock: deps.clock }, { principal, year });
      return { year, indicators };
    },
    newForm: async () => deps.ids.uuid(),
    purposesFor: async (principal, { lineId }) => purposesFor(deps, principal, lineId),
  };
}

type LineChanges = Pick<BudgetPorts, 'open' | 'changeTerms' | 'setCeiling' | 'setState' | 'book' | 'step'>;

function lineChanges(deps: PortalDeps): LineChanges {
  return {
    open: async (principal, order) =>
      (await openLine(await stores(deps), { principal, request: requestOfForm(newLineSchema, order) }))
        .lineId,
    changeTerms: async (principal, at, order) => {
      const request = requestOfForm(lineTermsSchema, order);
      await changeTerms(await stores(deps), { principal, lineId: lineIdOf(at), request });
    },
    setCeiling: async (principal, at, order) => {
      const request = requestOfForm(ceilingSchema, order);
      await setCeiling(await stores(deps), { principal, lineId: lineIdOf(at), request });
    },
    setState: async (principal, at, { rev, state, ...grounds }) => {
      const request = { ...requestOfForm(groundsSchema, grounds), rev, state };
      await openOrCloseLine(await stores(deps), { principal, lineId: lineIdOf(at), request });
    },
    book: async (principal, at, order) => {
      const request = requestOfForm(newBookingSchema, order);
      const bookingId = at.form as BookingId;
      const parts = { ...(await stores(deps)), purposes: purposesOf(deps.annualPlan) };
      await bookByHand(parts, { principal, lineId: lineIdOf(at), bookingId, request });
    },
    step: async (principal, at, order) => {
      const request = requestOfForm(bookingStepSchema, order);
      const bookingId = at.bookingId as BookingId;
      await stepByHand(await stores(deps), { principal, lineId: lineIdOf(at), bookingId, request });
    },
  };
}

function unitCostPorts(deps: PortalDeps): Pick<BudgetPorts, 'unitCosts' | 'addUnitCost'> {
  return {
    unitCosts: async (principal) => {
      const day = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
      const { current, all } = await listUnitCosts(await stores(deps), { principal, day });
      const others = all.filter((one) => !current.includes(one));
      return {
        current: current.map(costView),
        others: others.toSorted((a, b) => (a.from > b.from ? -1 : 1)).map(costView),
        seen: seenUnitCosts,
      };
    },
    addUnitCost: async (principal, order) => {
      await addUnitCost(await stores(deps), { principal, request: requestOfForm(unitCostSchema, order) });
    },
  };
}

function quotaLines(deps: PortalDeps): Pick<BudgetPorts, 'quotasOf' | 'nameLine'> {
  return {
    quotasOf: async (principal) => {
      const agencyId = agencyOf(principal);
      const [{ quotas }, { budgets }] = await Promise.all([
        deps.quotas().then((store) => listQuotas({ quotas: store }, { principal, agencyId })),
        stores(deps),
      ]);
      const linesOf = openLines(budgets, principal);
      return inTurns(quotas, async ({ quotaId, target, from, to, rev, payer, budgetLine }) => {
        const provider = await organisationName(deps, { kind: 'provider', providerId: target.providerId });
        const view: QuotaLineView = {
          ...{ quotaId, provider: provider ?? '–', from, to, rev, payer },
          ...(target.kind === 'course' && { course: await titleOf(deps, target.courseId) }),
          ...(budgetLine !== undefined && { lineId: budgetLine }),
          lines: from.slice(0, 4) === to.slice(0, 4) ? await linesOf(Number(from.slice(0, 4))) : [],
        };
        return view;
      });
    },
    nameLine: async (principal, { quotaId }, { rev, lineId }) => {
      const request = requestOfForm(budgetLineNameSchema, {
        rev,
        ...(lineId !== undefined && { budgetLine: lineId }),
      });
      const { seats: budget } = await deps.budget();
      await nameBudgetLine(
        { ...enrolmentDeps(deps), quotas: await deps.quotas(), budget },
        { principal, agencyId: agencyOf(principal), quotaId: quotaId as QuotaId, request },
      );
    },
  };
}

function agencyOf({ agencyId }: PersonPrincipal) {
  if (agencyId === undefined) throw new QuotaNotFound();
  return agencyId;
}

/** Each year is read once. */
function openLines(budgets: BudgetStore, principal: PersonPrincipal) {
  const years = new Map<number, Promise<readonly { readonly lineId: string; readonly name: string }[]>>();
  return (year: number) => {
    const known = years.get(year);
    if (known) return known;
    const found = listLines({ budgets }, { principal, year }).then((lines) =>
      lines
        .filter(({ state }) => state === 'open')
        .map(({ lineId, code, title }) => ({ lineId, name: `${code} · ${title}` })),
    );
    years.set(year, found);
    return found;
  };
}

/** Events that the form offers; older ones are of years before. */
const mostEvents = 100;

/** Events of the agency, and items of its plan of the line's year. */
async function purposesFor(
  deps: PortalDeps,
  principal: PersonPrincipal,
  lineId: string,
): Promise<readonly PurposeView[]> {
  const { agencyId, year } = await readLine(await stores(deps), { principal, lineId: lineIdOf({ lineId }) });
  const [desk, { events }] = await Promise.all([deps.annualPlan(), deps.events()]);
  const [items, found] = await Promise.all([
    planItemsOf(desk).listOf(agencyId, year),
    events.listOf({ kind: 'agency', agencyId }, { limit: mostEvents }),
  ]);
  return [
    ...found.events
      .filter(({ state }) => state !== 'cancelled')
      .map(({ eventId, title }) => ({ kind: 'event' as const, id: eventId, title })),
    ...items.map(({ itemId, title }) => ({ kind: 'plan-item' as const, id: itemId, title })),
  ];
}

function lineView({ agencyId: _, createdAt: __, updatedAt: ___, ...line }: BudgetLine): LineView {
  return line;
}

const costView = ({ agencyId: _, ...cost }: UnitCost): UnitCostView => cost;

async function titleOf({ courses }: PortalDeps, courseId: string): Promise<LanguageMap> {
  return (await courses.find(courseId as CourseId))?.title ?? { id: '–' };
}

async function causeView(
  deps: PortalDeps,
  { agencyId, lineId }: Pick<Booking, 'agencyId' | 'lineId'>,
  cause: Booking['cause'],
): Promise<CauseView> {
  if (cause.kind === 'hand') {
    const { purpose, ...rest } = cause;
    if (!purpose) return rest;
    const year = Number(lineId.slice(0, 4));
    const title = await purposesOf(deps.annualPlan).titleOf({ agencyId, year, purpose });
    return { ...rest, purpose: { ...purpose, title: title ?? '–' } };
  }
  if (cause.kind === 'event') return eventView(deps, cause.eventId);
  return { kind: 'seat', course: await titleOf(deps, cause.courseId) };
}

async function eventView(deps: PortalDeps, eventId: string): Promise<CauseView> {
  const event = await (await deps.events()).events.find(eventId as EventId);
  return { kind: 'event', eventId, title: event?.title ?? '–' };
}

async function entryView(deps: PortalDeps, entry: BudgetEntry): Promise<EntryView> {
  const { at, kind, ceiling, sums, by, cause, grounds } = entry;
  return {
    ...{ at, kind, ceiling, ...sums },
    ...(by && { by: by.name }),
    ...(cause && { cause: await causeView(deps, entry, cause) }),
    ...(grounds && { grounds }),
  };
}

async function bookingView(deps: PortalDeps, booking: Booking): Promise<BookingView> {
  const { bookingId, state, amount, people, jp, createdAt, updatedAt, cause } = booking;
  const learner = cause.kind === 'enrolment' ? await learnerOf(deps, cause.registration) : undefined;
  return {
    ...{ bookingId, state, amount, people, jp, createdAt, updatedAt },
    cause: await causeView(deps, booking, cause),
    steps: cause.kind === 'hand' ? bookingSteps[state] : [],
    ...(learner !== undefined && { learner }),
  };
}

async function learnerOf({ enrolments, people }: PortalDeps, registration: string) {
  const enrolment = await enrolments.findByRegistration(registration as Registration);
  return enrolment && (await people.find(enrolment.personId))?.name;
}
