export const talentPath = '/talent';
export const talentListPath = `${talentPath}/list`;
export const talentPlacePath = `${talentPath}/place`;
export const talentThresholdsPath = `${talentPath}/thresholds`;
export const talentPersonPath = (personId: string): string =>
  `${talentPath}/people/${encodeURIComponent(personId)}`;
