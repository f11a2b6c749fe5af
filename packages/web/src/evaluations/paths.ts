export const evaluationsPath = '/evaluations';
export const evaluationPath = (evaluationId: string): string =>
  `${evaluationsPath}/${encodeURIComponent(evaluationId)}`;
export const teamEvaluationsPath = '/team/evaluations';
export const teamEvaluationPath = (at: {
  readonly personId: string;
  readonly evaluationId: string;
}): string =>
  `${teamEvaluationsPath}/${encodeURIComponent(at.personId)}/${encodeURIComponent(at.evaluationId)}`;
