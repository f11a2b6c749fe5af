import type { RecordWriter } from '@sinau/delivery';
import {
  StatementConflict,
  type StoreDeps,
  type StoreName,
  type StoreResult,
  storeStatements,
  TooLarge,
} from '@sinau/lrs';
import type { Agent, AttachmentData, Statement, XapiVersion } from '@sinau/xapi';

/** The real records; test launches of providers have a store of their own. */
export const nationalStore: StoreName = 'national';

/** Where the statements and documents of a session go, and where its content reads. */
export const storeFor = ({ trial }: { readonly trial?: boolean | undefined }): StoreName =>
  trial ? 'sandbox' : nationalStore;

/** How the LMS signs what it vouches for: its own statements, and those of AUs whose session it checked. */
export const lmsAuthority = (issuer: string): Agent => ({
  objectType: 'Agent',
  name: 'Sinau',
  account: { homePage: issuer, name: 'lms' },
});

/**
 * The record store as delivery writes to it. `version`: of the request that brought the statements; `sources`: their
 * JSON as it came.
 */
export function createRecordWriter(
  lrs: StoreDeps,
  options: {
    readonly authority: Agent;
    readonly version: XapiVersion;
    readonly sources?: ReadonlyMap<Statement, string>;
  },
): RecordWriter<AttachmentData> {
  return {
    async write({ describing, trial, ...input }) {
      const mayDefine = describing ?? true;
      const result = await storeStatements(lrs, {
        ...options,
        ...input,
        mayDefine,
        store: storeFor({ trial }),
      });
      if (result.outcome === 'companion-refused') return 'companion-refused';
      throwUnlessStored(result);
      return 'stored';
    },
  };
}

/** Turns the refusals of the record store into what a door answers. */
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
