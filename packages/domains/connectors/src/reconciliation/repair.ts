import { DomainError, type ErrorCode, InvalidInput, type PersonPrincipal } from '@sinau/kernel';
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

export interface Repaired {
  readonly mismatchId: string;
  /** `gone`: it has been put right already. `not-possible`: not by this action. `failed`: the provider did not do it. */
  readonly outcome: 'done' | 'gone' | 'not-possible' | 'failed';
  /** Why the provider did not do it. */
  readonly failure?: AdapterFailureReason;
  /** Code of the refusal. */
  readonly refusal?: ErrorCode;
}

/** So many at once; a person works through pages of that size. */
const mostAtOnce = 100;

export interface RepairInput {
  readonly connection: Connection;
  readonly principal: PersonPrincipal;
  readonly mismatchIds: readonly string[];
  readonly action: RepairAction;
  /** Why it is left as it is. */
  readonly note?: string;
  /** Our pseudonym of the learner. */
  readonly subject?: string;
}

/** Puts mismatches right, each by itself: one that cannot be holds up no other. */
export async function repairMismatches(deps: RepairDeps, input: RepairInput): Promise<readonly Repaired[]> {
  const { action, mismatchIds } = input;
  const note = input.note?.trim() ?? '';
  if (mismatchIds.length > mostAtOnce) throw new InvalidInput(`Choose at most ${mostAtOnce}.`);
  if (action === 'ignore' && (note === '' || note.length > 500))
    throw new InvalidInput('Say why in at most 500 characters.');
  const repaired: Repaired[] = [];
  for (const mismatchId of new Set(mismatchIds)) {
    const found = await deps.reconciliation.find(input.connection.connectionId, mismatchId);
    if (!found) repaired.push({ mismatchId, outcome: 'gone' });
    else repaired.push({ mismatchId, ...(await repairOne(deps, input, found)) });
  }
  return repaired;
}

async function repairOne(
  deps: RepairDeps,
  input: RepairInput,
  found: Mismatch,
): Promise<Omit<Repaired, 'mismatchId'>> {
  const { action, note, principal } = input;
  if (!repairsOf[found.kind].includes(action)) return { outcome: 'not-possible' };
  try {
    if (!(await carryOut(deps, input, found))) return { outcome: 'not-possible' };
  } catch (error) {
    if (error instanceof AdapterFailure) return { outcome: 'failed', failure: error.reason };
    // A refusal of one is an answer; what nobody expected is not.
    if (error instanceof DomainError && error.code !== 'platform.unavailable')
      return { outcome: 'not-possible', refusal: error.code };
    throw error;
  }
  const at = deps.clock.now().toISOString();
  const said = action === 'ignore' && note !== undefined ? { note: note.trim() } : {};
  await deps.reconciliation.handle(found, { action, at, by: principal.personId, ...said });
  return { outcome: 'done' };
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
  const { connection, principal } = input;
  const subject = input.subject?.trim() || found.subject;
  if (subject === undefined) return false;
  const { providerId, connectionId } = connection;
  const { resultId, externalCourseId, externalLearnerId } = found;
  if (resultId !== undefined) {
    await mapResult(deps, { providerId, principal, resultId, subject });
    return true;
  }
  const course = { providerId, connectionId, externalCourseId, subject };
  const person = await deps.finder.registrationOf(course);
  if ('reason' in person) return false;
  const learner = externalLearnerId === undefined ? {} : { externalLearnerId };
  await learnerKnown(deps, { ...course, ...learner, registration: person.registration });
  return true;
}
