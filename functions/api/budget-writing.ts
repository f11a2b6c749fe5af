import {
  addUnitCost,
  type BookingId,
  bookByHand,
  bookingStepSchema,
  ceilingSchema,
  changeTerms,
  groundsSchema,
  lineTermsSchema,
  newBookingSchema,
  newLineSchema,
  openLine,
  openOrCloseLine,
  setCeiling,
  stepByHand,
  unitCostSchema,
} from '@sinau/budget';
import { budgetLineNameSchema, nameBudgetLine, type QuotaId } from '@sinau/enrolment/quotas';
import type { AgencyId } from '@sinau/kernel';
import { readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { purposesOf } from '../shared/booking-purposes.ts';
import { createOpenCourses } from '../shared/open-courses.ts';
import { bookingView, clientOf, costView, lineIn, lineView } from './budget-answers.ts';
import type { BudgetContext, BudgetRouteDeps } from './budget-routes.ts';

const jp = z.number().min(0).max(100_000_000);
const hundredths = (hours: number | undefined) =>
  hours === undefined ? {} : { jp: Math.round(hours * 100) };

async function given(c: BudgetContext, deps: BudgetRouteDeps) {
  const { budgets } = await deps.budget();
  return {
    deps: { budgets, clock: deps.clock, ids: deps.ids, purposes: purposesOf(deps.annualPlan) },
    where: { principal: clientOf(c), lineId: lineIn(c) },
  };
}

export async function open(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const at = await given(c, deps);
  const request = await readJson(c.req, newLineSchema);
  return c.json(lineView(await openLine(at.deps, { principal: at.where.principal, request })), 201);
}

export async function terms(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const at = await given(c, deps);
  const request = await readJson(c.req, lineTermsSchema);
  return c.json(lineView(await changeTerms(at.deps, { ...at.where, request })));
}

export async function ceiling(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const at = await given(c, deps);
  const request = await readJson(c.req, ceilingSchema);
  return c.json(lineView(await setCeiling(at.deps, { ...at.where, request })));
}

const stateSchema = z.strictObject({
  rev: z.int().positive(),
  state: z.enum(['open', 'closed']),
  ...groundsSchema.shape,
});

export async function state(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const at = await given(c, deps);
  const request = await readJson(c.req, stateSchema);
  return c.json(lineView(await openOrCloseLine(at.deps, { ...at.where, request })));
}

/** JP come as numbers of hours. `bookingId`: the sender's own name of what is bound, by which it is bound once. */
const bookSchema = newBookingSchema.extend({ bookingId: z.uuid().exactOptional(), jp: jp.exactOptional() });

export async function book(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const at = await given(c, deps);
  const { bookingId, jp: hours, ...request } = await readJson(c.req, bookSchema);
  const booking = await bookByHand(at.deps, {
    ...{ ...at.where, request: { ...request, ...hundredths(hours) } },
    ...(bookingId !== undefined && { bookingId: bookingId as BookingId }),
  });
  return c.json(bookingView(booking), 201);
}

const stepSchema = bookingStepSchema.extend({ jp: jp.exactOptional() });

export async function step(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const at = await given(c, deps);
  const { jp: hours, ...request } = await readJson(c.req, stepSchema);
  const bookingId = (c.req.param('bookingId') ?? '') as BookingId;
  const sent = { ...at.where, bookingId, request: { ...request, ...hundredths(hours) } };
  return c.json(bookingView(await stepByHand(at.deps, sent)));
}

export async function unitCost(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const at = await given(c, deps);
  const request = await readJson(c.req, unitCostSchema);
  return c.json(costView(await addUnitCost(at.deps, { principal: at.where.principal, request })), 201);
}

/** The quota stays the operators', or the agency's; the line is the agency's. */
export async function quotaLine(c: BudgetContext, deps: BudgetRouteDeps): Promise<Response> {
  const principal = clientOf(c);
  const agencyId = (principal.tenant.kind === 'agency' ? principal.tenant.agencyId : '') as AgencyId;
  const request = await readJson(c.req, budgetLineNameSchema);
  const quotaId = (c.req.param('quotaId') ?? '') as QuotaId;
  const { seats: budget } = await deps.budget();
  const parts = { ...deps, budget, courses: createOpenCourses(deps) };
  return c.json(await nameBudgetLine(parts, { principal, agencyId, quotaId, request }));
}
