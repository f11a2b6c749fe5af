import type { AgencyId, Jp } from '@sinau/kernel';
import { type Details, mostCount } from './details.ts';
import type { FormDirectory } from './ports.ts';

/** What lists of agencies say about something learned: hours as a sum, and no days, sessions or semesters. */
export interface ListedLearning
  extends Pick<Details, 'form' | 'title' | 'organiser' | 'abroad' | 'startsOn' | 'endsOn'> {
  readonly stated: Jp;
  /** Its number; whoever held the event has issued it. */
  readonly certificate?: string;
}

export function detailsOfListed({ certificate, ...said }: ListedLearning): Details {
  return {
    ...said,
    ...(certificate !== undefined && { certificate: { number: certificate, issuer: said.organiser } }),
  };
}

/**
 * Where a form is counted in units: as many whole ones as make up the hours that are stated, one at least, and no more than its
 * days have room for.
 */
export async function countListed(
  { forms }: { readonly forms: FormDirectory },
  { details, agencyId }: { readonly details: Details & { readonly stated: Jp }; readonly agencyId: AgencyId },
): Promise<Details> {
  const asked = { form: details.form, agencyId, on: details.endsOn, abroad: details.abroad };
  const unit = await forms.unitOf(asked);
  if (unit === undefined || unit === 'unknown' || unit === 'programme_jp') return details;
  const worth = await forms.worthOf(asked);
  const wanted = worth === undefined ? 1 : Math.floor(details.stated / worth);
  return { ...details, count: Math.max(1, Math.min(wanted, mostCount(details, unit))) };
}
