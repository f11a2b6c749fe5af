import type { EsignClient } from '@sinau/esign';
import type { AgencyId } from '@sinau/kernel';
import type { SealRef, SealRow, SealState } from './seal-row.ts';
import type { Sealer, SealFault } from './sealer.ts';
import type { SealSettings } from './settings.ts';

/** Rejects with `Unavailable`. Reads by key see every write that was answered before. */
export interface SealRowStore {
  find(ref: SealRef): Promise<SealRow | undefined>;
  /** `row.rev`: the one that was read, 0 where there is none; it is written as the next one. */
  save(row: SealRow): Promise<'saved' | 'stale'>;
  /** Those of an agency that are due at `now`, longest due first; may be behind by a moment. */
  listDue(agencyId: AgencyId, now: string, limit: number): Promise<readonly SealRow[]>;
  /** Of an agency in one state, newest change first; may be behind by a moment. */
  listIn(
    agencyId: AgencyId,
    state: SealState,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly rows: readonly SealRow[]; readonly next?: string }>;
}

export interface SealSettingsStore {
  find(agencyId: AgencyId): Promise<SealSettings | undefined>;
  save(settings: SealSettings): Promise<'saved' | 'stale'>;
  /** Agencies that have switched it on; may be behind by a moment. */
  listOn(): Promise<readonly AgencyId[]>;
}

export interface SealStore {
  readonly rows: SealRowStore;
  readonly settings: SealSettingsStore;
}

/** What was printed. */
export interface SealDocuments {
  /** The unsealed PDF of an edition that counts; else why it does not. */
  read(ref: SealRef): Promise<Uint8Array | 'revoked' | 'replaced' | 'gone'>;
}

/** What services have sent back, by the attempt that it came of. */
export interface SealedFiles {
  put(ref: SealRef, fileId: string, pdf: Uint8Array): Promise<void>;
  get(ref: SealRef, fileId: string): Promise<Uint8Array | undefined>;
  remove(ref: SealRef, fileId: string): Promise<void>;
}

export interface SealChecker {
  /** Whose seal is on it; or what is wrong with it. */
  check(given: {
    readonly original: Uint8Array;
    readonly sealed: Uint8Array;
    readonly at: Date;
  }): { readonly sealer: Sealer } | { readonly refused: SealFault };
}

/** Keeps what must be read again; what was sealed for one context opens in no other. */
export interface SecretBox {
  seal(text: string, context: Readonly<Record<string, string>>): Promise<string>;
  open(sealed: string, context: Readonly<Record<string, string>>): Promise<string>;
}

export interface EsignOpener {
  /** The service of an agency; sends to public addresses alone. */
  open(of: {
    readonly address: string;
    readonly username: string;
    readonly password: string;
    readonly subscriberId: string;
  }): EsignClient;
}

export interface AddressCheck {
  /** Whether an address may be asked: https and public, unless it is one machine alone. */
  mayAsk(address: string): Promise<boolean>;
}
