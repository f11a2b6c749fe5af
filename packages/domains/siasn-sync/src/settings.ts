import type { AgencyId, PersonId } from '@sinau/kernel';

/** What SIASN calls itself to those who try: BKN has a place for it. */
export const environments = ['training', 'production'] as const;
export type Environment = (typeof environments)[number];

/** Why nothing goes on until somebody does something. */
export const standstills = ['signed-out', 'client-refused', 'forbidden', 'holder-left'] as const;
/** `holder-left`: whoever opened the session administers the agency no more. */
export type Standstill = (typeof standstills)[number];

/** How an agency brings its lines to SIASN. Times are ISO 8601 UTC. */
export interface SyncSettings {
  readonly agencyId: AgencyId;
  /** Off: nothing is noted and nothing sent. */
  readonly isOn: boolean;
  readonly environment: Environment;
  /** Lines of earlier years are left alone. */
  readonly fromYear: number;
  /** `instansiId`, 32 hexadecimal digits. */
  readonly siasnAgencyId?: string;
  /** `jenisKursus` of courses that have none of their own. */
  readonly subjectId?: string;
  /** Of the agency at BKN's API manager; the secret is sealed. */
  readonly consumer?: { readonly key: string; readonly sealed: string };
  /** Somebody has signed in, and lets our worker send until it ends. */
  readonly session?: {
    readonly sealed: string;
    readonly by: PersonId;
    readonly since: string;
    readonly endsAt: string;
  };
  readonly standstill?: { readonly because: Standstill; readonly at: string };
  /** Counts writes; a write names the one it has read, 0 for none. */
  readonly rev: number;
}

/** A connector that an agency runs in its own network, as it was heard of last. */
export interface ConnectorSeen {
  readonly agencyId: AgencyId;
  readonly clientId: string;
  /** Of the API client, as the agency has named it. */
  readonly name: string;
  readonly at: string;
  readonly environment: Environment;
  readonly version: string;
  /** Why it has stopped; absent: it works. */
  readonly trouble?: Exclude<Standstill, 'holder-left'>;
}

export const newSettings = (agencyId: AgencyId, now: Date): SyncSettings => ({
  ...{ agencyId, isOn: false, environment: 'training', rev: 0 },
  // Where people are, in its east: what ends today there belongs to this year.
  fromYear: new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear(),
});

/** Our worker may send: somebody is signed in, with the client of the agency. */
export const isOpen = (settings: SyncSettings, now: Date): boolean =>
  settings.isOn &&
  settings.consumer !== undefined &&
  settings.siasnAgencyId !== undefined &&
  settings.session !== undefined &&
  Date.parse(settings.session.endsAt) > now.getTime() + 60_000;
