import * as z from 'zod';
import type { ConnectionId } from '../connection.ts';
import { syncFields } from './content.ts';
import { FieldsEdited, ItemChanged, SyncNotFound, UndoImpossible } from './errors.ts';
import { type DecisionDeps, finishDecision } from './finish-decision.ts';
import { mergeFields } from './merge.ts';
import { placed } from './stage.ts';
import type { InHand, SyncItem, SyncParty } from './sync-item.ts';

const fields = z.array(z.enum(syncFields)).max(syncFields.length).default([]);
export const itemDecisionSchema = z.strictObject({
  decision: z.enum(['accept', 'reject', 'undo']),
  /** The `rev` of the item as it was seen. */
  rev: z.int().positive(),
  /** Of conflicting fields: overwrite what was edited here. */
  take: fields,
  /** Of conflicting fields: leave what was edited here. */
  keep: fields,
  /** Hands the course to the reviewers with it. */
  submit: z.boolean().default(false),
});
export type ItemDecision = z.infer<typeof itemDecisionSchema>;

interface About {
  readonly connectionId: ConnectionId;
  readonly externalId: string;
  readonly by: SyncParty;
}

/** One decision on one item, whole or not at all. What an earlier one left undone is ended first. */
export async function decideItem(
  deps: DecisionDeps,
  input: About & { readonly decision: ItemDecision },
): Promise<SyncItem> {
  const { decision } = input;
  const found = await settledItem(deps, input);
  if (found.rev !== decision.rev) throw new ItemChanged();
  if (decision.decision === 'accept') return acceptItem(deps, found, { ...decision, by: input.by });
  return decision.decision === 'reject' ? reject(deps, found, input.by) : undo(deps, found, input.by);
}

async function settledItem(deps: DecisionDeps, about: Omit<About, 'by'>): Promise<SyncItem> {
  const found = await deps.sync.findItem(about.connectionId, about.externalId);
  if (!found) throw new SyncNotFound();
  return finishDecision(deps, found);
}

/** Takes over what waits. Rejects with `FieldsEdited` where somebody has edited what the provider changed. */
export async function acceptItem(
  deps: DecisionDeps,
  item: SyncItem,
  choice: Pick<InHand, 'by' | 'take' | 'keep' | 'submit'>,
): Promise<SyncItem> {
  const { waiting } = item;
  if (!waiting) throw new ItemChanged('Nothing of this course waits for a decision.');
  const { by, take, keep, submit } = choice;
  const before =
    waiting.change === 'new' || item.courseId === undefined ? undefined : await deps.desk.read(item.courseId);
  if (before && (waiting.change === 'changed' || waiting.change === 'returned')) {
    const to = placed(item.content, deps.desk.takesUrl);
    const from = placed(item.accepted?.content ?? item.content, deps.desk.takesUrl);
    const { conflicts } = mergeFields({ current: before.content, from, to, take, keep });
    if (conflicts.length > 0) {
      // Whoever looks at the lists sees it too.
      await deps.sync.saveItem({ ...item, waiting: { ...waiting, conflicts }, rev: item.rev + 1 });
      throw new FieldsEdited(conflicts);
    }
  }
  const at = deps.clock.now().toISOString();
  const inHand: InHand = { action: 'accept', ...{ by, at, take, keep, submit }, ...(before && { before }) };
  return begin(deps, item, inHand);
}

async function undo(deps: DecisionDeps, item: SyncItem, by: SyncParty): Promise<SyncItem> {
  if (item.waiting?.rejected) return unreject(deps, item, by);
  if (!item.undo) throw new UndoImpossible('nothing');
  const at = deps.clock.now().toISOString();
  return begin(deps, item, { action: 'undo', by, at, take: [], keep: [], submit: false });
}

/** Noted before anything happens: whoever finds it later ends it. */
async function begin(deps: DecisionDeps, item: SyncItem, inHand: InHand): Promise<SyncItem> {
  const next = { ...item, inHand, rev: item.rev + 1 };
  if ((await deps.sync.saveItem(next)) === 'changed') throw new ItemChanged();
  return finishDecision(deps, next);
}

async function reject(deps: DecisionDeps, item: SyncItem, by: SyncParty): Promise<SyncItem> {
  const { waiting } = item;
  if (!waiting || waiting.rejected) throw new ItemChanged('Nothing of this course waits for a decision.');
  const at = deps.clock.now().toISOString();
  return store(deps, { ...item, waiting: { ...waiting, rejected: { by, at } } }, { by, action: 'reject' });
}

async function unreject(deps: DecisionDeps, item: SyncItem, by: SyncParty): Promise<SyncItem> {
  if (!item.waiting) throw new UndoImpossible('nothing');
  const { rejected: _, ...waiting } = item.waiting;
  return store(deps, { ...item, waiting }, { by, action: 'unreject' });
}

async function store(
  deps: DecisionDeps,
  item: SyncItem,
  said: { readonly by: SyncParty; readonly action: 'reject' | 'unreject' },
): Promise<SyncItem> {
  const { connectionId, providerId, externalId, content, courseId, waiting } = item;
  const next = { ...item, rev: item.rev + 1 };
  const outcome = await deps.sync.saveItem(next, {
    ...{ connectionId, providerId, externalId, title: content.title, rev: next.rev },
    ...{ ...said, at: deps.clock.now().toISOString(), change: waiting?.change ?? 'changed', fields: [] },
    ...(courseId !== undefined && { courseId }),
  });
  if (outcome === 'changed') throw new ItemChanged();
  return next;
}
