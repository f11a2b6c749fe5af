import type { RunImportDeps } from '@sinau/catalogue';
import { createContentRoom, createUploadRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { createPackageOpener } from '@sinau/catalogue/package-reader';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { ObjectStore } from '@sinau/platform/objects';
import { activityBaseOf } from '../shared/delivery-addresses.ts';

/** The importer on tables and buckets, in AWS and on one machine alike. */
export function importDeps(parts: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly uploads: ObjectStore;
  readonly content: ObjectStore;
  readonly temporaryFolder: string;
  readonly maxPackageBytes: number;
  /** @see envSchema `AU_ORIGINS` */
  readonly auOrigins: string;
  readonly issuer: string;
}): RunImportDeps {
  const { dynamo, table, uploads, content } = parts;
  return {
    courses: createCourseStore({ dynamo, table }),
    jobs: createImportJobStore({ dynamo, table }),
    uploads: createUploadRoom({ uploads }),
    content: createContentRoom({ content }),
    packages: createPackageOpener(parts),
    allowedOrigins: parts.auOrigins
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    activityBase: activityBaseOf(parts.issuer),
    clock: systemClock,
    ids: systemIds,
    digest: nodeDigest,
  };
}
