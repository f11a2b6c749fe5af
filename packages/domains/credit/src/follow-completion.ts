import type { Clock } from '@sinau/kernel';
import { countedSpans, isBefore } from './effort/counted-spans.ts';
import { overlap } from './effort/spans.ts';
import { holdDoubtful } from './hold-doubtful.ts';
import { idOf, type Judged, judgeCompletion, placeOf, placeThen } from './judge-completion.ts';
import { correct, reverse } from './ledger/append-about.ts';
import type { Earned, Entry, EntryId } from './ledger/entry.ts';
import { type Account, foldAccounts } from './ledger/fold-accounts.ts';
import type { Hold } from './ledger/hold.ts';
import type { StandingDirectory } from './ledger/standing.ts';
import { certificateKey } from './one-learning.ts';
import type { Completion, CompletionDirectory, HoldStore, LedgerStore, RuleStore } from './ports.ts';
import { rulesFor } from './rules-for.ts';

export interface FollowCompletionDeps {
  readonly credit: Pick<LedgerStore, 'entriesOf' | 'append' | 'hold'> &
    Pick<HoldStore, 'findHold'> &
    RuleStore;
  readonly completions: CompletionDirectory;
  readonly standings: StandingDirectory;
  readonly clock: Clock;
}

export type CompletionOutcome = 'absent' | 'unchanged' | 'earned' | 'corrected' | 'reversed';

/**
 * Follows what is told of a registration: its course was completed, its last session has ended, a provider has taken a
 * completion back or given it again. What the ledger lacks is appended, under ids that the registration gives, so that facts
 * that come twice, late or at the same time make one line.
 */
export async function followCompletion(
  deps: FollowCompletionDeps,
  registration: string,
): Promise<CompletionOutcome> {
  const completion = await deps.completions.completionOf(registration);
  if (!completion) return 'absent';
  const outcome = await followOne(deps, completion);
  if (outcome === 'earned' || outcome === 'corrected') await judgeBeside(deps, completion);
  if (completion.stands && outcome !== 'absent') await holdRecords(deps, completion);
  return outcome;
}

async function followOne(deps: FollowCompletionDeps, completion: Completion): Promise<CompletionOutcome> {
  const { personId, registration } = completion;
  const standing = await deps.standings.standingOf(personId);
  if (!standing) return 'absent';
  const entries = await deps.credit.entriesOf(personId);
  const accounts = foldAccounts(entries);
  const own = accounts.find(({ earned }) => earned.entryId === idOf(registration));
  const place = own ? placeOf(own, standing) : placeThen(completion, standing);
  const rules = await rulesFor(deps, { entries, standing: { ...standing, ...place } });
  const judged = judgeCompletion(completion, { accounts, place, rules });
  if (!own) return completion.stands ? begin(deps, completion, judged) : 'absent';
  if (!completion.stands) return reverse(deps, own, 'taken-back');
  const outcome = await sayAgain(deps, { own, completion, judged });
  const isDecided = own.entries.some(({ kind }) => isHolding(kind));
  // Records that were erased prove nothing, neither effort nor its absence.
  const isForgotten = completion.shown.here > 0 && completion.moments.length === 0;
  if (!isDecided && !isForgotten) await hold(deps, completion, judged);
  return outcome;
}

/** What was learned elsewhere before may be this course. */
async function holdRecords(deps: FollowCompletionDeps, { personId, agencyId }: Completion): Promise<void> {
  await holdDoubtful(deps, { personId, agencyId });
}

/**
 * Of courses in the same time the one completed first has it, whichever is told first: the later ones are judged once more, and
 * this one too, since another may have come at the same moment.
 */
async function judgeBeside(
  deps: FollowCompletionDeps,
  { personId, registration }: Completion,
): Promise<void> {
  const accounts = foldAccounts(await deps.credit.entriesOf(personId));
  const own = accounts.find(({ earned }) => earned.entryId === idOf(registration));
  if (!own) return;
  const beside = accounts.filter((account) => overlap(countedSpans(account), countedSpans(own)));
  if (beside.length < 2) return;
  for (const { earned } of beside) {
    if (earned.source.kind !== 'course' || isBefore(earned, own.earned)) continue;
    const completion = await deps.completions.completionOf(earned.source.registration);
    if (completion) await followOne(deps, completion);
  }
}

const isHolding = (kind: Entry['kind']) => kind === 'held' || kind === 'released' || kind === 'rejected';

/** Held before it is earned: whoever reads in between finds nothing that counts. */
async function begin(
  deps: FollowCompletionDeps,
  completion: Completion,
  judged: Judged,
): Promise<CompletionOutcome> {
  await hold(deps, completion, judged);
  const { personId, registration, courseId, version, title, form, abroad, stated } = completion;
  const earned: Earned = {
    ...{ entryId: idOf(registration), personId, kind: 'earned' },
    ...{ at: completion.completedAt, recordedAt: deps.clock.now().toISOString() },
    ...{ form, title, stated, abroad, parts: judged.parts },
    source: { kind: 'course', courseId, version, registration },
    ...judged.place,
    sameAs: `course:${courseId}`,
    ...(judged.effort && { effort: judged.effort }),
    ...(completion.certificates && { certificates: keysOf(completion) }),
  };
  return (await deps.credit.append(earned)) === 'appended' ? 'earned' : 'unchanged';
}

/** Whoever belongs to no agency owes no hours, and nobody would decide: what is held waits until they belong to one. */
async function hold(deps: FollowCompletionDeps, completion: Completion, judged: Judged): Promise<void> {
  const { personId, agencyId, registration, title, stated, completedAt } = completion;
  const { reasons, ruleId } = judged;
  if (reasons.length === 0) return;
  const about = idOf(registration);
  const entryId = `${registration}:held` as EntryId;
  const recordedAt = deps.clock.now().toISOString();
  const entry = { entryId, personId, about, at: completedAt, recordedAt, reasons, ruleId };
  const place: Hold = {
    ...{ personId, about, entryId, title, stated, reasons, heldAt: recordedAt },
    ...(agencyId !== undefined && { agencyId }),
    ...{ state: 'open', rev: 0 },
  };
  await deps.credit.hold({ ...entry, kind: 'held' }, place);
}

/** Other days or certificates than were known, or a completion that is there again. */
async function sayAgain(
  deps: FollowCompletionDeps,
  given: { readonly own: Account; readonly completion: Completion; readonly judged: Judged },
): Promise<CompletionOutcome> {
  const { own, completion, judged } = given;
  const isBack = own.standing === 'reversed';
  // Records that were erased say nothing of the days any more; what the ledger knows stays.
  const hasSigns = (completion.elsewhere?.signs ?? []).length > 0;
  const isKnown = isBack || hasSigns || judged.effort !== undefined;
  const parts = isKnown ? judged.parts : own.parts;
  const certificates = [...new Set([...own.certificates, ...keysOf(completion)])].toSorted();
  const isNamed = certificates.length > own.certificates.length;
  const isOther = JSON.stringify(own.parts) !== JSON.stringify(parts);
  if (!isBack && !isOther && !isNamed) return 'unchanged';
  return correct(deps, own, {
    ...{
      parts,
      stated: completion.stated,
      because: isBack ? 'given-again' : isOther ? 'effort' : 'certificate',
    },
    ...(judged.effort && { effort: judged.effort }),
    ...(isNamed && { certificates }),
  });
}

const keysOf = ({ certificates = [] }: Completion): readonly string[] =>
  certificates.map(certificateKey).toSorted();
