import { type Ids, plainFileName } from '@sinau/kernel';
import { decidedPlan, type ReadAt } from './authority.ts';
import { ItemWrong, PlanNotFound } from './errors.ts';
import type { AnnualPlan, Decree } from './plan.ts';
import type { DecreeRoom, PlanStore } from './ports.ts';

/** A door that takes forms takes six megabytes in all, packed into text. */
export const mostDecreeBytes = 4 * 1024 * 1024;

/** A letter as somebody sends it. */
export interface DecreeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Keeps a letter that is an honest PDF; else rejects with `ItemWrong`, whose message is a `DecreeProblem`, and nothing is kept. */
export async function keepDecree(
  { decrees, ids }: { readonly decrees: DecreeRoom; readonly ids: Ids },
  { plan, file }: { readonly plan: AnnualPlan; readonly file: DecreeFile },
): Promise<Decree> {
  const { bytes, name } = file;
  const seen = bytes.length > mostDecreeBytes ? { problem: 'too-large' } : await decrees.inspect(bytes);
  if (!('sha256' in seen)) throw new ItemWrong([{ path: '/decision/decree', message: seen.problem }]);
  const decreeId = ids.uuid();
  await decrees.put({ ...plan, decreeId }, bytes);
  return { decreeId, name: plainFileName(name, 'PDF'), sizeBytes: bytes.length, ...seen };
}

/** The letter of a step as it was sent, for whoever may read the plan. */
export async function readDecree(
  deps: { readonly plans: Pick<PlanStore, 'find'>; readonly decrees: DecreeRoom },
  input: ReadAt & { readonly decreeId: string },
): Promise<{ readonly decree: Decree; readonly bytes: Uint8Array }> {
  const plan = await decidedPlan(deps, input);
  const found = plan.steps.flatMap(({ decision }) => decision?.decree ?? []);
  const decree = found.find(({ decreeId }) => decreeId === input.decreeId);
  const bytes = decree && (await deps.decrees.get({ ...plan, decreeId: decree.decreeId }));
  if (!decree || !bytes) throw new PlanNotFound();
  return { decree, bytes };
}
