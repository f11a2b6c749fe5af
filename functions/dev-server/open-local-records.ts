import { setTimeout as sleep } from 'node:timers/promises';
import { createRecordStore, localSettings, type RecordStore, soleHorizon } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { names, type Services } from './services.ts';

/** The record store of one machine, whose only process this is. */
export function openLocalRecords({ parts }: Pick<Services, 'parts'>): RecordStore {
  return createRecordStore({
    dynamo: parts.dynamo,
    table: names.lrsTable,
    objects: parts.objects(names.records),
    clock: systemClock,
    ids: systemIds,
    digest: nodeDigest,
    sleep,
    settings: localSettings,
    horizon: soleHorizon({ clock: systemClock }),
  });
}
