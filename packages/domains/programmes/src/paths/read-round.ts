import { readDone } from './follow-member.ts';
import type { Path, PathMember, PathTerms, StepDone } from './path.ts';
import type { PathStore, StepDirectory, StepProgress } from './ports.ts';
import { type PathStanding, standingOf } from './standing.ts';

/** How far somebody is on a path, from a moment on where it is gone through again. */
export interface PathRound {
  readonly version: number;
  readonly terms: PathTerms;
  readonly done: readonly StepDone[];
  readonly standing: PathStanding;
  readonly progress: ReadonlyMap<string, StepProgress>;
}

interface Deps {
  readonly paths: Pick<PathStore, 'version'>;
  readonly steps: Pick<StepDirectory, 'progressOf'>;
}

/**
 * With `since` (ISO 8601 UTC) courses that were finished before it do not count; events do, as they take place once. Undefined for a
 * version that is gone.
 */
export async function readRound(
  deps: Deps,
  of: { readonly path: Path; readonly member: PathMember; readonly since?: string },
): Promise<PathRound | undefined> {
  const found = await versionIn(deps, of);
  if (!found) return undefined;
  const { version, terms } = found;
  const { since, member } = of;
  const asked = { groups: terms.groups, ...(since !== undefined && { since }) };
  const { done, progress } = await readDone(deps, member.personId, asked);
  return { version, terms, done, progress, standing: standingOf(terms, done) };
}

/**
 * Whoever goes through it once more after having finished goes by the version that was current when the round began: it stays the same through
 * the round. Anybody else goes by theirs.
 */
async function versionIn(
  { paths }: Pick<Deps, 'paths'>,
  { path, member, since }: { readonly path: Path; readonly member: PathMember; readonly since?: string },
) {
  const { version: own, completedAt } = member;
  if (since !== undefined && completedAt !== undefined && completedAt < since) {
    for (let number = path.version; number > own; number -= 1) {
      const version = await paths.version(path.pathId, number);
      if (version && version.publishedAt <= since) return version;
    }
  }
  return paths.version(path.pathId, own);
}
