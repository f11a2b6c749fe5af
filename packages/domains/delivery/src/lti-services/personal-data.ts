import type { GradeStore } from './ports.ts';

type Scores = Pick<GradeStore, 'listOfRegistration' | 'removeScores'>;

/** What tools have said of the learner under one registration, for a copy of their data. */
export async function copyToolScores(grades: Scores, registration: string) {
  return (await grades.listOfRegistration(registration)).map(({ courseId, lineItemId, standing }) => ({
    courseId,
    lineItemId,
    ...standing,
  }));
}

export async function eraseToolScores(grades: Scores, registration: string): Promise<number> {
  const records = await grades.listOfRegistration(registration);
  await grades.removeScores(records);
  return records.length;
}
