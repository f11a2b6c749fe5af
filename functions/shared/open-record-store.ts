import { setTimeout as sleep } from 'node:timers/promises';
import { createRecordStore, type RecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** The record store as a Lambda uses it. One per process, since its horizon must know of every write. */
export function openRecordStore(
  parts: Pick<Parts, 'dynamo' | 'objects'>,
  env: { readonly LRS_TABLE: string; readonly LRS_BUCKET: string },
): RecordStore {
  return createRecordStore({
    dynamo: parts.dynamo,
    table: env.LRS_TABLE,
    objects: parts.objects(env.LRS_BUCKET),
    clock: systemClock,
    ids: systemIds,
    digest: nodeDigest,
    sleep,
  });
}
