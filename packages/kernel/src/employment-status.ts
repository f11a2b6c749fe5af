/** How somebody serves: PNS and CPNS have a NIP, PPPK a NI PPPK. */
export const employmentStatuses = ['PNS', 'CPNS', 'PPPK'] as const;
export type EmploymentStatus = (typeof employmentStatuses)[number];
