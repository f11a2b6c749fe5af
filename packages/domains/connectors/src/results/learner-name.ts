/** How somebody is called in one course of one provider: by the id they have there, or by the pseudonym that we gave. */
export interface LearnerName {
  readonly connectionId: string;
  readonly externalCourseId: string;
  readonly kind: 'learner' | 'subject';
  readonly value: string;
}

/** The names that a result calls its learner by. */
export function namesIn(about: {
  readonly connectionId: string;
  readonly externalCourseId: string;
  readonly externalLearnerId?: string;
  readonly subject?: string;
}): readonly LearnerName[] {
  const { connectionId, externalCourseId, externalLearnerId, subject } = about;
  const course = { connectionId, externalCourseId };
  return [
    ...(externalLearnerId === undefined
      ? []
      : [{ ...course, kind: 'learner' as const, value: externalLearnerId }]),
    ...(subject === undefined ? [] : [{ ...course, kind: 'subject' as const, value: subject }]),
  ];
}
