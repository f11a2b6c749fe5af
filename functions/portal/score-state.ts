import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { AccountLink, Attempt } from '@sinau/lti-tool';
import type { ScoreRow, ScoreStore } from '@sinau/lti-tool/scores';
import type { ScoreStateView } from '@sinau/web';
import { inTurns } from './in-turns.ts';

const progressOf = { Started: 'started', Completed: 'completed' } as const;

/** What a learning system has of one learner in one course, as pages show it. */
export async function scoreState(
  { courses }: { readonly courses: Pick<CourseStore, 'find'> },
  row: ScoreRow,
): Promise<ScoreStateView> {
  const { state, because, dueAt, sent, courseId } = row;
  const course = await courses.find(courseId as CourseId);
  const progress = sent && progressOf[sent.saying.activityProgress as keyof typeof progressOf];
  const points = sent?.saying.scoreGiven;
  return {
    state,
    ...(because !== undefined && { because }),
    ...(dueAt !== undefined && { nextAt: dueAt }),
    ...(course && { courseTitle: course.title }),
    ...(sent && {
      sent: { at: sent.at, progress: progress ?? 'in-progress', ...(points !== undefined && { points }) },
    }),
  };
}

/** What the platform of a link has of its person, course by course. */
export async function scoresOfLink(
  deps: { readonly courses: Pick<CourseStore, 'find'>; readonly scores: Pick<ScoreStore, 'find'> },
  link: Pick<AccountLink, 'platformId' | 'subject'>,
  attempts: readonly Attempt[],
): Promise<readonly ScoreStateView[]> {
  const own = attempts.filter(
    ({ platformId, subject }) => platformId === link.platformId && subject === link.subject,
  );
  const rows = await inTurns(own, (attempt) => deps.scores.find(attempt));
  return inTurns(
    rows.flatMap((row) => (row ? [row] : [])),
    (row) => scoreState(deps, row),
  );
}
