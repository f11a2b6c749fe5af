export { createMemoryIdempotencyStore } from '../http/memory-idempotency-store.ts';
export { createMemoryMailer } from '../mail/memory-mailer.ts';
export { createMemoryObjectStore } from '../objects/memory-object-store.ts';
export { objectStoreContract } from '../objects/object-store.contract.ts';
export { createMemoryQueue } from '../queue/memory-queue.ts';
export { type CountedWrite, createCountingDynamo } from './counting-dynamo.ts';
export { Crashed, crashAfter } from './crash-after.ts';
export { deleteTables } from './delete-tables.ts';
export { type TestTables, withTables } from './with-tables.ts';
