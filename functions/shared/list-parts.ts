import { type ListName, listImportMessageSchema } from '@sinau/staffing';
import { createImportStore } from '@sinau/staffing/dynamo';
import type { Parts } from './parts.ts';

export interface ListPartsInput {
  readonly parts: Pick<Parts, 'dynamo' | 'queue'>;
  readonly env: { readonly LMS_TABLE: string; readonly IMPORT_QUEUE_URL: string };
}

/** Imports of one kind of list, and the queue of the worker that takes them. */
export const createListParts = ({ parts, env }: ListPartsInput, list: ListName) => ({
  imports: createImportStore({ dynamo: parts.dynamo, table: env.LMS_TABLE, list }),
  queue: parts.queue(env.IMPORT_QUEUE_URL, listImportMessageSchema),
});
