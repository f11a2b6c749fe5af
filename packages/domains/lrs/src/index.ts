export { consistentThrough } from './consistent-through.ts';
export type { ContentFilter, StoreFilter } from './content-filter.ts';
export { deleteDocument } from './delete-document.ts';
export { deleteDocuments } from './delete-documents.ts';
export type { DocumentContent, DocumentDeps, Precondition } from './documents.ts';
export {
  type ErasureMode,
  erasePersonDocuments,
  erasePersonStatements,
  identitiesOf,
  type PersonRewrite,
  type PersonRewriter,
  personRewriter,
} from './erase-person.ts';
export {
  DocumentNotMergeable,
  PreconditionFailed,
  PreconditionRequired,
  StatementConflict,
  TooLarge,
} from './errors.ts';
export { getActivity } from './get-activity.ts';
export { getDocument } from './get-document.ts';
export { getPerson, type Person } from './get-person.ts';
export { getStatement } from './get-statement.ts';
export { type DocumentIds, listDocumentIds } from './list-document-ids.ts';
export { listReferrers } from './list-referrers.ts';
export { loadAttachments } from './load-attachments.ts';
export { mergeDocument } from './merge-document.ts';
export type { Reader, RecordedStatement, StatementDraft, StoreName } from './model.ts';
export type {
  ActivityStore,
  AttachmentStore,
  ConcernedStatement,
  ConcerningQuery,
  DocumentAddress,
  DocumentInfo,
  DocumentStore,
  FoundStatement,
  ListedDocument,
  RewriteQuery,
  RewriteStep,
  StatementEraser,
  StatementStore,
  StoredDocument,
  StorePage,
  StoreQuery,
  VisibilityPort,
  WriteOutcome,
} from './ports.ts';
export { putDocument } from './put-document.ts';
export { type QueryRequest, type QueryResult, queryStatements } from './query-statements.ts';
export { type StoreDeps, type StoreRequest, type StoreResult, storeStatements } from './store-statements.ts';
