import type { PersonPrincipal } from '@sinau/kernel';

export const groupNames = [
  ...(['service-users', 'community', 'experts', 'business', 'media', 'disability', 'officials'] as const),
] as const;
export type GroupName = (typeof groupNames)[number];
export const commitmentStateNames = ['open', 'kept', 'dropped'] as const;
export type CommitmentStateName = (typeof commitmentStateNames)[number];

export const phaseNames = ['before', 'during', 'after'] as const;
export type PhaseName = (typeof phaseNames)[number];
export type PhaseLackName = 'agenda' | 'participants' | 'minutes' | 'commitments' | 'outcomes';

export interface MinutesFileView {
  /** One of ours: everybody reads it. */
  readonly name: string;
  readonly pages: number;
  readonly sizeBytes: number;
}
/** Why a file is not kept. */
export type MinutesProblemName =
  | ('missing' | 'too-large' | 'not-pdf' | 'encrypted')
  | ('active' | 'tells-of-person' | 'too-much');

export interface CommitmentOrder {
  readonly said: string;
  readonly text: string;
  readonly unit: string;
  /** ISO date. */
  readonly due: string;
  readonly state: CommitmentStateName;
  readonly outcome?: string;
  readonly proof?: string;
  /** What has to be learned for it; absent: nothing. */
  readonly topic?: string;
}

export interface CommitmentView extends CommitmentOrder {
  readonly commitmentId: string;
  readonly isOverdue: boolean;
}

export interface ForumOrder {
  readonly title: string;
  readonly serviceIds: readonly string[];
  /** ISO date. */
  readonly heldOn: string;
  readonly place?: string;
  readonly link?: string;
  readonly agenda?: string;
  readonly participants: Readonly<Partial<Record<GroupName, number>>>;
  readonly minutes?: string;
  readonly minutesUrl?: string;
}

export interface ForumView extends ForumOrder {
  readonly forumId: string;
  /** Names of its services. */
  readonly services: readonly string[];
  readonly isAhead: boolean;
  readonly phase: PhaseName;
  /** What each phase still asks for. */
  readonly lacks: Readonly<Record<PhaseName, readonly PhaseLackName[]>>;
  readonly minutesFile?: MinutesFileView;
  readonly commitments: readonly CommitmentView[];
  readonly rev: number;
}

export interface ServiceChoice {
  readonly serviceId: string;
  readonly name: string;
}

/** What has to be learned for a commitment, and how far that is. */
export interface LearningView {
  readonly topic: string;
  readonly state: 'noted' | 'planned' | 'held';
  /** Of the plan that answers it. */
  readonly year?: number;
  /** Absent where they were few. */
  readonly people?: number;
}

export type PublicCommitmentView = Omit<CommitmentView, 'topic'> & { readonly learning?: LearningView };

/** What everybody reads of a forum; nobody in it is named. */
export interface PublicForumView {
  readonly forumId: string;
  readonly title: string;
  readonly heldOn: string;
  readonly isAhead: boolean;
  readonly phase: PhaseName;
  readonly place?: string;
  readonly link?: string;
  readonly agenda?: string;
  /** Absent where they were few, or nobody counted. */
  readonly participants?: number;
  readonly minutes?: string;
  readonly minutesUrl?: string;
  /** `path`: where everybody gets it. */
  readonly minutesFile?: MinutesFileView & { readonly path: string };
  readonly commitments: readonly PublicCommitmentView[];
}

export interface MinutesBytes {
  /** ISO date of the forum. */
  readonly day: string;
  readonly bytes: Uint8Array;
}

/** Forums of an administrator's own agency. */
export interface ForumPorts {
  /** By their day, the latest first. */
  list(person: PersonPrincipal): Promise<readonly ForumView[]>;
  forumOf(person: PersonPrincipal, forumId: string): Promise<ForumView>;
  /** What a forum may be about, by name. */
  servicesOf(person: PersonPrincipal): Promise<readonly ServiceChoice[]>;
  add(person: PersonPrincipal, order: ForumOrder): Promise<string>;
  change(
    person: PersonPrincipal,
    forumId: string,
    given: { readonly order: ForumOrder; readonly rev: number },
  ): Promise<void>;
  remove(person: PersonPrincipal, forumId: string): Promise<void>;
  /** Of minutes. */
  readonly maxBytes: number;
  /** In the place of the file there was. */
  setMinutes(
    person: PersonPrincipal,
    forumId: string,
    file: { readonly bytes: Uint8Array },
  ): Promise<'kept' | MinutesProblemName>;
  removeMinutes(person: PersonPrincipal, forumId: string): Promise<void>;
  minutesOf(person: PersonPrincipal, forumId: string): Promise<MinutesBytes>;
  /** `rev`: of the forum. */
  setCommitment(
    person: PersonPrincipal,
    forumId: string,
    given: { readonly order: CommitmentOrder; readonly rev: number; readonly commitmentId?: string },
  ): Promise<void>;
}
