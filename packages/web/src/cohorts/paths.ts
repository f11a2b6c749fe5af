/** Cohorts for whoever learns. */
export const cohortsPath = '/cohorts';
export const cohortPath = (cohortId: string): string => `${cohortsPath}/${encodeURIComponent(cohortId)}`;
/** Whom a supervisor decides about and names. */
export const teamCohortsPath = '/team/cohorts';
/** Where an agency holds its cohorts. */
export const deskCohortsPath = '/agency/cohorts';
export const deskCohortPath = (cohortId: string): string =>
  `${deskCohortsPath}/${encodeURIComponent(cohortId)}`;
