import type { RecordWriter } from '@sinau/delivery';
import { StatementConflict, type StoreDeps, type StoreResult, storeStatements, TooLarge } from '@sinau/lrs';
import type { Agent, AttachmentData, XapiVersion } from '@sinau/xapi';
import { store } from './deps.ts';

/** The record store for statements that the LMS vouches for: its own, and those of AUs whose session it checked. */
export function createRecordWriter(
  lrs: StoreDeps,
  options: { readonly authority: Agent; readonly version: XapiVersion },
): RecordWriter<AttachmentData> {
  return {
    async write(input) {
      const result = await storeStatements(lrs, { ...options, ...input, store });
      if (result.outcome === 'companion-refused') return 'companion-refused';
      throwUnlessStored(result);
      return 'stored';
    },
  };
}

/** Turns the refusals of the record store into what the door answers. */
export function throwUnlessStored(result: StoreResult): void {
  switch (result.outcome) {
    case 'stored':
      return;
    case 'conflict':
      throw new StatementConflict(result.id);
    case 'too-large':
      throw new TooLarge(result.reason);
    case 'companion-refused':
      throw new Error('a companion was refused that nobody sent');
  }
}
