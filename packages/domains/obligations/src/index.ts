export { type Audience, audienceSchema, isIn, type Member } from './audience/audience.ts';
export { type Duty, type DutyPlace, type DutyState, dutyStates, isDone, isOpen } from './duty/duty.ts';
export { type ReminderStep, reminderSteps } from './duty/reminder-steps.ts';
export {
  type Obligation,
  type ObligationId,
  type ObligationRequest,
  obligationRequestSchema,
} from './obligation.ts';
