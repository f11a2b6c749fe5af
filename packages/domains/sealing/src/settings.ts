import type { EsignTrouble } from '@sinau/esign';
import type { AgencyId, PersonId } from '@sinau/kernel';
import type { DocumentKind, SealReason } from './seal-row.ts';
import type { Sealer } from './sealer.ts';

/** Why nothing goes on until somebody does something. `refusing`: one after the other was not taken. */
export type Standstill = EsignTrouble | 'other-seal' | 'no-answer' | 'refusing';

/** What an administrator has the worker do, and what came of it. */
export interface SealTrial {
  readonly what: 'activation' | 'test';
  readonly at: string;
  /** Absent while it is being done. */
  readonly outcome?: 'good' | SealReason;
  readonly words?: string;
  /** Whose seal it was. */
  readonly sealer?: Sealer;
}

export const changedThings = [
  ...['on', 'off', 'address', 'account', 'password', 'subscriber', 'documents', 'since'],
  ...['activation', 'sealer', 'resumed'],
] as const;
export type ChangedThing =
  | ('on' | 'off' | 'address' | 'account' | 'password' | 'subscriber' | 'documents' | 'since')
  | ('activation' | 'sealer' | 'resumed');

/** Who changed what; never a secret. */
export interface SettingsEntry {
  readonly at: string;
  readonly by: PersonId;
  readonly what: readonly ChangedThing[];
}

/** How an agency seals. Times are ISO 8601 UTC. */
export interface SealSettings {
  readonly agencyId: AgencyId;
  readonly isOn: boolean;
  readonly documents: readonly DocumentKind[];
  /** What was issued before is left alone. */
  readonly since: string;
  /** Of the agency's server, without a slash at the end. */
  readonly address?: string;
  readonly username?: string;
  readonly sealedPassword?: string;
  readonly subscriberId?: string;
  /** `isMailed`: a person has entered it, and it was not renewed yet. */
  readonly activation?: {
    readonly sealed: string;
    readonly since: string;
    readonly endsAt?: string;
    readonly isMailed?: true;
  };
  /** Whose seal the agency has confirmed; another one replaces nothing. */
  readonly sealer?: Sealer;
  readonly trial?: SealTrial;
  readonly standstill?: { readonly because: Standstill; readonly at: string; readonly words?: string };
  readonly pause?: { readonly until: string; readonly count: number };
  /** Who works for the agency now. */
  readonly worker?: { readonly id: string; readonly until: string };
  /** Documents in a row that did not come back sealed. */
  readonly streak: number;
  readonly lastSealedAt?: string;
  /** The latest first, some of them. */
  readonly history: readonly SettingsEntry[];
  readonly rev: number;
}

export const newSettings = (agencyId: AgencyId, now: Date): SealSettings => ({
  ...{ agencyId, isOn: false, documents: ['certificate', 'transcript'], since: now.toISOString() },
  ...{ streak: 0, history: [], rev: 0 },
});

/** What is missing before anything can be sealed, in the order in which it is filled in. */
export const lacks = ['address', 'account', 'subscriber', 'activation', 'sealer'] as const;
export type Lack = (typeof lacks)[number];

export function lacksOf(settings: SealSettings, now: Date): readonly Lack[] {
  const { address, username, sealedPassword, subscriberId, activation, sealer } = settings;
  const isActive =
    activation && (activation.endsAt === undefined || Date.parse(activation.endsAt) > now.getTime());
  const there: Readonly<Record<Lack, boolean>> = {
    address: address !== undefined,
    account: username !== undefined && sealedPassword !== undefined,
    subscriber: subscriberId !== undefined,
    activation: isActive === true,
    sealer: sealer !== undefined,
  };
  return lacks.filter((one) => !there[one]);
}

/** The worker may go on. */
export const isOpen = (settings: SealSettings, now: Date): boolean =>
  settings.isOn &&
  settings.standstill === undefined &&
  (settings.pause === undefined || Date.parse(settings.pause.until) <= now.getTime()) &&
  lacksOf(settings, now).length === 0;

/** A document of the agency that is to be sealed. */
export const covers = (
  { isOn, documents, since }: SealSettings,
  of: { readonly kind: DocumentKind; readonly issuedAt: string },
): boolean => isOn && documents.includes(of.kind) && of.issuedAt >= since;
