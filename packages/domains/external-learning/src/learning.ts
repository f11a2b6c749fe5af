import type { AgencyId, Brand, PersonId } from '@sinau/kernel';
import type { Details } from './details.ts';
import { textOfLines } from './text.ts';

export type LearningId = Brand<'ExternalLearningId'>;
export type EvidenceId = Brand<'EvidenceId'>;

/** The states that agencies know; `docs/decisions/0045` draws them. */
export const states = [
  'draft',
  'submitted',
  'supervisor_ok',
  'hr_ok',
  'assigned',
  'in_progress',
  'reported',
  'verified',
  'recognised',
  'returned',
  'rejected',
  'cancelled',
] as const;
export type State = (typeof states)[number];

/** `planned`: proposed before it happens. `attended`: told afterwards. `entered`: the agency has written it down. */
export const ways = ['planned', 'attended', 'entered'] as const;
export type Way = (typeof ways)[number];

/** What a file shows. */
export const evidenceKinds = ['certificate', 'letter', 'report'] as const;

/** A PDF that was looked at before it was kept. */
export interface Evidence {
  readonly evidenceId: EvidenceId;
  readonly kind: (typeof evidenceKinds)[number];
  /** As the file was called. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly pages: number;
  readonly sha256: string;
  readonly addedAt: string;
}

/** An item of an annual plan of the agency that a record is learned for. */
export interface PlanItemRef {
  readonly year: number;
  readonly itemId: string;
}

/** Something that somebody has learned, or will learn, outside the platform. */
export interface ExternalLearning {
  readonly learningId: LearningId;
  readonly personId: PersonId;
  /** Home agency when it was last sent: there it waits, and its rules hold. */
  readonly agencyId: AgencyId;
  readonly way: Way;
  readonly state: State;
  /** Whether a proposal or a report is sent next, or was sent last. */
  readonly stage: 'proposal' | 'report';
  readonly details: Details;
  readonly evidence: readonly Evidence[];
  readonly createdAt: string;
  /** Since when it waits for somebody, ISO 8601 UTC. */
  readonly waitingSince?: string;
  readonly verifiedAt?: string;
  /** Why it was returned, rejected or taken back last. */
  readonly reason?: string;
  /** Absent: nobody has named one. `by`: an administrator of the agency. */
  readonly planItem?: PlanItemRef & { readonly by: PersonId; readonly at: string };
  /** Lines of its history. */
  readonly lines: number;
  /** Counts the writes; the next one names the one it has read. */
  readonly rev: number;
}

export type Office = 'learner' | 'supervisor' | 'agency';

export type Actor =
  | { readonly kind: 'person'; readonly personId: PersonId; readonly as: Office }
  /** A system of the agency. */
  | { readonly kind: 'client'; readonly clientId: string; readonly name: string }
  | { readonly kind: 'system' };

/** One step of a record. Never changed, and removed with its record alone. */
export interface Line {
  /** From 1. */
  readonly n: number;
  readonly action: Action;
  /** Absent for the first. */
  readonly from?: State;
  readonly to: State;
  readonly at: string;
  readonly by: Actor;
  readonly reason?: string;
}

export const actions = [
  'add',
  'enter',
  'send',
  'approve',
  'assign',
  'begin',
  'verify',
  'recognise',
  'return',
  'reject',
  'reopen',
  'cancel',
  'restore',
] as const;
export type Action = (typeof actions)[number];

export const reasonSchema = textOfLines(5, 1000);

/** What counts, or will count as soon as the ledger has heard of it. */
export const stands = ({ state }: ExternalLearning): boolean =>
  state === 'verified' || state === 'recognised';
