import type { LmsDesk } from './ports.ts';

export const lmsPaths: Readonly<Record<LmsDesk, string>> = {
  studio: '/studio/lms',
  operator: '/operator/lms',
};
export const myLmsPath = '/account/lms';

export const lmsHref = (desk: LmsDesk, platformId: string): string =>
  `${lmsPaths[desk]}/${encodeURIComponent(platformId)}`;
