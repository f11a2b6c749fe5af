import { systemClock } from '@sinau/platform/crypto';
import { documentStoreContract } from './documents.contract.ts';
import {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
} from './memory-record-store.ts';
import { statementStoreContract } from './statements.contract.ts';

const open = async () => ({
  statements: memoryStatementStore({ clock: systemClock }),
  documents: memoryDocumentStore(),
  attachments: memoryAttachmentStore(),
  activities: memoryActivityStore(),
  clock: systemClock,
});

statementStoreContract('memory', open);
documentStoreContract('memory', open);
