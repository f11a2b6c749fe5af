import type { EsignTrouble } from '@sinau/esign';
import type { AgencyId } from '@sinau/kernel';
import type { Sealer, SealFault } from './sealer.ts';

export const sealStates = ['waiting', 'sealing', 'sealed', 'refused', 'unsure', 'dropped'] as const;
export type SealState = (typeof sealStates)[number];

export const documentKinds = ['certificate', 'transcript'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** One edition of what was printed. */
export interface SealRef {
  readonly kind: DocumentKind;
  readonly number: string;
  /** From 1. */
  readonly edition: number;
}

/** Why a document is not sealed. `no-answer`: a seal may have been counted. `gave-up`: the service was away for a week. */
export type SealReason =
  | EsignTrouble
  | SealFault
  | 'other-seal'
  | 'no-answer'
  | 'gave-up'
  | 'revoked'
  | 'replaced'
  | 'gone';

/** What was sealed, and by whom. */
export interface Seal {
  readonly at: string;
  readonly sealer: Sealer;
  /** Of the sealed file, hexadecimal. */
  readonly sha256: string;
  /** Where it lies. */
  readonly fileId: string;
}

/** The sealing of one document. Names nobody. Times are ISO 8601 UTC. */
export interface SealRow extends SealRef {
  readonly agencyId: AgencyId;
  readonly state: SealState;
  readonly because?: SealReason;
  /** What the service itself said. */
  readonly words?: string;
  /** Under which an answer is kept; noted before the document leaves, so whoever finds it knows that a seal may have been counted. */
  readonly attemptId?: string;
  readonly seal?: Seal;
  /** So often it has left. */
  readonly tries: number;
  /** Absent: nobody is to look at it. While it is held: when the lease ends. */
  readonly dueAt?: string;
  /** Since when it waits. */
  readonly since: string;
  readonly changedAt: string;
  /** Counts writes; a write names the one it has read, 0 for none. */
  readonly rev: number;
}

const withoutWork = (row: SealRow): Omit<SealRow, 'because' | 'words' | 'dueAt'> => {
  const { because: _, words: __, dueAt: ___, ...rest } = row;
  return rest;
};

/** To be looked at as soon as may be. */
export const waiting = (row: SealRow, at: string): SealRow => ({
  ...withoutWork(row),
  ...{ state: 'waiting', dueAt: at, changedAt: at },
});

/** The same, and what may have been counted is forgotten: nothing has left for certain. */
export function waitingUnsent(row: SealRow, at: string): SealRow {
  const { attemptId: _, ...rest } = row;
  return waiting(rest, at);
}

export const held = (row: SealRow, of: { readonly at: string; readonly until: string }): SealRow => ({
  ...withoutWork(row),
  ...{ state: 'sealing', dueAt: of.until, changedAt: of.at },
});

export const sealed = (row: SealRow, seal: Seal): SealRow => ({
  ...withoutWork(row),
  ...{ state: 'sealed', seal, changedAt: seal.at },
});

export function ended(
  row: SealRow,
  of: {
    readonly state: 'refused' | 'unsure' | 'dropped';
    readonly because: SealReason;
    readonly words?: string;
    readonly at: string;
  },
): SealRow {
  const { state, because, words = '', at } = of;
  return { ...withoutWork(row), state, because, changedAt: at, ...(words !== '' && { words }) };
}
