import type { AgencyId, Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import { HoldChanged, HoldNotFound, OwnHold } from './errors.ts';
import type { EntryId } from './ledger/entry.ts';
import type { Hold } from './ledger/hold.ts';
import type { StandingDirectory } from './ledger/standing.ts';
import type { HoldStore, LedgerStore } from './ports.ts';

export interface ReviewDeps {
  readonly credit: HoldStore & Pick<LedgerStore, 'decide' | 'findEntry'>;
  readonly standings: StandingDirectory;
  readonly clock: Clock;
}

/** Which JP, of whom. */
export interface HoldPlace {
  readonly personId: PersonId;
  readonly about: EntryId;
}

const pageSize = 50;

/** What waits in the agency of a reviewer, longest first. Of people who have moved away nothing is shown (invariant 8). */
export async function listHolds(
  deps: Pick<ReviewDeps, 'credit' | 'standings'>,
  asked: { readonly agencyId: AgencyId; readonly after?: string },
): Promise<{ readonly holds: readonly Hold[]; readonly next?: string }> {
  const page = { limit: pageSize, ...(asked.after !== undefined && { after: asked.after }) };
  const { holds, next } = await deps.credit.listOpen(asked.agencyId, page);
  const standings = await deps.standings.standingsOf([...new Set(holds.map(({ personId }) => personId))]);
  const own = holds.filter(({ personId }) => standings.get(personId)?.agencyId === asked.agencyId);
  return { holds: own, ...(next !== undefined && { next }) };
}

async function isOf(
  { standings }: Pick<ReviewDeps, 'standings'>,
  hold: Hold,
  agencyId: AgencyId | undefined,
): Promise<boolean> {
  return agencyId !== undefined && (await standings.standingOf(hold.personId))?.agencyId === agencyId;
}

/** For a reviewer of the agency where the person is now. Rejects with `HoldNotFound` for everybody else's. */
export async function readHold(
  deps: Pick<ReviewDeps, 'credit' | 'standings'>,
  { principal, ...place }: HoldPlace & { readonly principal: PersonPrincipal },
): Promise<Hold> {
  const hold = await deps.credit.findHold(place.personId, place.about);
  if (!hold || !(await isOf(deps, hold, principal.agencyId))) throw new HoldNotFound();
  return hold;
}

/** The agency lets the JP count, or does not, and says why. */
export async function decideHold(
  deps: ReviewDeps,
  input: HoldPlace & {
    readonly principal: PersonPrincipal;
    readonly outcome: 'released' | 'rejected';
    readonly words: string;
    /** As it was shown. */
    readonly rev: number;
  },
): Promise<Hold> {
  const { principal, personId, about, outcome, words, rev } = input;
  if (personId === principal.personId) throw new OwnHold();
  const hold = await readHold(deps, { principal, personId, about });
  if (hold.state !== 'open') throw new HoldChanged('Somebody has decided about these JP already.');
  if (hold.rev !== rev) throw new HoldChanged();
  const recordedAt = deps.clock.now().toISOString();
  const held = await deps.credit.findEntry(personId, hold.entryId);
  // Never before what it decides about, whatever the clocks of two processes say.
  const at = held && held.at > recordedAt ? held.at : recordedAt;
  const by = principal.personId;
  const next: Hold = { ...hold, state: outcome, decision: { by, words, at: recordedAt } };
  const entryId = `${hold.entryId}:${outcome}` as EntryId;
  const entry = { entryId, personId, about, kind: outcome, by, words, at, recordedAt } as const;
  if ((await deps.credit.decide(entry, next)) === 'conflict') throw new HoldChanged();
  return next;
}

/** What the learner says to it, once or again until somebody has decided. */
export async function answerHold(
  deps: Pick<ReviewDeps, 'credit' | 'clock'>,
  input: { readonly principal: PersonPrincipal; readonly about: EntryId; readonly words: string },
): Promise<void> {
  const { principal, about, words } = input;
  const hold = await deps.credit.findHold(principal.personId, about);
  if (!hold) throw new HoldNotFound();
  if (hold.state !== 'open') throw new HoldChanged('Somebody has decided about these JP already.');
  const next = { ...hold, answer: { words, at: deps.clock.now().toISOString() } };
  if ((await deps.credit.changeHold(next)) === 'conflict') throw new HoldChanged();
}
