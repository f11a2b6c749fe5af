import type { Clock, Digest } from '@sinau/kernel';
import { uuidOfParts } from '@sinau/kernel';
import { type CourseContent, type SyncField, sameValue, syncFields } from './content.ts';
import { FieldsEdited, ItemChanged, isDecisionRefused, UndoImpossible } from './errors.ts';
import { mergeFields, writtenFields } from './merge.ts';
import type { CourseDesk, SyncStore } from './ports.ts';
import { placed, withWaiting } from './stage.ts';
import type { AuditLine, InHand, SyncItem, Undo, Waiting } from './sync-item.ts';

export interface DecisionDeps {
  readonly sync: Pick<SyncStore, 'findItem' | 'saveItem'>;
  readonly desk: CourseDesk;
  readonly digest: Digest;
  readonly clock: Clock;
}

/** Of the courses that synchronisation makes. */
const courseNamespace = '8a2f6f3e-7f3f-5d0e-9f61-6d2f0d5c4b11';

/** A repeated acceptance makes the same course, so none is made twice. */
export function courseIdOf(
  digest: Pick<Digest, 'sha1'>,
  { connectionId, externalId, generation }: Pick<SyncItem, 'connectionId' | 'externalId' | 'generation'>,
): string {
  return uuidOfParts(digest, courseNamespace, [connectionId, externalId, String(generation)]);
}

/**
 * Carries out the decision that an item has in hand, or goes on with what a crash left. Everything in it may be done
 * again. A refusal puts the item back as it was and is thrown.
 */
export async function finishDecision(deps: DecisionDeps, item: SyncItem): Promise<SyncItem> {
  const { inHand } = item;
  if (!inHand) return item;
  try {
    const { next, line } =
      inHand.action === 'accept' ? await accepted(deps, item, inHand) : await undone(deps, item, inHand);
    return await save(deps, next, line);
  } catch (error) {
    if (!isDecisionRefused(error)) throw error;
    await save(deps, putBack(item, error));
    throw error;
  }
}

async function save({ sync }: DecisionDeps, next: SyncItem, line?: AuditLine): Promise<SyncItem> {
  const stored = { ...next, rev: next.rev + 1 };
  if ((await sync.saveItem(stored, line && { ...line, rev: stored.rev })) === 'saved') return stored;
  // Another worker came first and did the same.
  const found = await sync.findItem(next.connectionId, next.externalId);
  if (!found || found.inHand) throw new ItemChanged();
  return found;
}

function putBack(item: SyncItem, error: unknown): SyncItem {
  const { inHand: _, ...rest } = item;
  if (error instanceof UndoImpossible && item.inHand?.action === 'undo') return rest;
  if (!(error instanceof FieldsEdited) || !rest.waiting) return rest;
  const conflicts = error.issues.map(({ path }) => path.slice(1) as SyncField);
  return { ...rest, waiting: { ...rest.waiting, conflicts } };
}

interface Settled {
  readonly next: SyncItem;
  readonly line: AuditLine;
}

async function accepted(deps: DecisionDeps, item: SyncItem, inHand: InHand): Promise<Settled> {
  const { waiting, inHand: _, closed: _open, undo: _last, ...rest } = item;
  if (!waiting) throw new ItemChanged();
  const { change } = waiting;
  const courseId = item.courseId ?? courseIdOf(deps.digest, item);
  const applied = await apply(deps, { item, waiting, inHand, courseId });
  if (applied === 'gone') return courseGone(deps, item, inHand);
  const submitted = inHand.submit && change !== 'withdrawn' && (await submit(deps, item, courseId));
  const standing = inHand.before?.standing;
  const stood = item.closed ?? standing;
  const undo: Undo = {
    ...{ change, fields: applied },
    ...(inHand.before && { values: inHand.before.content }),
    ...(stood && { standing: stood }),
    ...(item.accepted && { accepted: item.accepted }),
  };
  const next: SyncItem = {
    ...rest,
    courseId,
    ...(change === 'withdrawn'
      ? { closed: standing ?? 'draft' }
      : { accepted: { content: item.content, hash: item.hash, at: inHand.at, by: inHand.by } }),
    undo,
  };
  const after = placed(item.content, deps.desk.takesUrl);
  const fields = change === 'withdrawn' ? [] : applied.map((field) => lineOf(field, inHand.before, after));
  return { next, line: { ...lineHead(item, inHand, change), courseId, fields, submitted } };
}

/** The fields that were written. */
async function apply(
  { desk }: DecisionDeps,
  of: {
    readonly item: SyncItem;
    readonly waiting: Waiting;
    readonly inHand: InHand;
    readonly courseId: string;
  },
): Promise<readonly SyncField[] | 'gone'> {
  const { item, waiting, inHand, courseId } = of;
  const { connectionId, providerId, externalId } = item;
  const to = placed(item.content, desk.takesUrl);
  if (waiting.change === 'new') {
    const { tellsCompletion } = item;
    const made = await desk.make({
      ...{ courseId, connectionId, providerId, externalId, content: to },
      ...(tellsCompletion === false && { tellsCompletion }),
    });
    if (made === 'gone') return made;
    return syncFields.filter((field) => to[field] !== undefined);
  }
  const { before } = inHand;
  if (!before) return 'gone';
  if (waiting.change === 'withdrawn') {
    await desk.close(courseId);
    return [];
  }
  const from = placed(item.accepted?.content ?? item.content, desk.takesUrl);
  const { take, keep } = inHand;
  const outcome = await desk.edit(courseId, to, (current) => {
    const { set, conflicts } = mergeFields({ current, from, to, take, keep });
    if (conflicts.length > 0) throw new FieldsEdited(conflicts);
    return set;
  });
  if (outcome === 'gone') return outcome;
  if (waiting.change === 'returned' && item.closed) await desk.reopen(courseId, item.closed);
  // By what was there before the first try, so that a repeated one tells the same.
  return writtenFields(from, to).filter((field) => !keep.includes(field));
}

async function submit({ desk }: DecisionDeps, item: SyncItem, courseId: string): Promise<boolean> {
  const { inHand, providerId } = item;
  return inHand ? desk.submit(courseId, { party: inHand.by, providerId }) : false;
}

/** An author deleted the course: what the provider offers is new again, and a withdrawal has nothing left to close. */
function courseGone({ clock, desk }: DecisionDeps, item: SyncItem, inHand: InHand): Settled {
  const { accepted: _a, courseId: _c, closed: _o, undo: _u, inHand: _i, waiting, ...rest } = item;
  const at = { runId: waiting?.runId ?? '', now: clock.now().toISOString(), takesUrl: desk.takesUrl };
  const next = withWaiting({ ...rest, generation: item.generation + 1 }, at);
  return { next, line: { ...lineHead(item, inHand, waiting?.change ?? 'changed'), fields: [] } };
}

async function undone(deps: DecisionDeps, item: SyncItem, inHand: InHand): Promise<Settled> {
  const { undo, courseId, inHand: _, undo: _u, accepted: now, closed: _c, ...rest } = item;
  if (!undo || courseId === undefined) throw new UndoImpossible('nothing');
  const { change, values, standing } = undo;
  await revert(deps, item, { ...undo, courseId });
  const isNew = change === 'new';
  const { courseId: _id, ...without } = { ...rest, courseId };
  const back: SyncItem = {
    ...(isNew ? { ...without, generation: item.generation + 1 } : { ...without, courseId }),
    ...(change === 'withdrawn' ? now && { accepted: now } : undo.accepted && { accepted: undo.accepted }),
    ...(change === 'returned' && standing && { closed: standing }),
  };
  const at = { runId: '', now: inHand.at, takesUrl: deps.desk.takesUrl };
  const next = withWaiting(back, at);
  const from = now && placed(now.content, deps.desk.takesUrl);
  const fields =
    isNew || !values ? [] : undo.fields.map((field) => lineOf(field, from && { content: from }, values));
  return {
    next: next.waiting ? { ...next, waiting: { ...next.waiting, undone: true } } : next,
    line: { ...lineHead(item, inHand, change), courseId, fields },
  };
}

async function revert(
  { desk }: DecisionDeps,
  item: SyncItem,
  { change, courseId, values, standing, fields }: Undo & { readonly courseId: string },
): Promise<void> {
  if (change === 'new') {
    if ((await desk.remove(courseId, item.providerId)) === 'in-use') throw new UndoImpossible('in-use');
    return;
  }
  if (change === 'withdrawn') return desk.reopen(courseId, standing ?? 'draft');
  if (!values || !item.accepted) throw new UndoImpossible('nothing');
  const written = placed(item.accepted.content, desk.takesUrl);
  const outcome = await desk.edit(courseId, values, (current) => {
    const open = fields.filter((field) => !sameValue(current[field], values[field]));
    if (open.some((field) => !sameValue(current[field], written[field]))) throw new UndoImpossible('edited');
    return open;
  });
  if (outcome === 'gone') throw new UndoImpossible('gone');
  if (change === 'returned') await desk.close(courseId);
}

const lineHead = (
  item: SyncItem,
  { action, by, at }: InHand,
  change: Waiting['change'],
): Omit<AuditLine, 'fields'> => ({
  connectionId: item.connectionId,
  providerId: item.providerId,
  externalId: item.externalId,
  title: item.content.title,
  ...{ rev: item.rev + 1, at, by, action, change },
});

/** Long texts are cut: the line says what changed, not the whole of it. */
const shown = (value: CourseContent[SyncField]) =>
  typeof value === 'string' && value.length > 500 ? `${value.slice(0, 499).toWellFormed()}…` : value;

function lineOf(
  field: SyncField,
  before: { readonly content: CourseContent } | undefined,
  after: CourseContent,
): AuditLine['fields'][number] {
  const [old, next] = [shown(before?.content[field]), shown(after[field])];
  return { field, ...(old !== undefined && { before: old }), ...(next !== undefined && { after: next }) };
}
