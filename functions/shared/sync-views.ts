import {
  type CourseContent,
  listOf,
  type SyncField,
  type SyncItem,
  SyncNotFound,
  type SyncRun,
  syncFields,
} from '@sinau/connectors/sync';
import type { SyncParts } from './sync-parts.ts';

/** A field as it was accepted, as the provider offers it, and as somebody has edited it here. */
export interface FieldView {
  readonly field: SyncField;
  readonly accepted: CourseContent[SyncField];
  readonly offered: CourseContent[SyncField];
  readonly isChanged: boolean;
  readonly here?: { readonly value: CourseContent[SyncField] };
}

/** An item with everything that whoever decides on it should see. */
export async function readSyncItem(
  parts: SyncParts,
  { connectionId, externalId }: Pick<SyncItem, 'connectionId' | 'externalId'>,
) {
  const [item, audit] = await Promise.all([
    parts.sync.findItem(connectionId, externalId),
    parts.sync.listAudit(connectionId, externalId),
  ]);
  if (!item) throw new SyncNotFound();
  const { waiting, courseId } = item;
  const hasConflicts = waiting !== undefined && waiting.conflicts.length > 0;
  const [course, learners] = await Promise.all([
    hasConflicts && courseId !== undefined ? parts.desk.read(courseId) : undefined,
    waiting?.change === 'withdrawn' && courseId !== undefined ? parts.learnersOf(courseId) : undefined,
  ]);
  return { item, audit, fields: fieldsOf(item, course?.content), learners, list: listOf(item) };
}

function fieldsOf(
  { content, accepted, waiting }: SyncItem,
  course: CourseContent | undefined,
): readonly FieldView[] {
  const changed = new Set(waiting?.fields);
  const conflicts = new Set(waiting?.conflicts);
  return syncFields.flatMap((field): FieldView[] => {
    const [before, offered] = [accepted?.content[field], content[field]];
    if (isNothing(before) && isNothing(offered)) return [];
    const here = course && conflicts.has(field) ? { here: { value: course[field] } } : {};
    return [{ field, accepted: before, offered, isChanged: changed.has(field), ...here }];
  });
}

const isNothing = (value: CourseContent[SyncField]): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** How much is gone that a person has to say whether that is so. */
export function dropOf({ findings }: Pick<SyncRun, 'findings'>) {
  for (const finding of findings) {
    if (finding.code !== 'drop') continue;
    const { present, missing } = finding;
    return { present, missing };
  }
  return undefined;
}
