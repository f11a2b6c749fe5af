export type { BudgetKeeper } from './authority.ts';
export { bookByHand, stepByHand } from './book-by-hand.ts';
export {
  type Booking,
  type BookingId,
  type BookingState,
  bookingStates,
  bookingStepSchema,
  newBookingSchema,
  purposeKinds,
} from './booking.ts';
export { bookingSteps } from './booking-effects.ts';
export type { BudgetEntry } from './entry.ts';
export {
  BudgetCeilingTooLow,
  BudgetChanged,
  BudgetFull,
  BudgetLineClosed,
  BudgetLineExists,
  BudgetNoRoom,
  BudgetNotFound,
  BudgetOfSeat,
} from './errors.ts';
export {
  type Figure,
  type FigureUnit,
  type Indicator,
  type IndicatorMark,
  type IndicatorName,
  indicatorNames,
  type Lack,
} from './indicators.ts';
export {
  type BudgetLine,
  type BudgetLineId,
  boundOf,
  budgetSources,
  budgetYearOf,
  ceilingSchema,
  groundsSchema,
  lineIdOf,
  lineTermsSchema,
  newLineSchema,
} from './line.ts';
export { changeTerms, listLines, openLine, openOrCloseLine, readLine, setCeiling } from './lines.ts';
export type { BookingPurposes, BudgetStore, CourseCost, PurposeCost } from './ports.ts';
export { type IndicatorSources, readIndicators } from './read-indicators.ts';
export { listBookings, listEntries, readBooking } from './read-line.ts';
export { classroomCode, costUnits, seenUnitCosts, type UnitCost, unitCostSchema } from './unit-cost.ts';
export { addUnitCost, listCourseCosts, listUnitCosts } from './unit-costs.ts';
