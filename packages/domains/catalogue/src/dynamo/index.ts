export { createCourseStore, createImportJobStore } from './catalogue-stores.ts';
export { changedCourse } from './changed-course.ts';
export { catalogueFacts } from './facts.ts';
export { createSavedCourseStore } from './saved-course-store.ts';
