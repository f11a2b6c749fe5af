import type { PersonPrincipal } from '@sinau/kernel';

export const sealStateNames = ['waiting', 'sealing', 'sealed', 'refused', 'unsure', 'dropped'] as const;
export type SealStateName = (typeof sealStateNames)[number];

export const sealDocumentNames = ['certificate', 'transcript'] as const;
export type SealDocumentName = (typeof sealDocumentNames)[number];

export type SealReasonName =
  | ('signed-out' | 'not-registered' | 'not-activated' | 'quota-spent' | 'certificate-ended' | 'address')
  | ('unreachable' | 'busy' | 'timeout' | 'broken-answer' | 'refused' | 'too-large')
  | ('other-document' | 'changed' | 'not-sealed' | 'forged' | 'ended' | 'broken')
  | ('other-seal' | 'no-answer' | 'gave-up' | 'revoked' | 'replaced' | 'gone' | 'refusing');

export type SealLackName = 'address' | 'account' | 'subscriber' | 'activation' | 'sealer';
export type SealChangeName =
  | ('on' | 'off' | 'address' | 'account' | 'password' | 'subscriber' | 'documents' | 'since')
  | ('activation' | 'sealer' | 'resumed');

/** What a seal says of itself to whoever has the document. */
export interface SealToldView {
  readonly at: string;
  readonly name: string;
  readonly organisation?: string;
  readonly issuer: string;
  readonly sha256: string;
}

/** How far the seal of a document is; absent where nobody has asked for one. */
export interface SealStandingView {
  readonly state: SealStateName;
  readonly because?: SealReasonName;
  readonly seal?: SealToldView;
}

export interface SealerView {
  readonly name: string;
  readonly organisation?: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly fingerprint: string;
  readonly validTo: string;
}

export interface SealSettingsView {
  readonly isOn: boolean;
  readonly documents: readonly SealDocumentName[];
  /** ISO date, by the clock of western Indonesia. */
  readonly since: string;
  readonly address?: string;
  readonly username?: string;
  readonly hasPassword: boolean;
  readonly subscriberId?: string;
}

export interface SealDeskView {
  readonly settings: SealSettingsView;
  readonly lacks: readonly SealLackName[];
  readonly counts: readonly {
    readonly state: SealStateName;
    readonly count: number;
    readonly atLeast: boolean;
  }[];
  /** Confirmed by the agency. `endsSoon`: within thirty days. */
  readonly sealer?: SealerView & { readonly endsSoon: boolean };
  readonly activationEndsAt?: string;
  readonly trial?: {
    readonly what: 'activation' | 'test';
    readonly at: string;
    /** Absent while it is being done. */
    readonly outcome?: 'good' | SealReasonName;
    readonly words?: string;
    readonly sealer?: SealerView;
    /** It is the one that is confirmed already. */
    readonly isConfirmed: boolean;
  };
  readonly standstill?: { readonly because: SealReasonName; readonly at: string; readonly words?: string };
  readonly pausedUntil?: string;
  readonly lastSealedAt?: string;
  readonly history: readonly {
    readonly at: string;
    readonly by: string;
    readonly what: readonly SealChangeName[];
  }[];
}

export interface SealRowView {
  readonly kind: SealDocumentName;
  readonly number: string;
  readonly edition: number;
  readonly state: SealStateName;
  readonly because?: SealReasonName;
  readonly words?: string;
  readonly tries: number;
  readonly changedAt: string;
}

export interface SealSettingsForm {
  readonly isOn: boolean;
  readonly documents: readonly SealDocumentName[];
  readonly since: string;
  readonly address?: string;
  readonly username?: string;
  /** Absent: as it was. */
  readonly password?: string;
  readonly subscriberId?: string;
}

/** How an agency's seal stands, for operators. Names nobody. */
export interface WatchedSealView {
  readonly agency: string;
  readonly state: 'running' | 'paused' | 'lacking' | 'stopped';
  readonly standstill?: { readonly because: SealReasonName; readonly at: string; readonly words?: string };
  readonly lacks: readonly SealLackName[];
  readonly pausedUntil?: string;
  readonly waiting: number;
  readonly atLeast: boolean;
  /** Those that wait longest. */
  readonly longest: readonly { readonly number: string; readonly edition: number; readonly since: string }[];
  readonly lastSealedAt?: string;
  readonly sealerEndsAt?: string;
}

/** The electronic seal of the reader's agency. */
export interface SealsPorts {
  /** Of all agencies that have switched it on, for operators; those that stand still first. */
  watched(reader: PersonPrincipal): Promise<readonly WatchedSealView[]>;
  deskOf(reader: PersonPrincipal): Promise<SealDeskView>;
  save(reader: PersonPrincipal, form: SealSettingsForm): Promise<void>;
  /** Has the worker ask for a code, or seal a sample. */
  order(reader: PersonPrincipal, what: 'activation' | 'test'): Promise<void>;
  activate(reader: PersonPrincipal, code: string): Promise<void>;
  confirm(reader: PersonPrincipal, fingerprint: string): Promise<void>;
  resume(reader: PersonPrincipal): Promise<void>;
  rowsOf(
    reader: PersonPrincipal,
    asked: { readonly state: SealStateName; readonly token: string | undefined },
  ): Promise<{ readonly rows: readonly SealRowView[]; readonly nextPageToken?: string }>;
  tryAgain(
    reader: PersonPrincipal,
    ref: { readonly kind: SealDocumentName; readonly number: string; readonly edition: number },
  ): Promise<void>;
  tryAllAgain(reader: PersonPrincipal, state: 'refused' | 'unsure'): Promise<void>;
}
