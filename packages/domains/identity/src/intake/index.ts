export { intakePerson } from './intake-person.ts';
export type { IntakeInput, IntakeOutcome, IntakeProblem, IntakeRow } from './intake-row.ts';
export { unitNames } from './unit-names.ts';
