export { createBankStore } from './bank-store.ts';
