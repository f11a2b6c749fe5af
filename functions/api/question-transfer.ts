export { exportQuestions, importQuestions, readBankDocument } from '@sinau/questions';
export { readModuleQuestions } from '../shared/module-questions.ts';
