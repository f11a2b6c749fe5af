import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { ownPath, save } from './desk.ts';
import { PathChanged, PathFixed } from './errors.ts';
import { memberAt, readDone } from './follow-member.ts';
import type { Path, PathId, PathMember, PathTerms, PathVersion } from './path.ts';
import type { PathMemberStore, PathStore, StepDirectory } from './ports.ts';
import { standingOf } from './standing.ts';

interface Deps {
  readonly paths: PathStore;
  readonly members: PathMemberStore;
  readonly steps: Pick<StepDirectory, 'progressOf'>;
  readonly clock: Clock;
}

interface Where {
  readonly principal: PersonPrincipal;
  readonly pathId: PathId;
}

/** What moving everybody to the current version would do. */
export interface MovePreview {
  readonly version: number;
  /** On an older version and not finished. */
  readonly people: number;
  /** Of those that were looked at: who would have finished, who would have fewer steps left, and who more. */
  readonly finish: number;
  readonly fewer: number;
  readonly more: number;
  /** False: only the first so many were looked at. */
  readonly isComplete: boolean;
}

const membersAPage = 100;
/** A page answers in time for so many. */
const mostLookedAt = 500;

/** Whoever has finished stays with what they have finished. */
const isBehind = ({ version }: Path, member: PathMember): boolean =>
  member.state === 'active' && member.version < version;

export async function previewMove(deps: Omit<Deps, 'clock'>, input: Where): Promise<MovePreview> {
  const path = await ownPath(deps, input);
  const next = path.current;
  if (!next) throw new PathFixed();
  const versions = new Map<number, PathTerms | undefined>();
  const counts = { people: 0, finish: 0, fewer: 0, more: 0 };
  let after: string | undefined;
  let seen = 0;
  do {
    const page = await deps.members.listOf(path.pathId, {
      limit: membersAPage,
      ...(after !== undefined && { after }),
    });
    for (const member of page.members.filter((one) => isBehind(path, one))) {
      if (!versions.has(member.version)) {
        versions.set(member.version, (await deps.paths.version(path.pathId, member.version))?.terms);
      }
      const was = standingOf(versions.get(member.version) ?? next, member.done);
      const { done } = await readDone(deps, member.personId, next);
      const { completedAt, needed, done: reached } = standingOf(next, done);
      const left = needed - reached;
      const before = was.needed - was.done;
      counts.people += 1;
      if (completedAt !== undefined) counts.finish += 1;
      else if (left < before) counts.fewer += 1;
      else if (left > before) counts.more += 1;
    }
    seen += page.members.length;
    after = page.next;
  } while (after !== undefined && seen < mostLookedAt);
  return { version: path.version, ...counts, isComplete: after === undefined };
}

/** Everybody who has not finished goes by the current version from now on; the people follow by the fact of it. `version`: as it was looked at. */
export async function moveMembers(
  deps: Pick<Deps, 'paths' | 'clock'>,
  input: Where & { readonly version: number },
): Promise<void> {
  const path = await ownPath(deps, input);
  if (path.version !== input.version || !path.current) throw new PathFixed();
  if (path.movedTo === path.version) return;
  await save(deps, { ...path, movedTo: path.version });
}

/** One page of people after `moveMembers`; tells where the next begins. Repeated, whoever was moved is passed by. */
export async function movePage(
  deps: Deps,
  { pathId, after }: { readonly pathId: PathId; readonly after?: string },
): Promise<{ readonly moved: readonly PathMember[]; readonly next?: string }> {
  const path = await deps.paths.find(pathId);
  const version = path?.movedTo === undefined ? undefined : await deps.paths.version(pathId, path.movedTo);
  if (!version) return { moved: [] };
  const page = await deps.members.listOf(pathId, {
    limit: membersAPage,
    ...(after !== undefined && { after }),
  });
  const moved: PathMember[] = [];
  for (const member of page.members) {
    const next = await moveOne(deps, member, version);
    if (next) moved.push(next);
  }
  return { moved, ...(page.next !== undefined && { next: page.next }) };
}

/** They may finish something in the same moment. */
const rounds = 5;

async function moveOne(
  deps: Deps,
  listed: PathMember,
  { version, terms }: PathVersion,
): Promise<PathMember | undefined> {
  let member: PathMember | undefined = listed;
  for (let round = 0; round < rounds; round += 1) {
    if (member?.state !== 'active' || member.version >= version) return undefined;
    const { done } = await readDone(deps, member.personId, terms);
    const now = deps.clock.now().toISOString();
    const onto: PathMember = { ...member, version, updatedAt: now };
    const next = memberAt(onto, { terms, done, now });
    if ((await deps.members.save(member, next)) === 'saved') return next;
    member = await deps.members.find(member.pathId, member.personId);
  }
  throw new PathChanged();
}
