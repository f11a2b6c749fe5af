import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import {
  type Rejection,
  type RemoteRecord,
  type SiasnTrouble,
  type There,
  type Training,
  wholeHours,
} from '@sinau/siasn';
import type { Environment } from './settings.ts';

/** One line of the ledger, as SIASN is to know it. Dates are ISO dates of the learner. */
export interface Content {
  /** In Bahasa Indonesia, if it has such a title. */
  readonly title: string;
  readonly organiser: string;
  readonly from: string;
  readonly to: string;
  /** What is recognised: never what a certificate claims. */
  readonly jp: Jp;
  /** Code of PerLAN 10/2018. */
  readonly form: string;
  readonly number?: string;
  /** Of what was learned here. */
  readonly courseId?: string;
  readonly document?: SyncDocument;
  /** A new edition of its certificate is being printed: nothing is brought there before it is ready. */
  readonly isPrinting?: true;
}

/** The PDF that proves it. */
export type SyncDocument =
  | { readonly kind: 'certificate'; readonly number: string; readonly edition: number }
  | { readonly kind: 'evidence'; readonly learningId: string; readonly evidenceId: string };

/** Why something cannot be sent yet. */
export const lacks = ['nip', 'hours', 'organiser', 'subject', 'level'] as const;
export type Lack = (typeof lacks)[number];

export const syncStates = [
  'queued',
  'sending',
  'unknown',
  'incomplete',
  'filed',
  'rejected',
  'differs',
  'accepted',
  'excluded',
  'superseded',
] as const;
export type SyncState = (typeof syncStates)[number];

export type SyncReason =
  | Rejection
  | SiasnTrouble
  | ('no-answer' | 'degree' | 'before-first-year' | 'by-hand' | 'record-taken' | 'file-released')
  /** Why what stands there by other hands than ours is not what is to stand there. */
  | ('found-differs' | 'corrected-since' | 'taken-back-since');

export interface SyncRef {
  readonly personId: PersonId;
  /** The `earned` entry of the ledger. */
  readonly lineId: string;
}

/** Words of SIASN for what a line is: for courses and for leadership training. */
export interface Chosen {
  readonly subjectId?: string;
  readonly levelId?: number;
}

/** What is known of a line in one environment of SIASN; another one knows nothing of it. */
export interface Facts {
  readonly environment: Environment;
  readonly state: SyncState;
  readonly because?: SyncReason;
  /** SIASN's own words; of what a person has released, theirs. */
  readonly words?: string;
  /** The record there. */
  readonly remote?: RemoteRecord;
  /** Creating this was begun, and nobody knows what became of it. */
  readonly tried?: Training;
  /** What stands there; absent: nothing, or nobody knows. */
  readonly standing?: {
    readonly mark: string;
    readonly at: string;
    readonly by: 'service' | 'file' | 'hand';
    /** What a file or a person has said, to know it again by. */
    readonly like?: Training;
  };
  /** As what it was sent last. */
  readonly as?: Chosen;
  /** What others have entered, where it is not what is to stand there. */
  readonly there?: There;
  /** The file it went with, or is held by. */
  readonly reportId?: string;
  /** What the file says that holds it. */
  readonly filed?: { readonly mark: string; readonly like: Training };
}

/** What is owed to SIASN of one line, and what it has. Times are ISO 8601 UTC. */
export interface SyncRow extends SyncRef, Facts {
  readonly agencyId: AgencyId;
  /** What is to stand there; absent: nothing any more. */
  readonly content?: Content;
  /** For lists when there is no content any more. */
  readonly title: string;
  /** Of the last day. */
  readonly year: number;
  readonly lacks: readonly Lack[];
  /** Chosen for this line alone. */
  readonly chosen?: Chosen;
  /** What it came to in the other environment. */
  readonly aside?: Facts;
  /** Who works on it, and which content was handed out, as what. */
  readonly work?: { readonly leaseId: string; readonly mark: string; readonly as: Chosen };
  /** The lease under which its last end was noted: told once more, that is no other. */
  readonly endedLease?: string;
  /** When it is to be tried, or when the one who works on it has lost it. */
  readonly dueAt?: string;
  readonly waitsSince?: string;
  readonly tries: number;
  readonly changedAt: string;
  readonly rev: number;
}

/** The same for the same content, in whatever order it was made. */
export const markOf = (content: Content | undefined): string =>
  content === undefined
    ? ''
    : JSON.stringify(Object.entries(content).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/**
 * Whether a record that was brought there with this mark says of the line what is to be said now. Its document is left out: a file carries none,
 * and what others have attached is theirs, so a certificate that is printed again changes nothing of such a record.
 */
export function saysSame(mark: string, content: Content): boolean {
  if (mark === '') return false;
  const entries: readonly (readonly [string, unknown])[] = JSON.parse(mark);
  const was = new Map(entries);
  const isSame = (['title', 'organiser', 'from', 'to', 'form', 'number'] as const).every(
    (field) => was.get(field) === content[field],
  );
  // Fractions of an hour are not told there.
  return isSame && wholeHours(Number(was.get('jp')) as Jp) === wholeHours(content.jp);
}

export const withoutWork = (row: SyncRow): SyncRow => {
  const { work: _, dueAt: __, ...rest } = row;
  return rest;
};

/** From the beginning again: no try counts, no trouble is known. */
export function queued(row: SyncRow, now: Date): SyncRow {
  const { because: _, words: __, ...rest } = withoutWork(row);
  const at = now.toISOString();
  return { ...rest, state: 'queued', lacks: [], tries: 0, dueAt: at, waitsSince: at, changedAt: at };
}
