import { type AgencyId, type Clock, type PersonId, Unavailable } from '@sinau/kernel';
import { doubtsOf } from './doubts.ts';
import type { Earned, Entry, EntryId, HoldReason } from './ledger/entry.ts';
import { type Account, foldAccounts } from './ledger/fold-accounts.ts';
import { comparedOf, likeCourses, standingAmong } from './one-learning.ts';
import type { HoldStore, LedgerStore } from './ports.ts';

interface HoldDoubtfulDeps {
  readonly credit: Pick<LedgerStore, 'entriesOf' | 'hold'> & Pick<HoldStore, 'findHold'>;
  readonly clock: Clock;
}

interface Whose {
  readonly personId: PersonId;
  readonly agencyId: AgencyId | undefined;
  /** What the ledger is about to say. */
  readonly coming?: Earned;
}

/** Two courses that end at once, and a reviewer, may meet at one record; more do not. */
const rounds = 5;

/**
 * Records of learning elsewhere that seem to be a course which was completed here are held until somebody has said whether they
 * are: whichever came first, the course counts and the record waits. Each course and record are asked about once: a decision
 * is about those that were looked at, and none that comes later. Certificates that are surely the same need nobody.
 */
export async function holdDoubtful(deps: HoldDoubtfulDeps, whose: Whose): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    if (await holdOnce(deps, whose)) return;
  }
  throw new Unavailable('Too much is happening to these holds at once; please try again.');
}

/** Whether nothing has changed meanwhile. */
async function holdOnce(deps: HoldDoubtfulDeps, { personId, agencyId, coming }: Whose): Promise<boolean> {
  const entries = await deps.credit.entriesOf(personId);
  const accounts = foldAccounts(coming ? [...entries, coming] : entries);
  let isDone = true;
  for (const account of accounts) {
    const reasons = newDoubts(account, accounts);
    if (reasons.length === 0) continue;
    const outcome = await hold(deps, account, { reasons, agencyId });
    isDone &&= outcome === 'appended';
  }
  return isDone;
}

function newDoubts(account: Account, accounts: readonly Account[]): readonly HoldReason[] {
  const standing = standingAmong(account, accounts);
  if (account.earned.source.kind !== 'external' || standing === 'reversed' || standing === 'rejected')
    return [];
  const like = likeCourses(accounts, comparedOf(account));
  if (like.some(({ by }) => by === 'certificate')) return [];
  const asked = doubtsOf(account.entries);
  return like
    .filter(({ line }) => !asked.has(line))
    .map(({ by: _, ...line }) => ({ ...line, code: 'counted-already' as const }));
}

/** What is open waits with the doubts that are new, in one place; what was decided waits for these alone. */
async function hold(
  { credit, clock }: HoldDoubtfulDeps,
  { earned, stated, entries }: Account,
  { reasons: found, agencyId }: Pick<Whose, 'agencyId'> & { readonly reasons: readonly HoldReason[] },
): Promise<'appended' | 'exists'> {
  const { personId, entryId: about, title } = earned;
  const before = await credit.findHold(personId, about);
  const reasons = before?.state === 'open' ? [...before.reasons, ...found] : found;
  const number = entries.filter(({ kind }) => kind === 'held').length + 1;
  const entryId = `${about}:held${number === 1 ? '' : `:${number}`}` as EntryId;
  const recordedAt = clock.now().toISOString();
  const at = afterAll(entries, recordedAt);
  return credit.hold(
    { entryId, personId, about, at, recordedAt, kind: 'held', reasons, ruleId: '' },
    {
      ...{ personId, about, entryId, title, stated, reasons, state: 'open', rev: before?.rev ?? 0 },
      heldAt: before?.state === 'open' ? before.heldAt : recordedAt,
      ...(before?.state === 'open' && before.answer && { answer: before.answer }),
      ...(agencyId !== undefined && { agencyId }),
    },
  );
}

/** Clocks of two processes differ: a question comes after the answer to the one before it. */
function afterAll(entries: readonly Entry[], now: string): string {
  const said = entries.filter(({ kind }) => kind === 'released' || kind === 'rejected').map(({ at }) => at);
  const last = said.toSorted().at(-1);
  return last === undefined || last < now ? now : new Date(Date.parse(last) + 1).toISOString();
}
