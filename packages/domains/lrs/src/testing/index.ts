export { freshTable } from '../dynamo/testing/fresh-table.ts';
export { documentStoreContract } from './documents.contract.ts';
export { erasureContract } from './erasure.contract.ts';
export {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
  memoryVisibility,
} from './memory-record-store.ts';
export { statementStoreContract } from './statements.contract.ts';
