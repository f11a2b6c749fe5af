export { createCourseStore, createImportJobStore } from './catalogue-stores.ts';
export { changedCourse } from './changed-course.ts';
export { catalogueFacts } from './facts.ts';
export { ratedCourse } from './rating-rows.ts';
export { createRatingStore } from './rating-store.ts';
export { createSavedCourseStore } from './saved-course-store.ts';
