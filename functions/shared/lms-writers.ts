import type { DocumentWriter, RecordWriter } from '@sinau/delivery';
import type { DocumentDeps, StoreDeps } from '@sinau/lrs';
import { createDocumentWriter } from './document-writer.ts';
import { createRecordWriter, lmsAuthority } from './record-writer.ts';

/** The record store as the LMS itself writes to it. */
export interface LmsWriters {
  readonly records: RecordWriter;
  readonly documents: DocumentWriter;
}

export const createLmsWriters = (lrs: StoreDeps & DocumentDeps, issuer: string): LmsWriters => ({
  records: createRecordWriter(lrs, { authority: lmsAuthority(issuer), version: '1.0.3' }),
  documents: createDocumentWriter(lrs),
});
