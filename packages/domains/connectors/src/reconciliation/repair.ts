import { type Digest, DomainError, type ErrorCode } from '@sinau/kernel';
import type { Connection } from '../connection.ts';
import { AdapterFailure, type AdapterFailureReason, type AdapterPort } from '../ports.ts';
import { learnerKnown } from '../results/match-later.ts';
import { mapResult, setResultAside } from '../results/own-results.ts';
import type { PlaceDeps } from '../results/place-result.ts';
import type { OutcomePort } from '../results/ports.ts';
import { resultIdOf } from '../results/result-event.ts';
import { settleResults } from '../results/settle-results.ts';
import { takeMany } from '../results/take-many.ts';
import { isLasting, type Mismatch, type RepairAction, repairsOf } from './mismatch.ts';
import type { EnrolmentRepairs, ReconciliationStore } from './ports.ts';
import { takenBackEvent } from './taken-back.ts';

export interface RepairDeps extends PlaceDeps {
  readonly reconciliation: ReconciliationStore;
  readonly outcomes: OutcomePort;
  readonly adapters: AdapterPort;
  readonly enrolments: EnrolmentRepairs;
  readonly digest: Digest;
}

/** Beside the reason that was given for it. */
const reopened = 'Dibuka kembali.';

/** What became of one; `passing`: the same may succeed later. */
export type Repaired =
  | { readonly outcome: 'done' | 'gone' }
  | { readonly outcome: 'not-possible'; readonly refusal?: ErrorCode }
  | { readonly outcome: 'failed' | 'passing'; readonly failure: AdapterFailureReason };

export interface RepairInput {
  readonly connection: Connection;
  /** Who wants it. */
  readonly by: string;
  /** When they wanted it; the same however often it is tried. ISO 8601 UTC. */
  readonly orderedAt: string;
  readonly mismatchId: string;
  readonly action: RepairAction;
  /** Why it is left as it is. */
  readonly note?: string;
  /** Our pseudonym of the learner. */
  readonly subject?: string;
}

/** Puts one mismatch right. Safe to repeat: what was dealt with is gone for whoever comes after. */
export async function repairOne(deps: RepairDeps, input: RepairInput): Promise<Repaired> {
  const { connection, mismatchId, action, note, by } = input;
  const found = await deps.reconciliation.find(connection.connectionId, mismatchId);
  if (!found || isDealtWith(found, action)) return { outcome: 'gone' };
  if (action !== 'reopen' && !repairsOf(connection.kind, found.kind).includes(action))
    return { outcome: 'not-possible' };
  try {
    if (!(await carryOut(deps, input, found))) return { outcome: 'not-possible' };
  } catch (error) {
    if (error instanceof AdapterFailure)
      return { outcome: error.passing ? 'passing' : 'failed', failure: error.reason };
    // A refusal of one is an answer; what nobody expected is not.
    if (error instanceof DomainError && error.code !== 'platform.unavailable')
      return { outcome: 'not-possible', refusal: error.code };
    throw error;
  }
  if (action === 'reopen') {
    await deps.reconciliation.reopen(found);
    return { outcome: 'done' };
  }
  const at = deps.clock.now().toISOString();
  const said = isLasting(action) && note !== undefined ? { note } : {};
  const word = action === 'take-back' ? { resultId: wordOf(deps, input, found) } : {};
  await deps.reconciliation.handle(found, { action, at, by, ...said, ...word });
  return { outcome: 'done' };
}

/** By a repair, which the next run looks after; where somebody decided to leave it, another may decide anew. */
function isDealtWith({ handled }: Mismatch, action: RepairAction): boolean {
  if (action === 'reopen') return !handled || !isLasting(handled.action);
  return handled !== undefined && (!isLasting(handled.action) || handled.action === action);
}

/** False when it has not what the action needs. */
async function carryOut(deps: RepairDeps, input: RepairInput, found: Mismatch): Promise<boolean> {
  const { connection } = input;
  const { registration, moduleId, externalCourseId, externalLearnerId } = found;
  switch (input.action) {
    case 'ignore':
    case 'keep-ours':
      return true;
    case 'take-back':
      return takeBack(deps, input, found);
    case 'reopen':
      return reopen(deps, input, found);
    case 'ask-again':
      return askAgain(deps, connection, found);
    case 'enrol-again':
      return (
        registration !== undefined && (await deps.enrolments.enrolAgain(registration)) !== 'not-possible'
      );
    case 'end-there': {
      if (externalLearnerId === undefined) return false;
      const adapter = await deps.adapters.adapterOf(connection);
      await adapter.unenrol({ externalCourseId, externalLearnerId });
      return true;
    }
    case 'take-over': {
      if (registration === undefined || moduleId === undefined) return false;
      const outcome = await settleResults(deps, { registration, moduleId });
      return outcome === 'recorded' || outcome === 'unchanged';
    }
    case 'map-learner':
      return mapLearner(deps, input, found);
  }
}

/** Asks what this learner has reached; what comes is placed like everything else. */
async function askAgain(
  deps: RepairDeps,
  connection: Connection,
  { externalCourseId, externalLearnerId }: Mismatch,
): Promise<boolean> {
  if (externalLearnerId === undefined) return false;
  const { providerId, connectionId } = connection;
  const adapter = await deps.adapters.adapterOf(connection);
  const learners = [{ externalLearnerId }];
  const results = [];
  for await (const result of adapter.readResults({ externalCourseId, learners })) results.push(result);
  await takeMany(deps, { providerId, connectionId, source: 'poll', results });
  return true;
}

/** The provider's people say that it is completed no more: their word, like any other of theirs, with all that follows from it. */
async function takeBack(deps: RepairDeps, input: RepairInput, found: Mismatch): Promise<boolean> {
  const event = takenBackEvent(input, found);
  if (!event) return false;
  await deps.results.take(event);
  return true;
}

function wordOf({ digest }: RepairDeps, input: RepairInput, found: Mismatch): string {
  const event = takenBackEvent(input, found);
  return event ? resultIdOf(digest, event) : '';
}

/** What was written down with the decision counts no more either. */
async function reopen(deps: RepairDeps, input: RepairInput, { handled }: Mismatch): Promise<boolean> {
  if (handled?.resultId === undefined) return true;
  const { providerId } = input.connection;
  const { resultId, note = '' } = handled;
  await setResultAside(deps, { providerId, by: input.by, resultId, note: `${reopened} ${note}`.trim() });
  return true;
}

async function mapLearner(deps: RepairDeps, input: RepairInput, found: Mismatch): Promise<boolean> {
  const { connection, by } = input;
  const subject = input.subject?.trim() || found.subject;
  if (subject === undefined) return false;
  const { providerId, connectionId } = connection;
  const { resultId, externalCourseId, externalLearnerId } = found;
  if (resultId !== undefined) {
    await mapResult(deps, { providerId, by, resultId, subject });
    return true;
  }
  const course = { providerId, connectionId, externalCourseId, subject };
  const person = await deps.finder.registrationOf(course);
  if ('reason' in person) return false;
  const learner = externalLearnerId === undefined ? {} : { externalLearnerId };
  await learnerKnown(deps, { ...course, ...learner, registration: person.registration });
  return true;
}
