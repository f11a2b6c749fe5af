import type { QuestionForm } from './ports.ts';

export const bankPath = '/studio/questions';
export const questionHref = (questionId: string) => `${bankPath}/${encodeURIComponent(questionId)}`;
export const newQuestionHref = (form: QuestionForm) => `${bankPath}/new/${form}`;
