import type { AgencyId, PersonId } from '@sinau/kernel';
import { composeKey, type Key } from '@sinau/platform/dynamo';
import { type CountedRecord, recordKey } from '../counted.ts';
import type { ListName } from '../ports.ts';
import type { TallyScope } from '../tally.ts';

/** Everything that is counted of one person. */
export const personPartition = (personId: PersonId): string => composeKey('COMPLIANCE', personId);

/** How often it was changed. */
export const headKey = (personId: PersonId): Key => ({ pk: personPartition(personId), sk: 'HEAD' });

export const recordRowKey = (record: CountedRecord): Key => ({
  pk: personPartition(record.personId),
  sk: composeKey('RECORD', ...recordKey(record)),
});

/** Counters of a scope. */
export const tallyPartition = (scope: TallyScope): string =>
  composeKey(
    ...['COMPLIANCE-TALLY', scope.agencyId, scope.kind],
    ...(scope.kind === 'coverage' ? [String(scope.year)] : []),
    ...(scope.kind === 'steps' ? [scope.period] : []),
  );

export const tallyKey = (scope: TallyScope, group: string, part: number): Key => ({
  pk: tallyPartition(scope),
  sk: composeKey(group, String(part)),
});

/** What is in a list, by its order: gsi1, and gsi2 for what a unit owes and what it was asked, and whose year turns. */
export function listPartition(name: ListName): string {
  switch (name.kind) {
    case 'coverage':
      return composeKey('COMPLIANCE-COVERAGE', name.agencyId, String(name.year), name.unitId, name.standing);
    case 'duties':
      return composeKey(
        ...['COMPLIANCE-DUTIES', name.agencyId, name.period, name.state],
        ...(name.unitId === undefined ? [] : [name.unitId]),
      );
    case 'due':
      if (name.unitId === undefined) return composeKey('COMPLIANCE-DUE', name.agencyId);
      return composeKey('COMPLIANCE-DUE', name.agencyId, name.unitId);
    case 'turned':
      return composeKey('COMPLIANCE-TURN', name.agencyId);
  }
}

export const walkKey = (agencyId: AgencyId, year: number): Key => ({
  pk: composeKey('COMPLIANCE-WALK', agencyId),
  sk: composeKey('YEAR', String(year)),
});
