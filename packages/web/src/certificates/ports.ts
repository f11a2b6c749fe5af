import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { SealStandingView, SealToldView } from '../seals/ports.ts';

/** `making`: its documents are ready within a minute. */
export type CertificateState = 'making' | 'valid' | 'revoked';

export type RevocationReason = 'completion-withdrawn' | 'issued-in-error' | 'other';

/** What the agency says of its JP: they wait for it, or were not recognised. */
export type HoursState = 'held' | 'rejected';

export interface CertificateCard {
  readonly number: string;
  readonly title: LanguageMap;
  readonly provider: string;
  readonly jp?: Jp;
  readonly hours?: HoursState;
  readonly completedAt: string;
  /** As it is printed, by the clock of the place where the holder worked; ISO date. */
  readonly lastDay: string;
  readonly state: CertificateState;
  /** From 1; a later one has corrected the one before. */
  readonly edition: number;
}

/** `corrected`: it counts, and papers of an edition before do not. */
export const walletStates = ['valid', 'corrected', 'revoked'] as const;
export type WalletState = (typeof walletStates)[number];

export interface WalletFilter {
  readonly year?: number;
  readonly state?: WalletState;
}

/** What somebody has earned, as far as it was asked for. */
export interface Wallet {
  readonly certificates: readonly CertificateCard[];
  /** In which there are any, the latest first. */
  readonly years: readonly number[];
  readonly nextPageToken?: string;
}

export interface EditionView {
  readonly edition: number;
  readonly issuedAt: string;
  readonly holderName: string;
  /** Of later ones. */
  readonly reason?: string;
  /** Name of whoever asked for it, for those who may decide. */
  readonly by?: string;
}

/** One certificate, for its holder and for those who may decide about it. */
export interface CertificateView extends CertificateCard {
  readonly courseId: string;
  readonly startedAt: string;
  readonly firstDay: string;
  /** The latest first. */
  readonly editions: readonly EditionView[];
  readonly revoked?: {
    readonly at: string;
    readonly reason: RevocationReason;
    readonly note?: string;
    /** Name of whoever decided, for those who may decide. */
    readonly by?: string;
    /** The completion was taken back and given again so often that a person has to issue it again. */
    readonly waitsForPerson?: true;
  };
  readonly isOwn: boolean;
  /** Internal id of the holder. */
  readonly holderId: string;
  readonly mayDecide: boolean;
  /** Where anybody checks it. */
  readonly verifyUrl: string;
  /** Of the badge; its twin lies beside it with `.jwt`. */
  readonly badgeUrl: string;
  /** How far the seal of the latest edition is; absent where nobody has asked for one. */
  readonly seal?: SealStandingView;
}

/** What anybody who has the number may know. */
export interface VerifiedView {
  readonly number: string;
  readonly holderName: string;
  readonly title: LanguageMap;
  readonly providerName: string;
  readonly jp?: Jp;
  readonly hours?: HoursState;
  readonly startedAt: string;
  readonly completedAt: string;
  /** As they are printed; ISO dates. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly issuedAt: string;
  /** From 1; a later one has corrected the one before. */
  readonly edition: number;
  readonly pdfSha256?: string;
  /** Absent while it is not sealed. */
  readonly seal?: SealToldView;
  readonly revoked?: { readonly at: string; readonly reason: RevocationReason };
}

/** Those of one person that the reader may decide about. */
export interface CertificatesOfPerson {
  readonly personId: string;
  readonly name: string;
  readonly certificates: readonly CertificateCard[];
  readonly nextPageToken?: string;
}

export interface CertificatesPorts {
  ownOf(
    reader: PersonPrincipal,
    asked: { readonly token: string | undefined; readonly filter: WalletFilter },
  ): Promise<Wallet>;
  ofPerson(
    reader: PersonPrincipal,
    personId: string,
    token: string | undefined,
  ): Promise<CertificatesOfPerson>;
  certificateOf(reader: PersonPrincipal, typed: string): Promise<CertificateView>;
  /** Sealed, where it is. Undefined while it is being made, and of one that was revoked. */
  pdfOf(
    reader: PersonPrincipal,
    typed: string,
    form?: 'unsealed',
  ): Promise<{ readonly number: string; readonly pdf: Uint8Array; readonly holderId: string } | undefined>;
  reissue(reader: PersonPrincipal, typed: string, request: { readonly reason: string }): Promise<void>;
  revoke(
    reader: PersonPrincipal,
    typed: string,
    request: { readonly reason: RevocationReason; readonly note: string },
  ): Promise<void>;
  /** The number as it is written, if it can be one. */
  numberIn(typed: string): Promise<string | undefined>;
  verify(typed: string): Promise<VerifiedView | undefined>;
}
