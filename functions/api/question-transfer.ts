export { exportQuestions, importQuestions, questionQuerySchema, readBankDocument } from '@sinau/questions';
export { readModuleQuestions } from '../shared/module-questions.ts';
