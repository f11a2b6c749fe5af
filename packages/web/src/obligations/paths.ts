export const obligationsPath = '/agency/obligations';
/** What is required of the reader. */
export const myObligationsPath = '/obligations';
export const newObligationPath = `${obligationsPath}/new`;
export const obligationHref = (obligationId: string): string =>
  `${obligationsPath}/${encodeURIComponent(obligationId)}`;
export const exceptionsHref = (obligationId: string): string => `${obligationHref(obligationId)}/exceptions`;
export const exceptionHref = (obligationId: string, personId: string): string =>
  `${exceptionsHref(obligationId)}/${encodeURIComponent(personId)}`;
export const obligationCourseHref = (obligationId: string, courseId: string): string =>
  `${obligationHref(obligationId)}/courses/${encodeURIComponent(courseId)}`;
