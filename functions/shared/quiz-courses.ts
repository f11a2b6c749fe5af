import type { submitPackage } from '@sinau/catalogue';
import type { QuizCourses } from '@sinau/questions';

/** Quizzes reach a course like every package: by the import, with its report, and then by version and review. */
export function createQuizCourses(deps: Parameters<typeof submitPackage>[0]): QuizCourses {
  return {
    submit: async ({ principal, courseId, module, fileName, document }) => {
      const { submitPackage: submit } = await import('./package-submission.ts');
      const job = await submit(deps, {
        ...{ principal, courseId, module, fileName, kind: 'quiz' },
        contentType: 'application/json',
        body: new TextEncoder().encode(document),
      });
      return job.jobId;
    },
  };
}
