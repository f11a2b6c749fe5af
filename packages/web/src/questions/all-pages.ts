export { BankPage } from './list-page.tsx';
