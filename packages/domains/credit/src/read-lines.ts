import type { PersonId } from '@sinau/kernel';
import type { StandingDirectory } from './ledger/standing.ts';
import type { LedgerStore, RuleStore } from './ports.ts';
import { type Basis, type Line, recognise } from './recognise.ts';
import { rulesFor } from './rules-for.ts';

/** Everything somebody has earned, recognised by the rules of its days. */
export interface AllLines {
  /** In the order in which they count. */
  readonly lines: readonly Line[];
  readonly basis: Basis;
}

/** Undefined for somebody who is not there. Who may ask, the caller has decided. */
export async function readLines(
  deps: {
    readonly credit: Pick<LedgerStore, 'entriesOf'> & RuleStore;
    readonly standings: StandingDirectory;
  },
  { personId }: { readonly personId: PersonId },
): Promise<AllLines | undefined> {
  const [entries, standing] = await Promise.all([
    deps.credit.entriesOf(personId),
    deps.standings.standingOf(personId),
  ]);
  if (!standing) return undefined;
  const basis = { rules: await rulesFor(deps, { entries, standing }), standing };
  return { lines: recognise(entries, basis), basis };
}
