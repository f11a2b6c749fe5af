import type { PersonPrincipal } from '@sinau/kernel';

export type SiasnIndexTrouble =
  | ('signed-out' | 'client-refused' | 'forbidden' | 'unreachable' | 'busy' | 'timeout')
  | ('broken-answer' | 'refused' | 'unreadable');

export const indexCountNames = ['value', 'none', 'failed', 'numberless'] as const;
export type IndexCountName = (typeof indexCountNames)[number];

export interface SiasnIndexRound {
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly counts: Readonly<Record<IndexCountName, number>>;
}

/** How an agency reads official values of IP ASN. No value is in it. Times are ISO 8601 UTC. */
export interface SiasnIndexesView {
  /** SIASN itself. */
  readonly isSiasnOn: boolean;
  readonly isOn: boolean;
  readonly isTrial: boolean;
  /** Who reads: `old` is a connector that cannot. */
  readonly reader: 'there' | 'old' | 'nobody';
  /** People of the agency, about. */
  readonly people: number;
  readonly round?: SiasnIndexRound;
  readonly before?: SiasnIndexRound;
  /** When the next round begins; absent while one runs. */
  readonly nextAt?: string;
  readonly readAt?: string;
  readonly pause?: { readonly because: SiasnIndexTrouble; readonly at: string; readonly until: string };
  /** Newest first. */
  readonly failures: readonly {
    readonly name: string;
    readonly because: SiasnIndexTrouble;
    readonly at: string;
  }[];
}

export interface SiasnIndexPorts {
  indexesOf(reader: PersonPrincipal): Promise<SiasnIndexesView>;
  switchIndexes(reader: PersonPrincipal, isOn: boolean): Promise<void>;
  readIndexesNow(reader: PersonPrincipal): Promise<void>;
}
