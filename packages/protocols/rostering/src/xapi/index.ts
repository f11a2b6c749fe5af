export { readResultStatement } from './read-statement.ts';
