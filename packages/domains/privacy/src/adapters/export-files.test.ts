import { createMemoryObjectStore } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import type { PrivacyJobId } from '../index.ts';
import { createExportFiles } from './export-files.ts';

const jobId = 'j-1' as PrivacyJobId;

it('P1: makes one file of the parts in their order, and leaves none of them', async () => {
  const objects = createMemoryObjectStore();
  const files = createExportFiles({ objects });
  const parts: number[] = [];
  for (const text of ['a\n', 'é\n', 'c\n']) {
    parts.push((await files.writePart(jobId, parts.length, text)).bytes);
  }
  // Written again after a crash.
  await files.writePart(jobId, 2, 'c\n');
  await files.join(jobId, parts);
  const keys: string[] = [];
  for await (const { key } of objects.list('')) keys.push(key);
  expect(keys).toEqual(['person-exports/j-1/data.ndjson']);
  expect(new TextDecoder().decode(await objects.get(keys[0] ?? ''))).toBe('a\né\nc\n');
  await files.discard(jobId);
  expect(await objects.get(keys[0] ?? '')).toBeUndefined();
});
