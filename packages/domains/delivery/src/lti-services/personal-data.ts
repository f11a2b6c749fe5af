import type { GradeStore } from './ports.ts';

type Scores = Pick<GradeStore, 'listOfRegistration' | 'removeScores'>;

/** What tools have said of the learner under one registration, for a copy of their data. */
export async function copyToolScores(grades: Scores, registration: string) {
  const records = await grades.listOfRegistration(registration);
  return records.map(({ courseId, lineItemId, standing }) => ({
    toolScore: { courseId, lineItemId, ...standing },
  }));
}

/** Those that tools posted at or before `until` (ISO 8601 UTC), by their own clocks. */
export async function countToolScores(
  grades: Scores,
  { registration, until }: { readonly registration: string; readonly until: string },
): Promise<number> {
  const records = await grades.listOfRegistration(registration);
  return records.filter(({ standing }) => standing.progress.said <= until).length;
}

/** Takes the scores away. What the course counted stays, as it does in the registration. Tells how many. */
export async function eraseToolScores(grades: Scores, registration: string): Promise<number> {
  const records = await grades.listOfRegistration(registration);
  await grades.removeScores(records);
  return records.length;
}
