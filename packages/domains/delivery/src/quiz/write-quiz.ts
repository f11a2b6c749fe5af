import { DomainError } from '@sinau/kernel';
import { writePage } from '../own-page/write-page.ts';

/**
 * `writePage` for quizzes, whose statements have ids made of the attempt: two who end it at once, each by a clock of its own,
 * say the same under one id at different times. The record store refuses the slower one before it looks at the rows; it reads
 * again, and finds what the other has written.
 */
export const writeQuiz: typeof writePage = async (deps, page, step) => {
  try {
    return await writePage(deps, page, step);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'lrs.conflict')) throw error;
    await step.saving?.settle('refused');
    return 'refused';
  }
};
