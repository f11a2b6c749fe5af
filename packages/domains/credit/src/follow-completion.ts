import type { Clock } from '@sinau/kernel';
import { countedSpans, isBefore } from './effort/counted-spans.ts';
import { judgeEffort, proofOf } from './effort/judge-effort.ts';
import { partsOfCompletion } from './effort/parts-of-completion.ts';
import { sessionsOf } from './effort/sessions.ts';
import { overlap } from './effort/spans.ts';
import type { Earned, EffortProof, Entry, EntryId, HoldReason, Part } from './ledger/entry.ts';
import { type Account, foldAccounts } from './ledger/fold-accounts.ts';
import type { Hold } from './ledger/hold.ts';
import type { PersonStanding, StandingDirectory } from './ledger/standing.ts';
import { localDateOf } from './local-date.ts';
import type { Completion, CompletionDirectory, LedgerStore, RuleStore } from './ports.ts';
import { type Rule, ruleFor } from './rules/rule.ts';
import { rulesFor } from './rules-for.ts';

export interface FollowCompletionDeps {
  readonly credit: Pick<LedgerStore, 'entriesOf' | 'append' | 'hold'> & RuleStore;
  readonly completions: CompletionDirectory;
  readonly standings: StandingDirectory;
  readonly clock: Clock;
}

export type CompletionOutcome = 'absent' | 'unchanged' | 'earned' | 'corrected' | 'reversed';

interface Judged {
  readonly parts: readonly Part[];
  readonly effort?: EffortProof;
  /** Why it is held. Where no row says from when on, nothing is. */
  readonly reasons: readonly HoldReason[];
  readonly ruleId: string;
}

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
  return outcome;
}

async function followOne(deps: FollowCompletionDeps, completion: Completion): Promise<CompletionOutcome> {
  const { personId, registration } = completion;
  const standing = await deps.standings.standingOf(personId);
  if (!standing) return 'absent';
  const entries = await deps.credit.entriesOf(personId);
  const rules = await rulesFor(deps, { entries, standing });
  const accounts = foldAccounts(entries);
  const own = accounts.find(({ earned }) => earned.entryId === idOf(registration));
  const judged = judge(completion, { accounts, standing, rules });
  if (!own) return completion.stands ? begin(deps, completion, judged) : 'absent';
  if (!completion.stands) return reverse(deps, own);
  const outcome = await correct(deps, { own, completion, judged });
  if (!own.entries.some(({ kind }) => isHolding(kind))) await hold(deps, completion, judged);
  return outcome;
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

const idOf = (registration: string) => registration as EntryId;
const isHolding = (kind: Entry['kind']) => kind === 'held' || kind === 'released' || kind === 'rejected';

function judge(
  completion: Completion,
  given: {
    readonly accounts: readonly Account[];
    readonly standing: PersonStanding;
    readonly rules: readonly Rule[];
  },
): Judged {
  const { completedAt, moments, isMeasured, agencyId, stated } = completion;
  const { accounts, standing, rules } = given;
  const asked = {
    on: localDateOf(Date.parse(completedAt), standing.timeZone),
    ...(agencyId !== undefined && { agencyId }),
  };
  const rule = ruleFor(rules, 'effort', asked);
  const sessions = sessionsOf(moments, completedAt);
  const parts = partsOfCompletion(completion, sessions, {
    zone: standing.timeZone,
    idleMs: (rule?.idleMinutes ?? 0) * 60_000,
  });
  if (!isMeasured || sessions.length === 0) return { parts, reasons: [], ruleId: '' };
  const effort = proofOf(sessions);
  const self = { at: completedAt, entryId: idOf(completion.registration) };
  const elsewhere = accounts.filter(({ earned }) => isBefore(earned, self)).flatMap(countedSpans);
  const reasons = rule ? judgeEffort(sessions, { stated, rule, elsewhere }) : [];
  return { parts, effort, reasons, ruleId: rule?.ruleId ?? '' };
}

/** Held before it is earned: whoever reads in between finds nothing that counts. */
async function begin(
  deps: FollowCompletionDeps,
  completion: Completion,
  judged: Judged,
): Promise<CompletionOutcome> {
  await hold(deps, completion, judged);
  const { personId, agencyId, registration, courseId, version, title, form, abroad, stated } = completion;
  const earned: Earned = {
    ...{ entryId: idOf(registration), personId, kind: 'earned' },
    ...{ at: completion.completedAt, recordedAt: deps.clock.now().toISOString() },
    ...{ form, title, stated, abroad, parts: judged.parts },
    source: { kind: 'course', courseId, version, registration },
    ...(agencyId !== undefined && { agencyId }),
    sameAs: `course:${courseId}`,
    ...(judged.effort && { effort: judged.effort }),
  };
  return (await deps.credit.append(earned)) === 'appended' ? 'earned' : 'unchanged';
}

/** Whoever belongs to no agency has nobody who would decide, and no hours to owe. */
async function hold(deps: FollowCompletionDeps, completion: Completion, judged: Judged): Promise<void> {
  const { personId, agencyId, registration, title, stated, completedAt } = completion;
  const { reasons, ruleId } = judged;
  if (reasons.length === 0 || agencyId === undefined) return;
  const about = idOf(registration);
  const entryId = `${registration}:held` as EntryId;
  const recordedAt = deps.clock.now().toISOString();
  const entry = { entryId, personId, about, at: completedAt, recordedAt, reasons, ruleId };
  const place: Hold = {
    ...{ personId, agencyId, about, entryId, title, stated, reasons, heldAt: recordedAt },
    ...{ state: 'open', rev: 0 },
  };
  await deps.credit.hold({ ...entry, kind: 'held' }, place);
}

const numberOf = (own: Account, kind: Entry['kind']) =>
  own.entries.filter((entry) => entry.kind === kind).length + 1;

async function reverse(deps: FollowCompletionDeps, own: Account): Promise<CompletionOutcome> {
  if (own.standing === 'reversed') return 'unchanged';
  const { entryId: about, personId } = own.earned;
  const now = deps.clock.now().toISOString();
  const entryId = `${about}:reversed:${numberOf(own, 'reversed')}` as EntryId;
  const entry = { entryId, personId, about, at: now, recordedAt: now, because: 'taken-back' };
  const outcome = await deps.credit.append({ ...entry, kind: 'reversed' });
  return outcome === 'appended' ? 'reversed' : 'unchanged';
}

/** Other days than were known, or a completion that is there again. Of two writers at once one is told `exists`; the other has said the same. */
async function correct(
  deps: FollowCompletionDeps,
  given: { readonly own: Account; readonly completion: Completion; readonly judged: Judged },
): Promise<CompletionOutcome> {
  const { own, completion, judged } = given;
  const isBack = own.standing === 'reversed';
  // Records that were erased say nothing of the days any more; what the ledger knows stays.
  if (!isBack && completion.isMeasured && !judged.effort) return 'unchanged';
  if (!isBack && JSON.stringify(own.parts) === JSON.stringify(judged.parts)) return 'unchanged';
  const { entryId: about, personId } = own.earned;
  const now = deps.clock.now().toISOString();
  const entryId = `${about}:corrected:${numberOf(own, 'corrected')}` as EntryId;
  const outcome = await deps.credit.append({
    ...{ entryId, personId, about, kind: 'corrected', at: now, recordedAt: now },
    ...{ parts: judged.parts, stated: completion.stated, because: isBack ? 'given-again' : 'effort' },
    ...(judged.effort && { effort: judged.effort }),
  });
  return outcome === 'appended' ? 'corrected' : 'unchanged';
}
