/** Learning paths for whoever learns. */
export const learningPathsPath = '/paths';
export const learningPathPath = (pathId: string): string =>
  `${learningPathsPath}/${encodeURIComponent(pathId)}`;
