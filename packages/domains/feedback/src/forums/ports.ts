import type { AgencyId } from '@sinau/kernel';
import type { Commitment, CommitmentId, Forum, ForumId } from './forum.ts';

/** Consultations of agencies, each with its commitments. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface ForumStore {
  find(agencyId: AgencyId, forumId: ForumId): Promise<Forum | undefined>;
  /** The last that was entered first. `next`: where the list goes on. */
  list(
    agencyId: AgencyId,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly forums: readonly Forum[]; readonly next?: string }>;
  /** Writes it with `rev` one higher, if the stored one has that `rev`, or there is none and it is 0. */
  save(next: Forum): Promise<'saved' | 'conflict'>;
  /** Takes it away as it was read. */
  remove(forum: Forum): Promise<'removed' | 'conflict'>;
}

export interface MinutesPlace {
  readonly agencyId: AgencyId;
  readonly forumId: ForumId;
  readonly fileId: string;
}

/** Why a file is not kept. `active`: it runs, sends or carries something. `tells-of-person`: a number or an address of somebody stands in it. */
export type MinutesProblem =
  | 'not-pdf'
  | 'encrypted'
  | 'active'
  | 'tells-of-person'
  | 'too-large'
  | 'too-much';

/** Minutes as files. Rejects with `Unavailable`. */
export interface MinutesRoom {
  inspect(
    bytes: Uint8Array,
  ): Promise<{ readonly pages: number; readonly sha256: string } | { readonly problem: MinutesProblem }>;
  put(place: MinutesPlace, bytes: Uint8Array): Promise<void>;
  /** Undefined when it is not there. */
  get(place: MinutesPlace): Promise<Uint8Array | undefined>;
  /** Harmless where there is none. */
  remove(place: MinutesPlace): Promise<void>;
}

/** What a plan in force says of something that has to be learned. */
export interface PlannedLearning {
  readonly year: number;
  /** How often somebody has learned it, as the plan counts; 0: it was not held yet. */
  readonly people: number;
}

/** Plans of agencies, as far as it is told what came of what was promised. Rejects with `Unavailable`. */
export interface LearningPlans {
  /** By commitment; what no plan in force answers is not there. */
  answering(
    agencyId: AgencyId,
    commitments: readonly (Pick<Forum, 'forumId'> & Pick<Commitment, 'commitmentId'>)[],
  ): Promise<ReadonlyMap<CommitmentId, PlannedLearning>>;
}
