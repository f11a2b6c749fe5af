export const courseWorkHref = (courseId: string): string => `/studio/courses/${courseId}/results`;
