import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export type RosterFileName =
  | 'academicSessions'
  | 'courses'
  | 'classes'
  | 'users'
  | 'enrollments'
  | 'lineItems'
  | 'results';

export interface PackageFindingView {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly message: LanguageMap;
  readonly mend: LanguageMap;
}

export interface TakenPackageView {
  readonly name: string;
  readonly version: string;
  readonly systemName?: string;
  readonly at: string;
  readonly files: readonly {
    readonly file: RosterFileName;
    readonly mode: 'bulk' | 'delta';
    readonly rows: number;
    readonly changed: boolean;
  }[];
  readonly people?: { readonly all: number; readonly known: number };
}

export interface PackagesView {
  readonly counts: readonly { readonly file: RosterFileName; readonly rows: number; readonly at: string }[];
  /** Latest first. */
  readonly packages: readonly TakenPackageView[];
  /** The last package, when it was not taken. */
  readonly refused?: {
    readonly name: string;
    readonly at: string;
    readonly total: number;
    readonly findings: readonly PackageFindingView[];
  };
}

/** Packages of a connection of the provider that the person writes for. */
export interface PackagesPorts {
  /** Of one package. */
  readonly maxBytes: number;
  packagesOf(person: PersonPrincipal, connectionId: string): Promise<PackagesView>;
  /** What became of it is part of `packagesOf` from then on. */
  send(
    person: PersonPrincipal,
    connectionId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<void>;
}
