import type { ProviderId } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import type { CourseContent, SyncField } from './content.ts';

/** `returned`: the provider offers again what was withdrawn here. */
export const changeKinds = ['new', 'changed', 'withdrawn', 'returned'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Who decides: a person, a machine of the provider, or the rule of the connection. */
export type SyncParty =
  | { readonly kind: 'person' | 'client'; readonly id: string; readonly name: string }
  | { readonly kind: 'rule' };

/**
 * What the person who decides should know. `jp-missing`, `jp-from-sks`: the author states JP before publication; credits
 * of a university are no lesson hours, and nobody has laid down how many they are. `price-missing`: free until stated.
 * `completion-unchosen`: nobody has chosen what counts as done, and it cannot be known. `completion-out-of-reach`: the course that was made
 * waits for a word that its provider does not say. These two are found when somebody looks, by the settings of then.
 */
export const itemFindings = [
  'title-missing',
  'jp-missing',
  'jp-from-sks',
  'price-missing',
  'url-missing',
  'url-unusable',
  'dates-wrong',
  'description-cut',
  'completion-unchosen',
  'completion-out-of-reach',
] as const;
export type ItemFinding = (typeof itemFindings)[number];

/** A change of the provider's that somebody decides on. */
export interface Waiting {
  readonly change: ChangeKind;
  /** Of what the provider says; empty for a withdrawal. */
  readonly hash: string;
  /** What is other than was accepted; empty when new. */
  readonly fields: readonly SyncField[];
  /** Of these, what somebody has edited here since. */
  readonly conflicts: readonly SyncField[];
  readonly findings: readonly ItemFinding[];
  readonly runId: string;
  readonly since: string;
  /** It stays so until the provider says something else. */
  readonly rejected?: { readonly by: SyncParty; readonly at: string };
  /** A person took the acceptance back, so the rule leaves it alone. */
  readonly undone?: true;
}

export interface Accepted {
  readonly content: CourseContent;
  readonly hash: string;
  readonly at: string;
  readonly by: SyncParty;
}

export type CourseStanding = 'draft' | 'published' | 'retired';

/** A decision that is being carried out. It is kept before anything happens, so that whoever comes next ends it. */
export interface InHand {
  readonly action: 'accept' | 'undo';
  readonly by: SyncParty;
  readonly at: string;
  /** Of conflicting fields: overwrite what was edited here, or leave it. */
  readonly take: readonly SyncField[];
  readonly keep: readonly SyncField[];
  readonly submit: boolean;
  /** The course as it was before; absent for a new one. */
  readonly before?: { readonly content: CourseContent; readonly standing: CourseStanding };
}

/** How the last acceptance is taken back. */
export interface Undo {
  readonly change: ChangeKind;
  readonly fields: readonly SyncField[];
  /** What the course said before. */
  readonly values?: CourseContent;
  readonly standing?: CourseStanding;
  /** What was accepted before. */
  readonly accepted?: Accepted;
}

/** One course of a provider, as it was last seen and as it was last accepted. Times are ISO 8601 UTC. */
export interface SyncItem {
  readonly connectionId: ConnectionId;
  readonly providerId: ProviderId;
  readonly externalId: string;
  /** As last seen. */
  readonly content: CourseContent;
  readonly hash: string;
  readonly isCut?: true;
  /** The provider says that it follows no completion of this course, so scores are all that will come. */
  readonly tellsCompletion?: false;
  readonly seenAt: string;
  /** The last whole run met it. */
  readonly present: boolean;
  readonly accepted?: Accepted;
  /** The course that was made of it. */
  readonly courseId?: string;
  /** How many courses were made of it and taken away again. */
  readonly generation: number;
  /** Its withdrawal was accepted; how the course stood before. */
  readonly closed?: CourseStanding;
  readonly waiting?: Waiting;
  readonly inHand?: InHand;
  readonly undo?: Undo;
  readonly rev: number;
}

/** What one decision did, for good. */
export interface AuditLine {
  readonly connectionId: ConnectionId;
  readonly providerId: ProviderId;
  readonly externalId: string;
  /** `rev` of the item after it. */
  readonly rev: number;
  readonly at: string;
  readonly by: SyncParty;
  readonly action: 'accept' | 'reject' | 'undo' | 'unreject';
  readonly change: ChangeKind;
  readonly courseId?: string;
  readonly title: string;
  /** What the course said, and says now. */
  readonly fields: readonly {
    readonly field: SyncField;
    readonly before?: string | number | readonly string[];
    readonly after?: string | number | readonly string[];
  }[];
  /** Whether the course was handed to reviewers with it. */
  readonly submitted?: boolean;
}

/** The list an item stands in. */
export const itemLists = [
  'new',
  'changed',
  'withdrawn',
  'returned',
  'conflict',
  'rejected',
  'settled',
] as const;
export type ItemList = (typeof itemLists)[number];

export function listOf({ waiting, accepted }: Pick<SyncItem, 'waiting' | 'accepted'>): ItemList | undefined {
  if (!waiting) return accepted ? 'settled' : undefined;
  if (waiting.rejected) return 'rejected';
  return waiting.conflicts.length > 0 ? 'conflict' : waiting.change;
}
