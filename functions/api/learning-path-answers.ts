import { InvalidInput, openPageToken, type Principal, type Signer, sealPageToken } from '@sinau/kernel';
import { type HttpApp, NotSignedIn } from '@sinau/platform/http';
import {
  type Owner,
  type Path,
  type PathCounts,
  type PathId,
  type PathMember,
  PathNotFound,
  type PathTerms,
  standingOf,
} from '@sinau/programmes';
import * as z from 'zod';
import type { LearningPathRouteDeps } from './learning-path-routes.ts';
import { readQuery } from './read-query.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const pageQuery = z.strictObject({ pageToken: z.string().max(2_000).exactOptional() });
const pathsAPage = 50;
const peopleAPage = 100;

function ownerOf(principal: Principal): Extract<Owner, { kind: 'agency' }> {
  if (principal.kind !== 'client' || principal.tenant.kind !== 'agency') {
    throw new NotSignedIn('Sign in as an API client of an agency.');
  }
  return { kind: 'agency', agencyId: principal.tenant.agencyId };
}

/** A place in a list; tokens of another list are refused. */
function afterIn(c: Context, signer: Signer, purpose: string): { readonly after?: string } {
  const { pageToken } = readQuery(c.req.query(), pageQuery);
  if (pageToken === undefined) return {};
  const after = openPageToken(signer, purpose, pageToken);
  if (typeof after === 'string') return { after };
  throw new InvalidInput('The page token is not one of this list.', {
    issues: [{ path: '/pageToken', message: 'is not one of this list' }],
  });
}

const nextOf = (signer: Signer, purpose: string, next: string | undefined) =>
  next === undefined ? {} : { nextPageToken: sealPageToken(signer, purpose, next) };

/** Of the own agency; others are answered like absent ones (case C4). */
async function ownPath(c: Context, deps: LearningPathRouteDeps): Promise<Path> {
  const { agencyId } = ownerOf(c.get('principal'));
  const path = await (await deps.paths()).paths.find((c.req.param('pathId') ?? '') as PathId);
  if (path?.owner.kind !== 'agency' || path.owner.agencyId !== agencyId) throw new PathNotFound();
  return path;
}

export async function answerList(c: Context, deps: LearningPathRouteDeps): Promise<Response> {
  const owner = ownerOf(c.get('principal'));
  const purpose = `learning-paths ${owner.agencyId}`;
  const { paths, members } = await deps.paths();
  const page = { limit: pathsAPage, ...afterIn(c, deps.signer, purpose) };
  const found = await paths.listOf(owner, page);
  const rows = await Promise.all(
    found.paths.map(async (path) => summaryOf(path, await members.counts(path.pathId))),
  );
  return c.json({ learningPaths: rows, ...nextOf(deps.signer, purpose, found.next) });
}

export async function answerOne(c: Context, deps: LearningPathRouteDeps): Promise<Response> {
  const path = await ownPath(c, deps);
  const counts = await (await deps.paths()).members.counts(path.pathId);
  const { title: _, ...terms } = path.current ?? path.draft;
  return c.json({ ...summaryOf(path, counts), ...terms });
}

export async function answerPeople(c: Context, deps: LearningPathRouteDeps): Promise<Response> {
  const path = await ownPath(c, deps);
  const purpose = `people on ${path.pathId}`;
  const { paths, members } = await deps.paths();
  const page = { limit: peopleAPage, ...afterIn(c, deps.signer, purpose) };
  const found = await members.listOf(path.pathId, page);
  const versions = new Map<number, PathTerms>();
  for (const version of new Set(found.members.map((member) => member.version))) {
    versions.set(version, (await paths.version(path.pathId, version))?.terms ?? path.draft);
  }
  const people = found.members.map((member) => personOf(member, versions.get(member.version) ?? path.draft));
  return c.json({ people, ...nextOf(deps.signer, purpose, found.next) });
}

const summaryOf = ({ pathId, state, version, current, draft, updatedAt }: Path, counts: PathCounts) => ({
  ...{ pathId, title: (current ?? draft).title, state, version, updatedAt, ...counts },
});

function personOf({ personId, state, version, joinedAt, done, completedAt }: PathMember, terms: PathTerms) {
  const { needed, done: reached } = standingOf(terms, done);
  return {
    ...{ personId, state, version, joinedAt, needed, done: reached, steps: done },
    ...(completedAt !== undefined && { completedAt }),
  };
}
