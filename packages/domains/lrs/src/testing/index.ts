export { documentStoreContract } from './documents.contract.ts';
export {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
  memoryVisibility,
} from './memory-record-store.ts';
export { statementStoreContract } from './statements.contract.ts';
