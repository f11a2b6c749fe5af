import { citizensPath } from '../citizens/paths.ts';

/** Themes of complaints, of one's agency. */
export const themesPath = `${citizensPath}/themes`;
export const themeListPath = (listId: string): string => `${themesPath}/lists/${encodeURIComponent(listId)}`;
