export { headOf, type ThemeColumn, themeColumns, themeTemplate } from './columns.ts';
export type { Period } from './period.ts';
export type { ThemeListStore, ThemeStore } from './ports.ts';
export { fileProblemWords, themeProblemWords } from './problem-words.ts';
export type { PublicThemes } from './public-themes.ts';
export type { RowFinding, ThemeProblem } from './read-row.ts';
export { readThemes, type ThemeSum, themesOfYear } from './read-themes.ts';
export { refusedRows } from './refused-rows.ts';
export { listThemeLists, readThemeList, takeThemeList, undoThemeList } from './take-list.ts';
export { type Channel, channels, type ThemeCount, type ThemeListId } from './theme.ts';
export {
  type ListedRow,
  type ListState,
  mostRows,
  type RowOutcome,
  type ThemeList,
} from './theme-list.ts';
export { type ThemeDeps, type TriedList, tryThemeList } from './try-list.ts';
