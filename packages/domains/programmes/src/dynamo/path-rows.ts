import type { LanguageMap, PersonId } from '@sinau/kernel';
import { composeKey, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import {
  type Path,
  type PathId,
  type PathMember,
  type PathVersion,
  pathAudiences,
  stepKinds,
} from '../paths/path.ts';
import { pathKey, pathMemberKey, pathOpenPartition, pathOwnerPartition, pathVersionKey } from './keys.ts';
import { id, owner } from './rows.ts';

const text = z.string();
const maybe = text.exactOptional();

const step = z.object({
  ...{ stepId: text, kind: z.enum(stepKinds), of: text, after: z.array(text).readonly() },
  title: z.custom<LanguageMap>((value) => typeof value === 'object' && value !== null),
});

const terms = z.object({
  ...{ title: text, about: maybe, audience: z.enum(pathAudiences), unitIds: z.array(text).readonly() },
  strict: z.boolean(),
  groups: z
    .array(
      z.object({
        ...{ groupId: text, title: text, needs: z.union([z.literal('all'), z.number()]) },
        steps: z.array(step).readonly(),
      }),
    )
    .readonly(),
});

const path = z.object({
  ...{ pathId: id<PathId>(), owner, state: z.enum(['draft', 'published', 'retired']) },
  ...{ draft: terms, current: terms.exactOptional(), version: z.number() },
  movedTo: z.number().exactOptional(),
  ...{ createdBy: id<PersonId>(), createdAt: text, updatedAt: text, rev: z.number() },
});

/** Only published ones stand in the list of what is open. */
export function toPathRow(next: Path): Item {
  const { owner: of, state, current, pathId, createdAt } = next;
  const sorted = composeKey(createdAt, pathId);
  const to = current?.audience !== 'all' && of.kind === 'agency' ? of.agencyId : 'all';
  return {
    ...{ ...pathKey(pathId), kind: 'learning-path', ...next },
    ...{ gsi1pk: pathOwnerPartition(of), gsi1sk: sorted },
    ...(state === 'published' && { gsi2pk: pathOpenPartition(to), gsi2sk: sorted }),
  };
}
export const readPathRow = (row: Item): Path => path.parse(row);
export const isPathRow = ({ kind }: Item): boolean => kind === 'learning-path';

const version = z.object({
  ...{ pathId: id<PathId>(), version: z.number(), terms },
  ...{ publishedBy: id<PersonId>(), publishedAt: text },
});
export const toPathVersionRow = (next: PathVersion): Item => ({
  ...{ ...pathVersionKey(next.pathId, next.version), kind: 'learning-path-version', ...next },
});
export const readPathVersionRow = (row: Item): PathVersion => version.parse(row);

const member = z.object({
  ...{ pathId: id<PathId>(), personId: id<PersonId>(), version: z.number() },
  agencyId: id<NonNullable<PathMember['agencyId']>>().exactOptional(),
  ...{
    state: z.enum(['active', 'completed', 'left']),
    requiredBy: maybe,
    joinedAt: text,
    completedAt: maybe,
  },
  done: z.array(z.object({ stepId: text, at: text })).readonly(),
  ...{ updatedAt: text, rev: z.number() },
});
export const toPathMemberRow = (next: PathMember): Item => ({
  ...{ ...pathMemberKey(next.pathId, next.personId), kind: 'learning-path-member', ...next },
});
export const readPathMemberRow = (row: Item): PathMember => member.parse(row);
export const isPathMemberRow = ({ kind }: Item): boolean => kind === 'learning-path-member';

const counts = z.object({ active: z.number(), completed: z.number() });
export const readPathCountsRow = (row: Item) => counts.parse(row);

export const pathPointerRow = z.object({ pathId: id<PathId>() });
