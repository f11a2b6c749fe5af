import type { VersionKey } from './ports.ts';

export const agreementsPath = '/operator/agreements';
export const sharingPath = '/agency/sharing';
export const studioAgreementsPath = '/studio/agreements';

export const providerHref = (providerId: string): string =>
  `${agreementsPath}/${encodeURIComponent(providerId)}`;

export const versionHref = ({ providerId, agreementId, version }: VersionKey): string =>
  `${providerHref(providerId)}/${encodeURIComponent(agreementId)}/${version}`;
