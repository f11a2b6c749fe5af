import type { AgencyId, PersonId } from '@sinau/kernel';
import { PathChanged } from './errors.ts';
import type { Path, PathId } from './path.ts';
import { readRound } from './read-round.ts';
import { beginPath, type TakePathDeps } from './take-path.ts';

type Deps = Pick<TakePathDeps, 'paths' | 'members' | 'steps' | 'clock'>;

interface Place {
  readonly pathId: PathId;
  readonly personId: PersonId;
  readonly obligationId: string;
}

/** Whether an agency may require it of its people: it is open, and theirs or everybody's. Who of them begins it by themselves is another question. */
export const isRequirable = (path: Path | undefined, agencyId: AgencyId): path is Path =>
  path?.state === 'published' &&
  (path.current?.audience === 'all' || (path.owner.kind === 'agency' && path.owner.agencyId === agencyId));

/** Of several that change somebody's place on a path at once, each wins at least one. */
const rounds = 5;

async function again<Result>(work: () => Promise<Result>, left = rounds): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PathChanged) || left <= 1) throw error;
    return again(work, left - 1);
  }
}

/** Puts somebody on the current version for an obligation. Whoever is on the path already stays as they are. */
export const requirePath = (
  deps: Deps,
  place: Place & { readonly agencyId: AgencyId },
): Promise<'given' | 'closed'> => again(() => requireOnce(deps, place));

async function requireOnce(
  deps: Deps,
  { pathId, personId, obligationId, agencyId }: Place & { readonly agencyId: AgencyId },
): Promise<'given' | 'closed'> {
  const [path, before] = await Promise.all([deps.paths.find(pathId), deps.members.find(pathId, personId)]);
  if (before && before.state !== 'left') return 'given';
  if (!isRequirable(path, agencyId)) return 'closed';
  await beginPath(deps, { pathId, personId, agencyId, version: path.version, requiredBy: obligationId });
  return 'given';
}

/**
 * The obligation requires it no more: whoever was put on the path by it, and has begun nothing, is off it, unless another obligation, `heir`,
 * requires it too. Anybody else goes on by themselves. Repeated, nothing more happens.
 */
export const releasePath = (deps: Deps, place: Place & { readonly heir?: string }): Promise<void> =>
  again(() => releaseOnce(deps, place));

async function releaseOnce(
  deps: Deps,
  { pathId, personId, obligationId, heir }: Place & { readonly heir?: string },
): Promise<void> {
  const [path, member] = await Promise.all([deps.paths.find(pathId), deps.members.find(pathId, personId)]);
  if (!path || !member || member.state === 'left' || member.requiredBy !== obligationId) return;
  const { requiredBy: _, ...own } = member;
  const round = await readRound(deps, { path, member });
  const hasBegun = [...(round?.progress.values() ?? [])].some(({ state }) => state !== 'none');
  const updatedAt = deps.clock.now().toISOString();
  const next =
    heir !== undefined
      ? { ...own, requiredBy: heir, updatedAt }
      : { ...own, updatedAt, ...(!hasBegun && { state: 'left' as const }) };
  if ((await deps.members.save(member, next)) !== 'saved') throw new PathChanged();
}
