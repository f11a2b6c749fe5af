/** Of operators. */
export const watchedSealsPath = '/operator/seals';
export const sealsPath = '/agency/seal';
export const sealSettingsPath = `${sealsPath}/settings`;
export const sealRowsPath = `${sealsPath}/documents`;
export const sealRowsHref = (state: string): string => `${sealRowsPath}?state=${state}`;
