export const championsPath = '/champions';
export const askChampionPath = (personId: string): string =>
  `${championsPath}/${encodeURIComponent(personId)}/ask`;
export const agencyChampionsPath = '/agency/champions';
export const takeBackChampionPath = (personId: string): string =>
  `${agencyChampionsPath}/${encodeURIComponent(personId)}/take-back`;
