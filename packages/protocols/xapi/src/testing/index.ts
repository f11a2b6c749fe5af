export { anyStatement } from './any-statement.ts';
export { anySpelling, type Spelling, spell } from './spelling.ts';
