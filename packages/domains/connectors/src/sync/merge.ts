import { type CourseContent, type SyncField, sameValue, syncFields } from './content.ts';

/**
 * What of a change is written. A field that says here what was written last takes the new value; one that somebody has
 * edited since is a conflict until they say whether to `take` the provider's or `keep` their own.
 */
export function mergeFields(of: {
  readonly current: CourseContent;
  readonly from: CourseContent;
  readonly to: CourseContent;
  readonly take: readonly SyncField[];
  readonly keep: readonly SyncField[];
}): { readonly set: readonly SyncField[]; readonly conflicts: readonly SyncField[] } {
  const { current, from, to, take, keep } = of;
  const open = writtenFields(from, to).filter(
    (field) => !sameValue(current[field], to[field]) && !keep.includes(field),
  );
  const isFree = (field: SyncField) => take.includes(field) || sameValue(current[field], from[field]);
  return { set: open.filter(isFree), conflicts: open.filter((field) => !isFree(field)) };
}

/** What a change of the provider's writes here. A page that has no address any more stays: without it nothing is left to take. */
export function writtenFields(from: CourseContent, to: CourseContent): readonly SyncField[] {
  return syncFields.filter(
    (field) => !sameValue(from[field], to[field]) && !(field === 'url' && to.url === undefined),
  );
}
