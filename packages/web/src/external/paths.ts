export const externalPath = '/jp/external';
export const externalHref = (learningId: string): string =>
  `${externalPath}/${encodeURIComponent(learningId)}`;

/** Where reviewers look at records: those of their team, or of their agency. */
export type ExternalDesk = 'team' | 'agency';
export const queuePath = (desk: ExternalDesk): string => `/${desk}/external`;
export const policyPath = '/agency/external/policy';

interface Place {
  readonly personId: string;
  readonly learningId: string;
}

const placeOf = ({ personId, learningId }: Place) =>
  `${encodeURIComponent(personId)}/${encodeURIComponent(learningId)}`;

export const reviewHref = (desk: ExternalDesk, place: Place): string =>
  `${queuePath(desk)}/${placeOf(place)}`;

export const planItemPath = (place: Place): string => `${reviewHref('agency', place)}/plan`;

export const evidencePath = '/external-evidence';
export const evidenceHref = (place: Place, evidenceId: string): string =>
  `${evidencePath}/${placeOf(place)}/${encodeURIComponent(evidenceId)}`;
