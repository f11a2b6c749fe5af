import { type ClientStore, clientIdSchema } from '@sinau/identity';
import type { Scope } from '@sinau/kernel';
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

/** Whether a machine that has sent a list may still do so at this moment. */
export const mayClient =
  (clients: Pick<ClientStore, 'find'>, scope: Scope) =>
  async (id: string): Promise<boolean> => {
    const known = clientIdSchema.safeParse(id);
    const client = known.success ? await clients.find(known.data) : undefined;
    return client !== undefined && client.disabledAt === undefined && client.scopes.includes(scope);
  };
