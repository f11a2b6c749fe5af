export type {
  CountedRecord,
  DueRecord,
  DutyRecord,
  DutyState,
  YearRecord,
  YearStanding,
} from './counted.ts';
export { isOverdue, yearStandings } from './counted.ts';
export type { UnitDuties } from './duties-by-unit.ts';
export { ComplianceNotFound } from './errors.ts';
export { type FunnelStep, funnelSteps } from './funnel-steps.ts';
export type {
  ComplianceStore,
  CountedPerson,
  CountedPlace,
  CreditDirectory,
  Duty,
  DutyDirectory,
  UnitDirectory,
  Workforce,
  YearCredit,
} from './ports.ts';
export { type ListPlace, listDuties, listOverdue, listStanding } from './read-lists.ts';
export {
  type AgencyNumbers,
  type Coverage,
  type Funnel,
  readNumbers,
  type UnitPart,
} from './read-numbers.ts';
export { readDutySums, readSums } from './read-sums.ts';
export { type RecountDeps, recountPerson } from './recount-person.ts';
export { reportingDay } from './reporting-day.ts';
export { recountAgency, recountTurned, type WalkDeps, walkAgency } from './walk-agency.ts';
