import { DomainError, type ErrorCode } from '@sinau/kernel';
import type { Connection } from '../connection.ts';
import { AdapterFailure, type AdapterFailureReason, type AdapterPort } from '../ports.ts';
import { learnerKnown } from '../results/match-later.ts';
import { mapResult } from '../results/own-results.ts';
import type { PlaceDeps } from '../results/place-result.ts';
import type { OutcomePort } from '../results/ports.ts';
import { settleResults } from '../results/settle-results.ts';
import { type Mismatch, type RepairAction, repairsOf } from './mismatch.ts';
import type { EnrolmentRepairs, ReconciliationStore } from './ports.ts';

export interface RepairDeps extends PlaceDeps {
  readonly reconciliation: ReconciliationStore;
  readonly outcomes: OutcomePort;
  readonly adapters: AdapterPort;
  readonly enrolments: EnrolmentRepairs;
}

/** What became of one; `passing`: the same may succeed later. */
export type Repaired =
  | { readonly outcome: 'done' | 'gone' }
  | { readonly outcome: 'not-possible'; readonly refusal?: ErrorCode }
  | { readonly outcome: 'failed' | 'passing'; readonly failure: AdapterFailureReason };

export interface RepairInput {
  readonly connection: Connection;
  /** Who wants it. */
  readonly by: string;
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
  if (!repairsOf(connection.kind, found.kind).includes(action)) return { outcome: 'not-possible' };
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
  const at = deps.clock.now().toISOString();
  const said = action === 'ignore' && note !== undefined ? { note } : {};
  await deps.reconciliation.handle(found, { action, at, by, ...said });
  return { outcome: 'done' };
}

/** By a repair, which the next run looks after; what was ignored may be repaired after all. */
function isDealtWith({ handled }: Mismatch, action: RepairAction): boolean {
  return handled !== undefined && (handled.action !== 'ignore' || action === 'ignore');
}

/** False when it has not what the action needs. */
async function carryOut(deps: RepairDeps, input: RepairInput, found: Mismatch): Promise<boolean> {
  const { connection } = input;
  const { registration, moduleId, externalCourseId, externalLearnerId } = found;
  switch (input.action) {
    case 'ignore':
      return true;
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
