export const nudgesPath = '/operator/nudges';
export const stopNudgePath = (kind: string, version: number): string =>
  `${nudgesPath}/${encodeURIComponent(kind)}/${version}/stop`;
export const habitsPath = '/habits';
export const boardPath = '/habits/board';
export const teamWeekPath = '/team/week';
export const agencyAdoptionPath = '/agency/adoption';
