import {
  answerApplied,
  answerAsSupervisor,
  answerEnd,
  appliedAnswerSchema,
  courseEvaluationId,
  type EvaluationId,
  endAnswerSchema,
  eventEvaluationId,
  findOwnEvaluation,
  listOwnEvaluations,
  listTeamEvaluations,
  type OwnEvaluation,
  readOwnEvaluation,
  readTeamEvaluation,
  type TeamEvaluation,
  waitsForLearner,
} from '@sinau/evaluation';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import type { EvaluationsPorts, OwnEvaluationView, TeamEvaluationView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<PortalDeps, 'evaluations' | 'people'>;

const at = (evaluationId: string) => evaluationId as EvaluationId;

/** What people are asked about what they finished, and supervisors about their team. */
export function joinEvaluations(deps: Deps): EvaluationsPorts {
  return {
    listOf: async (principal) =>
      (await listOwnEvaluations(await deps.evaluations(), { principal })).map(ownView),
    evaluationOf: async (principal, evaluationId) =>
      ownView(
        await readOwnEvaluation(await deps.evaluations(), { principal, evaluationId: at(evaluationId) }),
      ),
    answerEnd: async (principal, evaluationId, given) => {
      const answer = requestOfForm(endAnswerSchema, given);
      await answerEnd(await deps.evaluations(), { principal, evaluationId: at(evaluationId), answer });
    },
    answerApplied: async (principal, evaluationId, given) => {
      const answer = requestOfForm(appliedAnswerSchema, given);
      await answerApplied(await deps.evaluations(), { principal, evaluationId: at(evaluationId), answer });
    },
    teamOf: async (principal) =>
      inTurns(await listTeamEvaluations(await deps.evaluations(), { principal }), (one) =>
        teamView(deps, one),
      ),
    teamEvaluationOf: async (principal, place) =>
      teamView(deps, await readTeamEvaluation(await deps.evaluations(), { principal, ...placeOf(place) })),
    answerAsSupervisor: async (principal, place, given) => {
      const answer = requestOfForm(appliedAnswerSchema, given);
      await answerAsSupervisor(await deps.evaluations(), { principal, place: placeOf(place), answer });
    },
  };
}

const placeOf = (place: { readonly personId: string; readonly evaluationId: string }) => ({
  ...{ personId: place.personId as PersonId, evaluationId: at(place.evaluationId) },
});

function ownView(one: OwnEvaluation): OwnEvaluationView {
  const { evaluationId, subject, title, completedAt, score, reaction, learning } = one;
  const { applied, asked, endOpenUntil, appliedOpenUntil, supervisorAnswered } = one;
  const comment = reaction?.comment?.text;
  return {
    ...{ evaluationId, kind: subject.kind, subjectId: subject.id, title, completedAt, supervisorAnswered },
    ...(reaction && { reaction: { ...reaction.scores, ...(comment !== undefined && { comment }) } }),
    ...(learning && { learning }),
    ...(score !== undefined && { score }),
    ...(endOpenUntil !== undefined && { endOpenUntil }),
    ...(applied && { applied: appliedView(applied) }),
    ...(asked && { askedAt: asked.at }),
    ...(appliedOpenUntil !== undefined && { appliedOpenUntil }),
    waits: waitsForLearner(one),
  };
}

const appliedView = ({ applied, obstacle, example }: NonNullable<TeamEvaluation['answer']>) => ({
  ...{ applied, obstacle },
  ...(example && { example: example.text }),
});

async function teamView({ people }: Pick<Deps, 'people'>, one: TeamEvaluation): Promise<TeamEvaluationView> {
  const { personId, evaluationId, subject, title, completedAt, answer, openUntil } = one;
  return {
    ...{ personId, evaluationId, kind: subject.kind, subjectId: subject.id, title, completedAt },
    name: (await people.find(personId))?.name ?? '–',
    ...(answer && { answer: appliedView(answer) }),
    ...(openUntil !== undefined && { openUntil }),
  };
}

/** What waits for somebody's answer, for their home page. */
export async function waitingEvaluations(
  deps: Pick<Deps, 'evaluations'>,
  principal: PersonPrincipal,
): Promise<{ readonly count: number; readonly evaluationId: string } | undefined> {
  const all = await listOwnEvaluations(await deps.evaluations(), { principal });
  const waiting = all.filter(waitsForLearner);
  const [first] = waiting;
  return first && { count: waiting.length, evaluationId: first.evaluationId };
}

/** The evaluation of one completion, for the page of what was completed; undefined while there is none. */
export async function evaluationEntry(
  deps: Pick<Deps, 'evaluations'>,
  principal: PersonPrincipal,
  of: { readonly registration: string } | { readonly eventId: string },
): Promise<{ readonly evaluationId: string; readonly waits: boolean } | undefined> {
  const desk = await deps.evaluations();
  const evaluationId =
    'registration' in of ? courseEvaluationId(of.registration) : eventEvaluationId(of.eventId);
  const found = await findOwnEvaluation(desk, { principal, evaluationId });
  return found && { evaluationId, waits: waitsForLearner(found) };
}
