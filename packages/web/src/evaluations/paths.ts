export const evaluationsPath = '/evaluations';
export const evaluationPath = (evaluationId: string): string =>
  `${evaluationsPath}/${encodeURIComponent(evaluationId)}`;
export const teamEvaluationsPath = '/team/evaluations';
export const teamEvaluationPath = (at: {
  readonly personId: string;
  readonly evaluationId: string;
}): string =>
  `${teamEvaluationsPath}/${encodeURIComponent(at.personId)}/${encodeURIComponent(at.evaluationId)}`;

/** Results, of an agency and of a provider's course. */
export const resultsPath = '/agency/evaluations';
export const subjectResultsPath = (kind: 'course' | 'event', subjectId: string): string =>
  `${resultsPath}/${kind === 'course' ? 'courses' : 'events'}/${encodeURIComponent(subjectId)}`;
export const studioResultsPath = (kind: 'course' | 'event', subjectId: string): string =>
  `/studio/${kind}s/${encodeURIComponent(subjectId)}/evaluations`;
