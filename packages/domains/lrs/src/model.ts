import type { AgencyId } from '@sinau/kernel';
import type { Actor, StoredStatement } from '@sinau/xapi';
import type { DefinitionRight } from './definition-right.ts';
import type { VoidingRight } from './voiding-right.ts';

/** Nothing crosses between the two: `national` holds every real record, `sandbox` those of providers' test launches. */
export type StoreName = 'national' | 'sandbox';

/** What a caller may see; always in addition to the filter. */
export type Reader =
  | { readonly kind: 'all' }
  /** Statements that were stamped with this agency when they were stored. */
  | { readonly kind: 'agency'; readonly agencyId: AgencyId }
  /** Statements that this authority vouched for (scope `statements/read/mine`). */
  | { readonly kind: 'mine'; readonly authority: Actor }
  /** Of these only what one learner did under one registration (lower case): all that running content reads. */
  | {
      readonly kind: 'registration';
      readonly authority: Actor;
      readonly registration: string;
      readonly learner: Actor;
    };

/** A statement as it lies in the store. */
export interface RecordedStatement {
  /** Lower case. */
  readonly id: string;
  /** Place in the store, sortable as text: two statements never share one, and it never changes. */
  readonly position: string;
  readonly statement: StoredStatement;
  /** The statement as it is answered for `exact`; JSON text. */
  readonly json: string;
}

/** A statement on its way into the store, before its place and time are known. */
export interface StatementDraft {
  readonly id: string;
  readonly fingerprint: string;
  /** Agencies that may see it, decided now and for good. */
  readonly agencies: readonly AgencyId[];
  /** How far what it says about activities becomes the store's own definition of them. */
  readonly defines: DefinitionRight;
  /** What it takes out of results, should it be a voiding statement. */
  readonly voids: VoidingRight;
  /** `stored`: ISO 8601 UTC with milliseconds. Same result for the same argument. */
  readonly prepare: (stored: string) => StoredStatement;
  /** JSON of what `prepare` gave, in the words of the client; on one line. */
  readonly write: (prepared: StoredStatement) => string;
}
