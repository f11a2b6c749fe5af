// One import in a process of its own: prints how it ended, how long it took and the most memory that the process ever had.
import { readFile } from 'node:fs/promises';
import { runImport, submitPackage } from '@sinau/catalogue';
import { createContentRoom, createUploadRoom } from '@sinau/catalogue/adapters';
import { createPackageOpener } from '@sinau/catalogue/package-reader';
import { memoryCatalogue } from '@sinau/catalogue/testing';
import type { ProviderId } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createS3Client, createS3ObjectStore } from '@sinau/platform/objects';
import { importBuckets, importCredentials } from './import-store.ts';

const [endpoint = '', temporaryFolder = '', size = '0'] = process.argv.slice(2);
const client = createS3Client({
  ...{ region: 'ap-southeast-3', endpoint, forcePathStyle: true },
  credentials: importCredentials,
});
const uploads = createS3ObjectStore({ client, bucket: importBuckets.uploads });
const content = createS3ObjectStore({ client, bucket: importBuckets.content });
const maxPackageBytes = 2 ** 30;
const deps = {
  ...memoryCatalogue(),
  ...{ clock: systemClock, ids: systemIds, digest: nodeDigest, maxPackageBytes },
  ...{ allowedOrigins: [], activityBase: 'https://sinau.example/activities' },
  uploads: createUploadRoom({ uploads }),
  content: createContentRoom({ content }),
  packages: createPackageOpener({ uploads, content, temporaryFolder, maxPackageBytes }),
  queue: { send: async () => undefined },
};
const job = await submitPackage(deps, {
  principal: {
    ...{ kind: 'client', clientId: 'bench', name: 'bench', scopes: ['courses/write'] },
    tenant: { kind: 'provider', providerId: 'bench' as ProviderId },
  },
  ...{ fileName: 'package.zip', contentType: 'application/zip', body: new Uint8Array([0]) },
});
// The package lies where the bench has sent it.
await deps.jobs.replace({ ...job, uploadKey: 'package', sizeBytes: Number(size), rev: job.rev + 1 });
const startRssMb = process.memoryUsage.rss() / 1e6;
const begun = performance.now();
await runImport(deps, { jobId: job.jobId });
const seconds = (performance.now() - begun) / 1000;
const ended = await deps.jobs.find(job.jobId);
process.stdout.write(
  JSON.stringify({
    state: ended?.state,
    codes: ended?.report?.findings.map(({ code }) => code) ?? [],
    seconds,
    startRssMb,
    peakRssMb: await peakRssMb(),
  }),
);

/** Of this program: what the system counts for the process also holds its parent's at the moment of its start. */
async function peakRssMb(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kibibytes === undefined ? process.resourceUsage().maxRSS / 1000 : (Number(kibibytes) * 1024) / 1e6;
}
