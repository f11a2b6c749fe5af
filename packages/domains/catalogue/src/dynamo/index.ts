export { createCourseStore, createImportJobStore } from './catalogue-stores.ts';
export { catalogueFacts } from './facts.ts';
