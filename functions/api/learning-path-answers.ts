import type { Principal } from '@sinau/kernel';
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
import { sealedPages } from '../shared/sealed-pages.ts';
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

/** Of the own agency; others are answered like absent ones (case C4). */
async function ownPath(c: Context, deps: LearningPathRouteDeps): Promise<Path> {
  const { agencyId } = ownerOf(c.get('principal'));
  const path = await (await deps.paths()).paths.find((c.req.param('pathId') ?? '') as PathId);
  if (path?.owner.kind !== 'agency' || path.owner.agencyId !== agencyId) throw new PathNotFound();
  return path;
}

export async function answerList(c: Context, deps: LearningPathRouteDeps): Promise<Response> {
  const owner = ownerOf(c.get('principal'));
  const pages = sealedPages(deps, { list: 'learning-paths', by: c.get('principal') });
  const { paths, members } = await deps.paths();
  const page = { limit: pathsAPage, ...pages.open(readQuery(c.req.query(), pageQuery).pageToken) };
  const found = await paths.listOf(owner, page);
  const rows = await Promise.all(
    found.paths.map(async (path) => summaryOf(path, await members.counts(path.pathId))),
  );
  return c.json({
    learningPaths: rows,
    ...(found.next !== undefined && { nextPageToken: pages.seal(found.next) }),
  });
}

export async function answerOne(c: Context, deps: LearningPathRouteDeps): Promise<Response> {
  const path = await ownPath(c, deps);
  const counts = await (await deps.paths()).members.counts(path.pathId);
  const { title: _, ...terms } = path.current ?? path.draft;
  return c.json({ ...summaryOf(path, counts), ...terms });
}

export async function answerPeople(c: Context, deps: LearningPathRouteDeps): Promise<Response> {
  const path = await ownPath(c, deps);
  const pages = sealedPages(deps, { list: 'path-people', by: c.get('principal'), of: path.pathId });
  const { paths, members } = await deps.paths();
  const page = { limit: peopleAPage, ...pages.open(readQuery(c.req.query(), pageQuery).pageToken) };
  const found = await members.listOf(path.pathId, page);
  const versions = new Map<number, PathTerms>();
  for (const version of new Set(found.members.map((member) => member.version))) {
    versions.set(version, (await paths.version(path.pathId, version))?.terms ?? path.draft);
  }
  const people = found.members.map((member) => personOf(member, versions.get(member.version) ?? path.draft));
  return c.json({ people, ...(found.next !== undefined && { nextPageToken: pages.seal(found.next) }) });
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
