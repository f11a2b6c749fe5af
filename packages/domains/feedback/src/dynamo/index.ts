export { createAnswerStore } from './answer-store.ts';
export { createServiceStore } from './service-store.ts';
