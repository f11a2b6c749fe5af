export { dueScores } from './due-scores.ts';
export { GradesRefused } from './grades-refused.ts';
export { type NoteDeps, noteAttempt, noteChange } from './note-change.ts';
export { orderAgain } from './order-again.ts';
export type { GradeServices, LineItemStore, PlacementRef, ScoreStore, StandingPort } from './ports.ts';
export { type ScoreRef, type ScoreRow, scoreStates } from './score-row.ts';
export { type SendDeps, type SendOutcome, sendScore } from './send-score.ts';
