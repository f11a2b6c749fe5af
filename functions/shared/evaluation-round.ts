import type { runTurns } from '@sinau/evaluation';
import { createEvaluationStore } from '@sinau/evaluation/dynamo';
import type { Log } from '@sinau/platform/log';
import type { Parts } from './parts.ts';
import { type TellDeps, tell } from './tell.ts';
import { createWaitingParts } from './waiting-parts.ts';

export type EvaluationRound = Parameters<typeof runTurns>[0];

/** Whose evaluations have come to their turn, and how people are told. */
export function createEvaluationRound(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'queue'>;
  readonly env: { readonly LMS_TABLE: string; readonly MAIL_QUEUE_URL: string };
  readonly log: Log;
}): EvaluationRound {
  const waiting = createWaitingParts(given);
  return {
    evaluations: createEvaluationStore({ dynamo: given.parts.dynamo, table: given.env.LMS_TABLE }),
    supervisors: {
      supervisorOf: async (personId) => (await waiting.learners.placeOf(personId))?.supervisorId,
    },
    teller: evaluationTellerOf(waiting),
    clock: waiting.clock,
  };
}

/** By notice and mail, in the reader's language. */
export const evaluationTellerOf = (deps: TellDeps): EvaluationRound['teller'] => ({
  tellLearner: ({ noticeId, personId, step, title, evaluationId, others, closesAt }) =>
    tell(
      deps,
      { eventId: noticeId, personId },
      {
        kind: 'evaluation-asked',
        params: { courseTitle: title, step, others, closesAt },
        link: others === 0 ? `/evaluations/${encodeURIComponent(evaluationId)}` : '/evaluations',
      },
    ),
  tellSupervisor: ({ noticeId, personId, step }) =>
    tell(
      deps,
      { eventId: noticeId, personId },
      { kind: 'evaluation-team-asked', params: { step }, link: '/team/evaluations' },
    ),
});
