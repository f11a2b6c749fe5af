import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { startLocalS3 } from '../local-aws/s3/index.ts';
import { createMemoryObjectStore } from './memory-object-store.ts';
import { objectStoreContract } from './object-store.contract.ts';
import { createS3ObjectStore } from './s3-object-store.ts';

objectStoreContract('memory', async () => createMemoryObjectStore());

const dir = mkdtempSync(join(tmpdir(), 'sinau-s3-'));
const credentials = { accessKeyId: 'local', secretAccessKey: 'a secret of the test' };
const buckets = Array.from({ length: 40 }, (_, n) => `bucket-${n}`);
const s3 = await startLocalS3({ dir, buckets, ...credentials });
let used = 0;

objectStoreContract('embedded S3', async () => {
  used += 1;
  return createS3ObjectStore({
    client: { region: 'ap-southeast-3', endpoint: s3.endpoint, forcePathStyle: true, credentials },
    bucket: buckets[used - 1] ?? 'no bucket left',
  });
});

afterAll(async () => {
  await s3.close();
  rmSync(dir, { recursive: true });
});
