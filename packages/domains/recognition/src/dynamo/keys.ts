import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { ListName, Place } from '../ports.ts';
import { grantedAt, lastStep, type Recognition } from '../recognition.ts';

/** Everything about a person: the book, what they taught, what they are recognised for. */
export const personPartition = (personId: string): string => composeKey('RECOGNITION', personId);
export const bookKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'BOOK' });
export const shareKey = (personId: string, shareId: string): Key => ({
  ...{ pk: personPartition(personId), sk: composeKey('SHARE', shareId) },
});
export const recognitionKey = ({ personId, recognitionId }: Place): Key => ({
  ...{ pk: personPartition(personId), sk: composeKey('ONE', recognitionId) },
});

/** What a person proposed: how many a month, and which. */
export const proposerPartition = (personId: string): string => composeKey('RECOGNITION-BY', personId);
export const monthKey = (personId: string, month: string): Key => ({
  ...{ pk: proposerPartition(personId), sk: composeKey('MONTH', month) },
});
export const monthPrefix = keyPrefix('MONTH');
export const pointerPrefix = keyPrefix('PROPOSED');
export const pointerKey = (
  personId: string,
  { createdAt, ...place }: Place & { readonly createdAt: string },
): Key => ({
  pk: proposerPartition(personId),
  sk: composeKey('PROPOSED', createdAt, place.personId, place.recognitionId),
});

/** Counters of an agency and year, a row for each unit. */
export const countsPartition = (agencyId: string, year: number): string =>
  composeKey('RECOGNITION-COUNTS', agencyId, String(year));
export const countsKey = ({
  agencyId,
  year,
  unitId,
}: Pick<Recognition, 'agencyId' | 'year' | 'unitId'>): Key => ({
  ...{ pk: countsPartition(agencyId, year), sk: composeKey('UNIT', unitId) },
});

const listOf = ({ state }: Recognition): ListName => {
  if (state === 'proposed') return 'waiting';
  return state === 'granted' ? 'given' : 'closed';
};

/** gsi1: of an agency by what is to be done with it, then year and last step. */
export const agencyPartition = (agencyId: string, list: ListName): string =>
  composeKey('RECOGNITIONS', agencyId, list);
export const yearPrefix = (year: number): string => keyPrefix(String(year));

/** gsi2: what is shown to a unit, by when it was granted. */
export const unitPartition = ({ agencyId, unitId }: Pick<Recognition, 'agencyId' | 'unitId'>): string =>
  composeKey('RECOGNITIONS-OF-UNIT', agencyId, unitId);

export function listKeys(one: Recognition): Readonly<Record<string, string>> {
  const { agencyId, year, personId, recognitionId, shownTo } = one;
  const at = grantedAt(one);
  return {
    gsi1pk: agencyPartition(agencyId, listOf(one)),
    gsi1sk: composeKey(String(year), lastStep(one).at, personId, recognitionId),
    ...(at !== undefined &&
      shownTo === 'unit' && {
        gsi2pk: unitPartition(one),
        gsi2sk: composeKey(at, personId, recognitionId),
      }),
  };
}
