export { authenticateTool } from './authenticate-tool.ts';
export { LineItemInvalid, PageCursorInvalid, ScoreInvalid } from './errors.ts';
export {
  countingItem,
  type LineItem,
  lineItemsOf,
  type StoredLineItem,
  type ToolPlace,
} from './line-item.ts';
export {
  createLineItem,
  deleteLineItem,
  getLineItem,
  listLineItems,
  replaceLineItem,
} from './line-items.ts';
export { listResults } from './list-results.ts';
export { copyToolScores, countToolScores, eraseToolScores } from './personal-data.ts';
export type {
  ContextLink,
  ContextPort,
  CoursePeoplePort,
  CoursePerson,
  CustomParameters,
  GradeStore,
  KnownPerson,
  ResultInbox,
  ToldPerson,
  ToolPeoplePort,
  ToolResult,
} from './ports.ts';
export { type PostScoreDeps, postScore } from './post-score.ts';
export { type RosterDeps, type RosterPage, readRoster } from './read-roster.ts';
export { requestToolToken, type ToolTokenDeps } from './request-tool-token.ts';
export { reviewPlacement } from './review-placement.ts';
export type { ScoreRecord } from './score-record.ts';
export { serviceClaimsOf } from './service-claims.ts';
export {
  findWork,
  listWork,
  readWork,
  type ToolWork,
  type WorkDeps,
  type WorkLink,
} from './tool-work.ts';
