import { systemClock } from '@sinau/platform/crypto';
import { documentStoreContract } from './documents.contract.ts';
import { erasureContract } from './erasure.contract.ts';
import {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
} from './memory-record-store.ts';
import { statementStoreContract } from './statements.contract.ts';

const open = async () => {
  const attachments = memoryAttachmentStore();
  const statements = memoryStatementStore({ clock: systemClock, attachments });
  return {
    statements,
    eraser: statements,
    documents: memoryDocumentStore(),
    attachments,
    activities: memoryActivityStore(),
    clock: systemClock,
  };
};

statementStoreContract('memory', open);
documentStoreContract('memory', open);
erasureContract('memory', open);
