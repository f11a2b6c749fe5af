export const quizzesPath = '/studio/quizzes';
export const quizHref = (quizId: string) => `${quizzesPath}/${encodeURIComponent(quizId)}`;
export const pickerHref = (quizId: string, sectionId: string) =>
  `${quizHref(quizId)}/sections/${encodeURIComponent(sectionId)}`;
