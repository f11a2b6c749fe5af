import type { AnchorDeps } from './anchor-chains.ts';
import type { Check } from './check.ts';
import type { CheckStore } from './ports.ts';
import { askCheck, runCheck } from './run-check.ts';

/** The whole walk at once, which leaves nothing behind: for a command line. */
export async function checkAll(deps: AnchorDeps): Promise<Check> {
  let kept: Check | undefined;
  const checks: CheckStore = {
    find: async () => kept,
    async save(check) {
      kept = check;
      return 'saved';
    },
  };
  await askCheck({ checks, clock: deps.clock });
  const done = await runCheck({ ...deps, checks }, { untilMs: Number.POSITIVE_INFINITY });
  if (!done) throw new Error('a check that was asked for did not run');
  return done;
}
