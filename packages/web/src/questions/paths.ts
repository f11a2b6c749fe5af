import type { QuestionForm } from './ports.ts';

export const bankPath = '/studio/questions';
export const exportPath = '/studio/question-bank';
export const questionHref = (questionId: string) => `${bankPath}/${encodeURIComponent(questionId)}`;
export const newQuestionHref = (form: QuestionForm) => `${bankPath}/new/${form}`;
