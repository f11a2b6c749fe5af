import type { Brand, Jp, PersonId } from '@sinau/kernel';

/** Number of the transcripts of one person and year: `SINAU-JP-7K3M-9QXD-4TPA`. Stays through every edition. */
export type TranscriptNumber = Brand<'TranscriptNumber'>;

/** The yearly transcript of somebody: what was asked for, and how many editions there are. Times are ISO 8601 UTC. */
export interface Transcript {
  readonly number: TranscriptNumber;
  readonly personId: PersonId;
  readonly year: number;
  /** The latest edition; 0 while there is none. */
  readonly latest: number;
  /** When that one was made; absent for those of before. */
  readonly madeAt?: string;
  /** Given while one is being made: since when, and for whom. */
  readonly asked?: { readonly at: string; readonly by: Asker };
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

/** Internal id of a person, or id of an API client. */
export type Asker =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'client'; readonly clientId: string };

/** One printing: never changed, and never taken back, as it says what the ledger said then. Its record for machines gives way to the next one. */
export interface TranscriptEdition {
  readonly number: TranscriptNumber;
  /** From 1. */
  readonly edition: number;
  readonly year: number;
  /** When the ledger was read. */
  readonly asOf: string;
  readonly holderName: string;
  readonly recognised: Jp;
  readonly by: Asker;
  /** SHA-256 of what was printed, but for the moment; hexadecimal, as that of the file. */
  readonly factsSha256: string;
  readonly pdfSha256: string;
  /** Of its record for machines: whom it calls its subject, and its place in the list of revoked credentials, from 0. */
  readonly record?: { readonly subjectId: string; readonly statusIndex: number };
  /** Of its files, which nothing else that was printed has; those of before have none. */
  readonly filesId?: string;
}

/** Where the files of an edition are. */
export type TranscriptFilesPlace = Pick<TranscriptEdition, 'number' | 'edition' | 'filesId'>;

/** Why less of a line is recognised than was computed; the words of the ledger. */
export type TranscriptReason = 'cap_day' | 'cap_month' | 'over_cap' | 'held' | 'no_rule' | 'not_applicable';

interface Ground {
  readonly legalBasis: string;
  /** Whether somebody has read it in the official text. */
  readonly verified: boolean;
}

/** One thing that was learned. Dates are ISO dates of the learner. */
export interface TranscriptLine {
  readonly from: string;
  readonly to: string;
  readonly title: string;
  /** Absent where nobody knows any more. */
  readonly organiser?: string;
  /** Name of the form in Bahasa Indonesia. */
  readonly form: string;
  readonly stated: Jp;
  readonly computed: Jp;
  readonly recognised: Jp;
  readonly reasons: readonly TranscriptReason[];
}

/** Everything that a transcript says, but for its number and the moment. */
export interface TranscriptFacts {
  readonly year: number;
  readonly holderName: string;
  /** NIP or NI PPPK with everything hidden but its last four digits: the others tell a date of birth. */
  readonly maskedEmployeeNumber?: string;
  readonly agency?: string;
  readonly post?: string;
  readonly status?: 'PNS' | 'CPNS' | 'PPPK';
  /** IANA name of the zone that days are counted in. */
  readonly timeZone: string;
  /** What nobody has filled in, so that a default stands for it. */
  readonly assumed: readonly ('status' | 'time-zone')[];
  /** By their last day. */
  readonly lines: readonly TranscriptLine[];
  readonly stated: Jp;
  readonly computed: Jp;
  readonly recognised: Jp;
  readonly held: Jp;
  readonly minimum?: Ground & { readonly jp: Jp; readonly met: boolean };
  readonly maximum?: Ground & {
    readonly jp: Jp;
    readonly recognised: Jp;
    readonly from: string;
    readonly to: string;
  };
  /** A maximum that does not bind the person, because of their post. */
  readonly unbound?: Ground & { readonly jp: Jp };
}

/** What one form brought in the year. */
export interface FormSum {
  readonly form: string;
  readonly count: number;
  readonly computed: Jp;
  readonly recognised: Jp;
}

/** In the order of their first line. */
export function formSums(lines: readonly TranscriptLine[]): readonly FormSum[] {
  const sums = new Map<string, FormSum>();
  for (const { form, computed, recognised } of lines) {
    const before = sums.get(form) ?? { form, count: 0, computed: 0, recognised: 0 };
    sums.set(form, {
      ...{ form, count: before.count + 1 },
      computed: (before.computed + computed) as Jp,
      recognised: (before.recognised + recognised) as Jp,
    });
  }
  return [...sums.values()];
}
