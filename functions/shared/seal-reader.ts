import type { SealedFiles, SealRowStore } from '@sinau/sealing';
import { createSealStore } from '@sinau/sealing/dynamo';
import { createSealedFiles } from '@sinau/sealing/files';
import type { Parts } from './parts.ts';

/** How far the seal of a document is, and the sealed file. */
export interface SealReader {
  readonly rows: Pick<SealRowStore, 'find'>;
  readonly files: Pick<SealedFiles, 'get'>;
}

export function createSealReader(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'objects'>;
  readonly env: { readonly LMS_TABLE: string; readonly DOCUMENTS_BUCKET: string };
}): SealReader {
  const { parts, env } = given;
  const { rows } = createSealStore({ dynamo: parts.dynamo, table: env.LMS_TABLE });
  return { rows, files: createSealedFiles({ objects: parts.objects(env.DOCUMENTS_BUCKET) }) };
}
