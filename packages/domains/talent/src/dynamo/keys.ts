import type { AgencyId, PersonId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Axes } from '../box.ts';
import type { RatingKey } from '../ports.ts';

/** Everything that agencies recorded of somebody. */
export const personPartition = (personId: PersonId): string => composeKey('TALENT', personId);
/** What stands for a year. */
export const ratingKey = ({ agencyId, personId, year }: RatingKey): Key => ({
  ...{ pk: personPartition(personId), sk: composeKey('NOW', agencyId, String(year)) },
});
/** Every version, so that nothing that was recorded is overwritten. */
export const versionsPrefix = (agencyId: AgencyId): string => keyPrefix('VERSION', agencyId);
export const everyVersionPrefix = keyPrefix('VERSION');
export const versionKey = (of: RatingKey & { readonly rev: number }): Key => ({
  pk: personPartition(of.personId),
  sk: composeKey('VERSION', of.agencyId, String(of.year), String(of.rev).padStart(6, '0')),
});

/** Who stands where in a year. */
export const placesPartition = (agencyId: AgencyId, year: number): string =>
  composeKey('TALENT-PLACES', agencyId, String(year));
export const placePrefix = ({ performance, potential }: Axes): string => keyPrefix(performance, potential);
export const placeKey = ({ agencyId, personId, year }: RatingKey, at: Axes): Key => ({
  ...{ pk: placesPartition(agencyId, year), sk: composeKey(at.performance, at.potential, personId) },
});

const agencyPartition = (agencyId: AgencyId): string => composeKey('TALENT-AGENCY', agencyId);
export const countsKey = (agencyId: AgencyId, year: number): Key => ({
  ...{ pk: agencyPartition(agencyId), sk: composeKey('COUNTS', String(year)) },
});
export const thresholdsKey = (agencyId: AgencyId): Key => ({
  ...{ pk: agencyPartition(agencyId), sk: 'THRESHOLDS' },
});
