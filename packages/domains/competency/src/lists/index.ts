export { headOf, type ListKind, listKinds, listTemplate } from './list-columns.ts';
export type { ListProblem } from './read-rows.ts';
export { type ListDeps, type ListOutcome, type ListRow, mostListRows, takeList } from './take-list.ts';
