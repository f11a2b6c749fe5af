export {
  guessHistoryMapping,
  type HistoryColumn,
  type HistoryMapping,
  historyColumns,
  historyTemplate,
  missingHistoryColumns,
  moreHistoryHeads,
} from './columns.ts';
export { type HistoryProblem, historyWordsOf, isHistoryProblem } from './problems.ts';
export { type HistoryRow, readHistoryRow } from './read-history-row.ts';
