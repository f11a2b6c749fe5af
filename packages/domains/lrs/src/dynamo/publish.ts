import type { Commit } from './commit.ts';
import type { LrsContext } from './context.ts';
import { hold } from './holds.ts';
import { lateReferences, settleLinks } from './links.ts';
import { listRows } from './list-rows.ts';
import { writeRows } from './write-rows.ts';

/** After the commit and before the answer: makes its statements findable by every filter. */
export async function publish(
  context: LrsContext,
  commit: Commit,
  { leave }: { readonly leave: () => void },
): Promise<void> {
  try {
    await writeRows(context, listRows(context, await context.hasher(), commit));
    const late = await lateReferences(context, commit);
    await settleLinks(context, commit, new Set([...commit.referred, ...late]));
  } catch (error) {
    // Committed all the same: the store is not complete past this position until the follower has healed it.
    leave();
    // The follower of the stream may be late. Should the hold fail too, it is still the one to notice.
    if (!context.horizon.remembersLeft) await hold(context, commit).catch(() => undefined);
    throw error;
  }
}
