import type { Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import { EvaluationNotFound } from './errors.ts';
import {
  appliedClosesAt,
  type Evaluation,
  type EvaluationId,
  endClosesAt,
  isAppliedOpen,
  isEndOpen,
} from './evaluation.ts';
import type { EvaluationStore } from './ports.ts';

interface Deps {
  readonly evaluations: EvaluationStore;
  readonly clock: Clock;
}

/** What the learner is asked and has said. Of the supervisor it is told that they answered, and never what. */
export interface OwnEvaluation extends Omit<Evaluation, 'supervisor' | 'turn' | 'rev'> {
  readonly supervisorAnswered: boolean;
  /** Until when levels 1 and 2 take answers; absent: not now. */
  readonly endOpenUntil?: string;
  readonly appliedOpenUntil?: string;
}

/** What a supervisor is asked and has said of one of their team. What the learner says is not told. */
export interface TeamEvaluation
  extends Pick<Evaluation, 'personId' | 'evaluationId' | 'subject' | 'title' | 'completedAt'> {
  readonly answer?: Evaluation['supervisor'];
  readonly openUntil?: string;
}

/** Open ones first, then by completion, the newest first. */
export async function listOwnEvaluations(
  deps: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly OwnEvaluation[]> {
  const now = deps.clock.now().toISOString();
  const all = await deps.evaluations.ofPerson(principal.personId);
  return (
    all
      // What is not over yet is asked of when it is.
      .filter(({ state, completedAt }) => state === 'standing' && completedAt <= now)
      .map((one) => ownView(one, now))
      .toSorted((a, b) => b.completedAt.localeCompare(a.completedAt))
  );
}

interface Asked {
  readonly principal: PersonPrincipal;
  readonly evaluationId: EvaluationId;
}

/** Undefined where nothing is asked, or not yet. */
export async function findOwnEvaluation(
  deps: Deps,
  { principal, evaluationId }: Asked,
): Promise<OwnEvaluation | undefined> {
  const now = deps.clock.now().toISOString();
  const found = await deps.evaluations.find({ personId: principal.personId, evaluationId });
  if (found?.state !== 'standing' || found.completedAt > now) return undefined;
  return ownView(found, now);
}

export async function readOwnEvaluation(deps: Deps, asked: Asked): Promise<OwnEvaluation> {
  const found = await findOwnEvaluation(deps, asked);
  if (!found) throw new EvaluationNotFound();
  return found;
}

function ownView({ supervisor, turn: _turn, rev: _rev, ...one }: Evaluation, now: string): OwnEvaluation {
  const evaluation = { ...one, rev: 0 };
  const appliedUntil = isAppliedOpen(evaluation, now) ? appliedClosesAt(evaluation) : undefined;
  return {
    ...one,
    supervisorAnswered: supervisor !== undefined,
    ...(isEndOpen(evaluation, now) && { endOpenUntil: endClosesAt(evaluation) }),
    ...(appliedUntil !== undefined && { appliedOpenUntil: appliedUntil }),
  };
}

/** Whether something waits for the learner's answer. */
export const waitsForLearner = (one: OwnEvaluation): boolean =>
  (one.endOpenUntil !== undefined && !one.reaction && !one.learning) ||
  (one.appliedOpenUntil !== undefined && !one.applied);

export async function listTeamEvaluations(
  deps: { readonly evaluations: Pick<EvaluationStore, 'askedOf' | 'find'>; readonly clock: Clock },
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly TeamEvaluation[]> {
  const now = deps.clock.now().toISOString();
  const places = await deps.evaluations.askedOf(principal.personId);
  const all = await Promise.all(places.map((place) => deps.evaluations.find(place)));
  return all
    .flatMap((one) => (one && isAskedOf(one, principal.personId) ? [teamView(one, now)] : []))
    .toSorted((a, b) => b.completedAt.localeCompare(a.completedAt));
}

export async function readTeamEvaluation(
  deps: Deps,
  {
    principal,
    ...place
  }: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly evaluationId: EvaluationId;
  },
): Promise<TeamEvaluation> {
  const found = await deps.evaluations.find(place);
  if (!found || !isAskedOf(found, principal.personId)) throw new EvaluationNotFound();
  return teamView(found, deps.clock.now().toISOString());
}

const isAskedOf = ({ state, asked }: Evaluation, supervisorId: PersonId): boolean =>
  state === 'standing' && asked?.supervisorId === supervisorId;

function teamView(one: Evaluation, now: string): TeamEvaluation {
  const { personId, evaluationId, subject, title, completedAt, supervisor } = one;
  const until = isAppliedOpen(one, now) ? appliedClosesAt(one) : undefined;
  return {
    ...{ personId, evaluationId, subject, title, completedAt },
    ...(supervisor && { answer: supervisor }),
    ...(until !== undefined && { openUntil: until }),
  };
}
