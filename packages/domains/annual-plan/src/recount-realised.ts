import type { Jp, PersonId } from '@sinau/kernel';
import type { LedgerDirectory, RealisedStore } from './ports.ts';
import { placeName, type Realised } from './realised.ts';

interface Deps {
  readonly realised: RealisedStore;
  readonly ledger: LedgerDirectory;
}

/** Of two who count one person at once the second finds what the first has written. */
const mostTries = 5;

/**
 * Compares what is kept of somebody with the ledger, and changes what differs, so that facts may come late, twice or in any order. Rejects
 * when others keep changing the same person.
 */
export async function recountRealised(deps: Deps, personId: PersonId): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (await recountOnce(deps, personId)) return;
  }
  throw new Error('what somebody has learned keeps changing while it is counted');
}

async function recountOnce({ realised, ledger }: Deps, personId: PersonId): Promise<boolean> {
  const kept = new Map((await realised.ofPerson(personId)).map((row) => [placeName(row), row]));
  const wanted = new Map<string, Omit<Realised, 'rev'>>();
  for (const line of await ledger.learnedBy(personId)) {
    const name = placeName(line);
    const jp = ((wanted.get(name)?.jp ?? 0) + line.jp) as Jp;
    const serves = wanted.get(name)?.serves ?? line.serves;
    wanted.set(name, { ...line, personId, jp, ...(serves && { serves }) });
  }
  for (const [name, row] of kept) {
    if (!wanted.has(name) && (await realised.replace(row, undefined)) === 'conflict') return false;
  }
  for (const [name, row] of wanted) {
    const before = kept.get(name);
    if (before?.jp === row.jp && before.serves?.itemId === row.serves?.itemId) continue;
    const after = { ...row, rev: before?.rev ?? 0 };
    if ((await realised.replace(before, after)) === 'conflict') return false;
  }
  return true;
}
