import { DomainError, Unavailable } from '@sinau/kernel';
import type { BatchReason, BatchResult, SyncBatch } from './batch.ts';
import type { SyncField } from './content.ts';
import { acceptItem } from './decide-item.ts';
import { FieldsEdited, ItemChanged, UndoImpossible } from './errors.ts';
import { type DecisionDeps, finishDecision } from './finish-decision.ts';
import type { SyncStore } from './ports.ts';
import type { SyncItem } from './sync-item.ts';

export interface BatchItemDeps extends DecisionDeps {
  readonly sync: DecisionDeps['sync'] & Pick<SyncStore, 'listAudit'>;
}

/** People and other workers change an item meanwhile: it is looked at again, so often at most. */
const mostRaces = 3;

/**
 * Accepts one course of a batch; `item`: as it was just read. What speaks against it is a result; rejects with what nobody foresaw, and with `Unavailable` while
 * the store or the catalogue does not answer.
 */
export async function acceptInBatch(
  deps: BatchItemDeps,
  batch: SyncBatch,
  one: { readonly externalId: string; readonly item: SyncItem | undefined },
): Promise<BatchResult> {
  const { externalId } = one;
  for (let race = 1; ; race += 1) {
    const found = race === 1 ? one.item : await deps.sync.findItem(batch.connectionId, externalId);
    const title = found?.content.title;
    const told = { externalId, ...(title !== undefined && { title: title.slice(0, 120).toWellFormed() }) };
    try {
      return { ...told, ...(await accept(deps, batch, found)) };
    } catch (error) {
      if (!(error instanceof DomainError) || error instanceof Unavailable) throw error;
      // Somebody was faster, or took back what cannot be taken back.
      const isMoved = error instanceof ItemChanged || error instanceof UndoImpossible;
      if (isMoved && race < mostRaces) continue;
      return { ...told, ...refusalOf(error) };
    }
  }
}

type Told = Omit<BatchResult, 'externalId' | 'title'>;

async function accept(deps: BatchItemDeps, batch: SyncBatch, found: SyncItem | undefined): Promise<Told> {
  const item = found && (await finishDecision(deps, found));
  if (!item) return { outcome: 'left', reason: 'decided' };
  const reason = reasonAgainst(batch, item);
  if (reason) return (await isByThis(deps, batch, item)) ? acceptedAs(item) : { outcome: 'left', reason };
  const { by, submit } = batch;
  const after = await acceptItem(deps, item, { by, submit, take: [], keep: [] });
  // An author has deleted its course: it waits as a new one.
  return after.waiting ? { outcome: 'left', reason: 'moved' } : acceptedAs(after);
}

function reasonAgainst({ lists, by }: SyncBatch, { waiting }: SyncItem): BatchReason | undefined {
  if (!waiting) return 'decided';
  if (waiting.rejected) return 'rejected';
  if (waiting.undone && by.kind === 'rule') return 'taken-back';
  return lists.some((list) => list === waiting.change) ? undefined : 'moved';
}

const acceptedAs = ({ courseId }: SyncItem): Told => ({
  outcome: 'accepted',
  ...(courseId !== undefined && { courseId }),
});

function refusalOf(error: DomainError): Told {
  if (error instanceof FieldsEdited) {
    const fields = error.issues.map(({ path }) => path.slice(1) as SyncField);
    return { outcome: 'conflict', reason: 'edited', fields };
  }
  if (error instanceof ItemChanged || error instanceof UndoImpossible) {
    return { outcome: 'left', reason: 'decided' };
  }
  return { outcome: 'failed', reason: 'refused', code: error.code };
}

/** A page that comes again after a crash finds done what it did: that is no other outcome. */
async function isByThis({ sync }: BatchItemDeps, batch: SyncBatch, item: SyncItem): Promise<boolean> {
  const [last] = await sync.listAudit(item.connectionId, item.externalId);
  return last?.action === 'accept' && last.at >= batch.createdAt && sameParty(last.by, batch.by);
}

const sameParty = (one: SyncBatch['by'], other: SyncBatch['by']): boolean =>
  JSON.stringify([one.kind, 'id' in one && one.id]) ===
  JSON.stringify([other.kind, 'id' in other && other.id]);
