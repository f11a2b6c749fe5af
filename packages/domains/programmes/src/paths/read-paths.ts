import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { isFor } from '../authority.ts';
import type { ParticipantDirectory } from '../ports.ts';
import { PathNotFound } from './errors.ts';
import { readDone } from './follow-member.ts';
import type { Path, PathId, PathMember, PathTerms } from './path.ts';
import type { PathMemberStore, PathStore, StepDirectory, StepProgress } from './ports.ts';
import { readRound } from './read-round.ts';
import { type PathStanding, standingOf } from './standing.ts';

interface Deps {
  readonly paths: Pick<PathStore, 'find' | 'version' | 'listOpen'>;
  readonly members: Pick<PathMemberStore, 'find' | 'ofPerson'>;
  readonly steps: Pick<StepDirectory, 'progressOf'>;
  readonly people: Pick<ParticipantDirectory, 'placeOf'>;
}

/** Looked through for one list; whoever has more finds the newest. */
const mostOpen = 200;

/** What somebody can begin, the newest first. */
export async function listPaths(
  deps: Pick<Deps, 'paths' | 'people'>,
  { personId }: Pick<PersonPrincipal, 'personId'>,
): Promise<readonly Path[]> {
  const place = await deps.people.placeOf(personId);
  const agencies = [place?.agencyId, place?.workingAgencyId].flatMap((one) => one ?? []);
  const doors = new Set<AgencyId | 'all'>(['all', ...agencies]);
  const lists = await Promise.all([...doors].map((to) => deps.paths.listOpen(to, { limit: mostOpen })));
  return lists
    .flatMap(({ paths }) => paths)
    .filter(({ current, owner }) => current !== undefined && isFor({ ...current, owner }, place))
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

export interface OwnPath {
  readonly path: Path;
  readonly terms: PathTerms;
  readonly member: PathMember;
}

/** Paths that somebody is on or has finished, the last to move first. */
export async function listOwnPaths(
  deps: Pick<Deps, 'paths' | 'members'>,
  { personId }: Pick<PersonPrincipal, 'personId'>,
): Promise<readonly OwnPath[]> {
  const members = (await deps.members.ofPerson(personId)).filter(({ state }) => state !== 'left');
  const found = await Promise.all(
    members.map(async (member): Promise<readonly OwnPath[]> => {
      const [path, version] = await Promise.all([
        deps.paths.find(member.pathId),
        deps.paths.version(member.pathId, member.version),
      ]);
      return path && version ? [{ path, terms: version.terms, member }] : [];
    }),
  );
  return found.flat().toSorted((a, b) => b.member.updatedAt.localeCompare(a.member.updatedAt));
}

export interface PathForReader {
  readonly path: Path;
  /** Of the version that the reader is on, or that they would begin. */
  readonly terms: PathTerms;
  readonly member?: PathMember;
  readonly standing: PathStanding;
  /** What the reader has of each step, by its id. */
  readonly progress: ReadonlyMap<string, StepProgress>;
}

/** A path as somebody for whom it is, or who is on it, sees it; to others there is none (case C4). */
export async function readPath(
  deps: Deps,
  {
    principal,
    pathId,
    since,
  }: {
    readonly principal: PersonPrincipal;
    readonly pathId: PathId;
    /** When the round began that they go through, ISO 8601 UTC; absent: what was finished at any time counts. */
    readonly since?: string;
  },
): Promise<PathForReader> {
  const { personId } = principal;
  const [path, found] = await Promise.all([deps.paths.find(pathId), deps.members.find(pathId, personId)]);
  const member = found?.state === 'left' ? undefined : found;
  if (!path) throw new PathNotFound();
  if (member) {
    const round = await readRound(deps, { path, member, ...(since !== undefined && { since }) });
    if (!round) throw new PathNotFound();
    const { terms, standing, progress } = round;
    return { path, member, terms, standing, progress };
  }
  const terms = path.state === 'published' ? path.current : undefined;
  if (!terms || !isFor({ ...terms, owner: path.owner }, await deps.people.placeOf(personId)))
    throw new PathNotFound();
  const { done, progress } = await readDone(deps, personId, terms);
  return { path, terms, standing: standingOf(terms, done), progress };
}
