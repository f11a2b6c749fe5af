import type { SyncStore } from './ports.ts';
import { counted, type Read } from './read-catalogue.ts';
import { type StageDeps, stageMissing } from './stage-courses.ts';
import { maxRunFindings, type SyncRun } from './sync-run.ts';

interface SweepDeps extends StageDeps {
  readonly sync: StageDeps['sync'] & Pick<SyncStore, 'walkItems'>;
}

const pageSize = 100;
/** So many may go at once before anybody asks. */
const fewMissing = 2;
const plausibleShare = 0.3;

/**
 * Stages as withdrawn what the provider does not show any more: of a whole run what it did not meet, of a run over
 * changes what it says is hidden. When implausibly much is missing, or a course could not be told apart, nothing is
 * withdrawn and a person is asked.
 */
export async function withdrawMissing(deps: SweepDeps, read: Read): Promise<SyncRun> {
  const { run } = read;
  if (run.counts.unusable > 0) return { ...run, withdrawals: 'held' };
  const { present, missing } = await findMissing(deps, read);
  if (missing.length === 0) return run;
  if (!isPlausible(read, { present, missing: missing.length })) {
    const finding = { code: 'drop', present, missing: missing.length } as const;
    // In front of all others: a person is asked by it.
    return { ...run, findings: [finding, ...run.findings].slice(0, maxRunFindings), withdrawals: 'held' };
  }
  let swept: SyncRun = { ...run, withdrawals: 'staged' };
  for (let start = 0; start < missing.length; start += pageSize) {
    const outcomes = await stageMissing(deps, run, missing.slice(start, start + pageSize));
    for (const outcome of outcomes) if (outcome === 'withdrawn') swept = counted(swept, outcome);
  }
  return swept;
}

/** Ids alone are kept. */
async function findMissing(deps: SweepDeps, { run, shown, hidden }: Read) {
  const missing: string[] = [];
  let present = 0;
  let after: string | undefined;
  do {
    const page = await deps.sync.walkItems(run.connectionId, { limit: pageSize, ...(after && { after }) });
    for (const { present: was, externalId } of page.items) {
      if (!was) continue;
      present += 1;
      const isGone = run.scope === 'all' ? !shown.has(externalId) : hidden.has(externalId);
      if (isGone) missing.push(externalId);
    }
    after = page.next;
  } while (after !== undefined);
  return { present, missing };
}

function isPlausible(
  { run, shown }: Read,
  drop: { readonly present: number; readonly missing: number },
): boolean {
  if (run.believedMissing !== undefined && drop.missing <= run.believedMissing) return true;
  if (run.scope === 'all' && shown.size === 0) return false;
  return drop.missing <= fewMissing || drop.missing <= drop.present * plausibleShare;
}
