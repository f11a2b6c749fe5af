import type { Clock, PersonId } from '@sinau/kernel';
import { type PathId, type PathMember, type PathTerms, type StepDone, stepsOf } from './path.ts';
import type { PathMemberStore, PathStore, StepDirectory, StepProgress } from './ports.ts';
import { standingOf } from './standing.ts';

export interface FollowMemberDeps {
  readonly paths: Pick<PathStore, 'version'>;
  readonly members: PathMemberStore;
  readonly steps: Pick<StepDirectory, 'progressOf'>;
  readonly clock: Clock;
}

/** More changes at once than that are left to the next fact. */
const rounds = 5;

/** What of the steps is finished now, and by when. */
export async function readDone(
  { steps }: Pick<FollowMemberDeps, 'steps'>,
  personId: PersonId,
  terms: Pick<PathTerms, 'groups'> & {
    /** Courses that were finished before are not. */
    readonly since?: string;
  },
): Promise<{ readonly done: readonly StepDone[]; readonly progress: ReadonlyMap<string, StepProgress> }> {
  const all = stepsOf(terms);
  const found = await steps.progressOf(personId, all, terms.since);
  const progress = new Map(all.map(({ stepId }, n) => [stepId, found[n] ?? { state: 'none' as const }]));
  const done = [...progress].flatMap(([stepId, { state, at }]) =>
    state === 'done' && at !== undefined ? [{ stepId, at }] : [],
  );
  return { done, progress };
}

/** The member as enrolments and attendance say now; the same one where nothing has changed. */
export function memberAt(
  member: PathMember,
  {
    terms,
    done,
    now,
  }: { readonly terms: PathTerms; readonly done: readonly StepDone[]; readonly now: string },
): PathMember {
  if (member.state === 'left') return member;
  const { completedAt } = standingOf(terms, done);
  const { completedAt: _, ...rest } = member;
  const next: PathMember = {
    ...{ ...rest, done, state: completedAt === undefined ? 'active' : 'completed' },
    ...(completedAt !== undefined && { completedAt }),
  };
  const isSame =
    next.state === member.state &&
    next.completedAt === member.completedAt &&
    JSON.stringify(done) === JSON.stringify(member.done);
  return isSame ? member : { ...next, updatedAt: now };
}

/**
 * Reads off enrolments and attendance how far somebody is on a path. Facts only say that it is time to look, so that they may come late, twice
 * and in any order; a completion that was taken back opens the path again.
 */
export async function followMember(
  deps: FollowMemberDeps,
  { pathId, personId }: { readonly pathId: PathId; readonly personId: PersonId },
): Promise<PathMember | undefined> {
  for (let round = 0; round < rounds; round += 1) {
    const member = await deps.members.find(pathId, personId);
    if (!member || member.state === 'left') return member;
    const version = await deps.paths.version(pathId, member.version);
    if (!version) return member;
    const { done } = await readDone(deps, personId, version.terms);
    const next = memberAt(member, { terms: version.terms, done, now: deps.clock.now().toISOString() });
    if (next === member) return member;
    if ((await deps.members.save(member, next)) === 'saved') return { ...next, rev: next.rev + 1 };
  }
  return undefined;
}

/** Every path of somebody in which a course or an event is a step. */
export async function followStep(
  deps: FollowMemberDeps,
  { personId, of }: { readonly personId: PersonId; readonly of: string },
): Promise<void> {
  for (const { pathId, version: number, state } of await deps.members.ofPerson(personId)) {
    if (state === 'left') continue;
    const version = await deps.paths.version(pathId, number);
    if (!version || !stepsOf(version.terms).some((step) => step.of === of)) continue;
    await followMember(deps, { pathId, personId });
  }
}
