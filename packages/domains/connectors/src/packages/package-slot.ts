import type { ProviderId } from '@sinau/kernel';
import type { FileMode, PackageFinding, RosterFile } from '@sinau/rostering/one-roster-package';
import type { ConnectionId } from '../connection.ts';

/** One file as it counts now. Its rows lie apart, under `contentId`. */
export interface KeptFile {
  readonly contentId: string;
  /** Of the rows; equal for equal rows. */
  readonly digest: string;
  readonly rows: number;
  /** When a package changed it last. */
  readonly at: string;
}

/** One package that counted. Of people there are numbers alone. */
export interface TakenPackage {
  readonly packageId: string;
  /** As the file was called. */
  readonly name: string;
  /** Of OneRoster. */
  readonly version: string;
  /** The program that made it, as its manifest says. */
  readonly systemName?: string;
  readonly at: string;
  readonly by: string;
  /** `changed`: something of this file counts now that did not before, or the other way round. */
  readonly files: readonly {
    readonly file: RosterFile;
    readonly mode: FileMode;
    readonly rows: number;
    readonly changed: boolean;
  }[];
  /** People in the package, and those of them who are called by a pseudonym of Sinau. */
  readonly people?: { readonly all: number; readonly known: number };
}

/** The package that was refused last; nothing of it counts. */
export interface RefusedPackage {
  readonly name: string;
  readonly at: string;
  /** The first of them. */
  readonly findings: readonly PackageFinding[];
  readonly total: number;
}

/** Everything that a connection has of packages. */
export interface PackageSlot {
  readonly connectionId: ConnectionId;
  readonly providerId: ProviderId;
  readonly contents: Readonly<Partial<Record<RosterFile, KeptFile>>>;
  /** Latest first. */
  readonly packages: readonly TakenPackage[];
  /** Gone as soon as another package counts. */
  readonly refused?: RefusedPackage;
  /** Counts the writes; the next one names the one it has read. 0: there was none. */
  readonly rev: number;
}

export const mostPackagesListed = 10;
export const mostFindingsKept = 100;
