export {
  changeSettings,
  closeSession,
  contextOf,
  openSession,
  openToken,
  readSettings,
  type SecretBox,
  stopSession,
} from './change-settings.ts';
export type { WorkOrder } from './claim-work.ts';
export {
  agencyOf,
  chooseForRow,
  type Decision,
  decideRow,
  decisions,
  decisionsFor,
  readRow,
} from './decide-row.ts';
export { LeaseOver, SessionNotAccepted, SettingsIncomplete, SiasnChanged, SiasnNotFound } from './errors.ts';
export { type FollowDeps, followPerson } from './follow-person.ts';
export { isReading, readNow, readReading, switchReading, wantIndex } from './indexes/change-reading.ts';
export type { IndexBatch } from './indexes/claim-people.ts';
export { forgetInReading, type ReadingTrace, traceIn } from './indexes/forget-reading.ts';
export { ownIndexDesk } from './indexes/own-index-desk.ts';
export type { IndexKeeper, IndexPeople, ReadingDeps, ReadingStore } from './indexes/ports.ts';
export { type IndexDesk, type IndexRun, readDueIndexes } from './indexes/read-due-indexes.ts';
export { type IndexReading, type IndexTrouble, isRunning } from './indexes/round.ts';
export { claimIndexesForConnector, settleIndexesForConnector } from './indexes/serve-indexes.ts';
export type { IndexEnd, IndexResult } from './indexes/settle-people.ts';
export { type ProofPart, unprovenIn } from './lacks-of.ts';
export {
  fileRows,
  filesHolding,
  giveBackReserved,
  holdsRows,
  markFile,
  releaseFile,
  reserveForFile,
} from './mark-file.ts';
export type {
  CourseMapping,
  LineSource,
  PersonLines,
  Subject,
  SyncStore,
} from './ports.ts';
export { countStates, rowsByLine, type StateCount } from './read-desk.ts';
export { type RecheckPlace, recheck } from './recheck.ts';
export { deliverOrder, type SendRun, sendDue } from './send-due.ts';
export {
  claimForConnector,
  creatingForConnector,
  documentForConnector,
  endForConnector,
  noteConnector,
  previewForConnector,
} from './serve-connector.ts';
export {
  type ConnectorSeen,
  type Environment,
  environments,
  isOpen,
  type Standstill,
  type SyncSettings,
  standstills,
} from './settings.ts';
export { readSubjects, searchSubjects, subjectIdPattern } from './subjects.ts';
export {
  type Content,
  type Lack,
  markOf,
  type SyncDocument,
  type SyncReason,
  type SyncRef,
  type SyncRow,
  type SyncState,
  syncStates,
} from './sync-row.ts';
export { ownDesk, type SendDeps, type WorkDesk } from './work-desk.ts';
