import { Readable } from 'node:stream';
import type { ObjectStore } from '@sinau/platform/objects';
import type { ExportFiles } from '../ports.ts';
import type { PrivacyJobId } from '../privacy-job.ts';

const contentType = 'application/x-ndjson';

/** Objects under a folder of their own: parts while an export is made, then one file. */
export function createExportFiles({ objects }: { readonly objects: ObjectStore }): ExportFiles {
  const folder = (jobId: PrivacyJobId) => `person-exports/${jobId}/`;
  const fileOf = (jobId: PrivacyJobId) => `${folder(jobId)}data.ndjson`;
  const partOf = (jobId: PrivacyJobId, number: number) => `${folder(jobId)}parts/${number}`;
  async function* textOf(jobId: PrivacyJobId, count: number): AsyncGenerator<Uint8Array> {
    for (let number = 0; number < count; number += 1) {
      const bytes = await objects.get(partOf(jobId, number));
      if (!bytes) throw new Error('a part of an export is missing');
      yield bytes;
    }
  }
  return {
    async writePart(jobId, number, text) {
      const body = new TextEncoder().encode(text);
      await objects.put({ key: partOf(jobId, number), body, contentType });
      return { bytes: body.length };
    },
    async join(jobId, parts) {
      const sizeBytes = parts.reduce((sum, bytes) => sum + bytes, 0);
      const body = Readable.from(textOf(jobId, parts.length), { objectMode: false });
      await objects.put({ key: fileOf(jobId), body, sizeBytes, contentType });
      await objects.deletePrefix(`${folder(jobId)}parts/`);
    },
    link: (jobId, expiresInSeconds) =>
      objects.presignGet({ key: fileOf(jobId), expiresInSeconds, fileName: `sinau-data-${jobId}.ndjson` }),
    discard: (jobId) => objects.deletePrefix(folder(jobId)),
  };
}
