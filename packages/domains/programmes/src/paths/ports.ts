import type { AgencyId, Jp, LanguageMap, PersonId } from '@sinau/kernel';
import type { Owner } from '../event.ts';
import type { Page } from '../ports.ts';
import type { Path, PathId, PathMember, PathStep, PathVersion } from './path.ts';

/** Courses and events, as far as paths need them. Rejects with `Unavailable`. */
export interface StepDirectory {
  /** Undefined when it is absent, a draft, retired or cancelled, or an event of another owner that is not for everybody. */
  find(
    step: Pick<PathStep, 'kind' | 'of'>,
    by: Owner,
  ): Promise<{ readonly title: LanguageMap; readonly jp?: Jp } | undefined>;
  /** What somebody has of these, in their order. `since`: courses that were finished before that moment, ISO 8601 UTC, are not. */
  progressOf(
    personId: PersonId,
    steps: readonly Pick<PathStep, 'kind' | 'of'>[],
    since?: string,
  ): Promise<readonly StepProgress[]>;
}

/** `asked`: somebody decides. `waiting`: for a seat. `active`: begun, or a seat is theirs. */
export interface StepProgress {
  readonly state: 'none' | 'asked' | 'waiting' | 'active' | 'done';
  /** When it was finished, ISO 8601 UTC. */
  readonly at?: string;
}

/** Obligations, as learning paths ask them. Rejects with `Unavailable`. */
export interface RequirementDirectory {
  /** Somebody owes the path now. */
  isRequired(personId: PersonId, pathId: PathId): Promise<boolean>;
}

/** Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface PathStore {
  find(pathId: PathId): Promise<Path | undefined>;
  /** Writes it with `rev` one higher if the stored one has that `rev`, or there is none and it is 0. */
  save(next: Path): Promise<'saved' | 'changed'>;
  /** Both or neither; a version that there is stays as it is. */
  publish(next: Path, version: PathVersion): Promise<'saved' | 'changed'>;
  /** A draft of which no version was published, as it was read. */
  remove(draft: Path): Promise<'removed' | 'changed'>;
  version(pathId: PathId, version: number): Promise<PathVersion | undefined>;
  /** Every one of an owner, the newest first. */
  listOf(owner: Owner, page: Page): Promise<{ readonly paths: readonly Path[]; readonly next?: string }>;
  /** Published ones that are open to an agency, or (`all`) to everybody, the newest first. */
  listOpen(
    to: AgencyId | 'all',
    page: Page,
  ): Promise<{ readonly paths: readonly Path[]; readonly next?: string }>;
}

export interface PathCounts {
  readonly active: number;
  readonly completed: number;
}

/** Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface PathMemberStore {
  find(pathId: PathId, personId: PersonId): Promise<PathMember | undefined>;
  /** Over what was read, or new with `rev` 0; the counters of the path move with it. */
  save(before: PathMember | undefined, next: PathMember): Promise<'saved' | 'changed'>;
  counts(pathId: PathId): Promise<PathCounts>;
  /** By person id. */
  listOf(
    pathId: PathId,
    page: Page,
  ): Promise<{ readonly members: readonly PathMember[]; readonly next?: string }>;
  /** Every path that somebody is or was on, in no order. */
  ofPerson(personId: PersonId): Promise<readonly PathMember[]>;
  /** Takes every trace of a person out of a path; for erasure alone. */
  forget(member: PathMember): Promise<'forgotten' | 'changed'>;
}
