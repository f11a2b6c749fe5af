import type { Clock, LanguageMap, PersonId, PersonPrincipal } from '@sinau/kernel';
import { isFor } from '../authority.ts';
import type { ParticipantDirectory } from '../ports.ts';
import { PathChanged, PathFixed, PathNotFound, PathRequired, StepLocked } from './errors.ts';
import { memberAt, readDone } from './follow-member.ts';
import { type PathId, type PathMember, type PathStep, type PathTerms, stepsOf } from './path.ts';
import type { PathMemberStore, PathStore, RequirementDirectory, StepDirectory } from './ports.ts';
import { readRound } from './read-round.ts';
import { namesOf, standingOf } from './standing.ts';

export interface TakePathDeps {
  readonly paths: Pick<PathStore, 'find' | 'version'>;
  readonly members: Pick<PathMemberStore, 'find' | 'save' | 'ofPerson'>;
  readonly steps: Pick<StepDirectory, 'progressOf'>;
  readonly people: Pick<ParticipantDirectory, 'placeOf'>;
  readonly clock: Clock;
}

interface Whose {
  readonly principal: PersonPrincipal;
  readonly pathId: PathId;
}

/** Begins the version that is current now, with what was finished before. Whoever has left comes back so. Repeated, nothing more happens. */
export async function joinPath(deps: TakePathDeps, { principal, pathId }: Whose): Promise<PathMember> {
  const { personId } = principal;
  const [path, place, before] = await Promise.all([
    deps.paths.find(pathId),
    deps.people.placeOf(personId),
    deps.members.find(pathId, personId),
  ]);
  if (before && before.state !== 'left') return before;
  if (!path?.current || path.state === 'draft' || !isFor({ ...path.current, owner: path.owner }, place))
    throw new PathNotFound();
  if (path.state === 'retired') throw new PathFixed();
  const now = deps.clock.now().toISOString();
  const begun: PathMember = {
    ...{ pathId, personId, version: path.version, state: 'active', joinedAt: now, done: [] },
    ...(place?.agencyId !== undefined && { agencyId: place.agencyId }),
    ...{ updatedAt: now, rev: before?.rev ?? 0 },
  };
  const { done } = await readDone(deps, personId, path.current);
  const next = memberAt(begun, { terms: path.current, done, now });
  if ((await deps.members.save(before, next)) !== 'saved') throw new PathChanged();
  return { ...next, rev: next.rev + 1 };
}

/** Puts somebody on a version, as their cohort or an obligation says. Whoever is on the path already stays on theirs. */
export async function beginPath(
  deps: Pick<TakePathDeps, 'paths' | 'members' | 'steps' | 'clock'>,
  {
    pathId,
    personId,
    version: number,
    agencyId,
    requiredBy,
  }: Pick<PathMember, 'pathId' | 'personId' | 'version' | 'agencyId' | 'requiredBy'>,
): Promise<void> {
  const [version, before] = await Promise.all([
    deps.paths.version(pathId, number),
    deps.members.find(pathId, personId),
  ]);
  if (!version || (before && before.state !== 'left')) return;
  const now = deps.clock.now().toISOString();
  const begun: PathMember = {
    ...{ pathId, personId, version: number, state: 'active', joinedAt: now, done: [] },
    ...(agencyId !== undefined && { agencyId }),
    ...(requiredBy !== undefined && { requiredBy }),
    ...{ updatedAt: now, rev: before?.rev ?? 0 },
  };
  const { done } = await readDone(deps, personId, version.terms);
  const next = memberAt(begun, { terms: version.terms, done, now });
  if ((await deps.members.save(before, next)) !== 'saved') throw new PathChanged();
}

/** Courses and seats stay as they are. Whoever has finished stays, and so does whoever is to go through it by an obligation. */
export async function leavePath(
  deps: Pick<TakePathDeps, 'members' | 'clock'> & { readonly requirements: RequirementDirectory },
  { principal, pathId }: Whose,
): Promise<void> {
  const member = await deps.members.find(pathId, principal.personId);
  if (!member) throw new PathNotFound();
  if (member.state === 'left') return;
  if (member.state === 'completed') throw new PathFixed();
  if (await deps.requirements.isRequired(principal.personId, pathId)) throw new PathRequired();
  const left: PathMember = { ...member, state: 'left', updatedAt: deps.clock.now().toISOString() };
  if ((await deps.members.save(member, left)) !== 'saved') throw new PathChanged();
}

/**
 * The step, if it is open to somebody who is on the path; else what has to be finished first (`StepLocked`). `since`: when the round began that
 * they go through, ISO 8601 UTC.
 */
export async function openStep(
  deps: TakePathDeps,
  { principal, pathId, stepId, since }: Whose & { readonly stepId: string; readonly since?: string },
): Promise<PathStep> {
  const [path, member] = await Promise.all([
    deps.paths.find(pathId),
    deps.members.find(pathId, principal.personId),
  ]);
  if (!path || !member || member.state === 'left') throw new PathNotFound();
  const round = await readRound(deps, { path, member, ...(since !== undefined && { since }) });
  const found = round?.standing.groups
    .flatMap(({ steps }) => steps)
    .find(({ step }) => step.stepId === stepId);
  if (!round || !found) throw new PathNotFound();
  if (found.waitsFor.length > 0) throw new StepLocked(namesIn(round.terms, found.waitsFor));
  return found.step;
}

function namesIn(terms: PathTerms, ids: readonly string[]): readonly LanguageMap[] {
  const names = namesOf(terms);
  return ids.map((id) => names.get(id) ?? { id });
}

async function missingFor(
  deps: Pick<TakePathDeps, 'steps'>,
  personId: PersonId,
  { terms, step }: { readonly terms: PathTerms; readonly step: PathStep },
): Promise<readonly LanguageMap[]> {
  const { done } = await readDone(deps, personId, terms);
  const found = standingOf(terms, done)
    .groups.flatMap(({ steps }) => steps)
    .find((one) => one.step.stepId === step.stepId);
  return namesIn(terms, found?.waitsFor ?? []);
}

/**
 * What paths that somebody is on, and that say so (`strict`), want to have finished before a course or an event is begun. Whoever assigns one, or
 * decides on a request, is not asked: it is the way in by oneself that is closed.
 */
export async function requireOpen(
  deps: Pick<TakePathDeps, 'paths' | 'members' | 'steps'>,
  { personId, of }: { readonly personId: PersonId; readonly of: string },
): Promise<void> {
  for (const { pathId, version: number, state } of await deps.members.ofPerson(personId)) {
    if (state !== 'active') continue;
    const version = await deps.paths.version(pathId, number);
    const step = version?.terms.strict
      ? stepsOf(version.terms).find((one) => one.of === of && one.after.length > 0)
      : undefined;
    if (!version || !step) continue;
    const missing = await missingFor(deps, personId, { terms: version.terms, step });
    if (missing.length > 0) throw new StepLocked(missing);
  }
}
