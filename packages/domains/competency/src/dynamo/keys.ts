import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import { type Assessment, assessmentName } from '../assessment.ts';
import type { FollowUp, PlanItem } from '../plan-item.ts';

/** Agencies that have set a standard. */
export const agenciesPartition = 'COMPETENCY-AGENCIES';
export const agencyKey = (agencyId: string): Key => ({ pk: agenciesPartition, sk: agencyId });

export const dictionaryPartition = (agencyId: string): string => composeKey('COMPETENCIES', agencyId);
export const technicalKey = (agencyId: string, code: string): Key => ({
  ...{ pk: dictionaryPartition(agencyId), sk: code },
});

export const standardsPartition = (agencyId: string): string => composeKey('POST-STANDARDS', agencyId);
export const standardKey = (agencyId: string, post: string): Key => ({
  ...{ pk: standardsPartition(agencyId), sk: post },
});

export const bandsPartition = (agencyId: string): string => composeKey('MATCH-BANDS', agencyId);
export const bandsKey = (agencyId: string, use: string): Key => ({ pk: bandsPartition(agencyId), sk: use });

/** Everything of one person. */
export const personPartition = (personId: string): string => composeKey('COMPETENCY', personId);
export const assessmentPrefix = keyPrefix('ASSESSMENT');
export const assessmentKey = (assessment: Assessment): Key => ({
  pk: personPartition(assessment.personId),
  sk: composeKey('ASSESSMENT', ...assessmentName(assessment)),
});
export const itemPrefix = keyPrefix('ITEM');
export const itemKey = (personId: string, itemId: string): Key => ({
  pk: personPartition(personId),
  sk: composeKey('ITEM', itemId),
});
/** Items that an agency follows up, by day: gsi1. */
export const followedPartition = (agencyId: string, as: FollowUp): string =>
  composeKey('PLAN-FOLLOW', agencyId, as);
export const followedSort = (day: string, { personId, itemId }: PlanItem): string =>
  composeKey(day, personId, itemId);
/** Days begin with a digit; both days are with it. */
export const followedBetween = (from = '0', until = '9'): readonly [string, string] => [
  from,
  `${until}#\uffff`,
];

export const countedKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'COUNTED' });

/** People of a unit by name: gsi1. */
export const unitPartition = (agencyId: string, unitId: string): string =>
  composeKey('COMPETENCY-UNIT', agencyId, unitId);

export const tallyPartition = (agencyId: string): string => composeKey('COMPETENCY-TALLY', agencyId);
export const tallyKey = (agencyId: string, unitId: string, part: number): Key => ({
  pk: tallyPartition(agencyId),
  sk: composeKey(unitId, String(part)),
});

/** What assessments have closed in an agency, by year and part. */
export const closedPartition = (agencyId: string): string => composeKey('COMPETENCY-CLOSED', agencyId);
export const closedPrefix = (year: number): string => keyPrefix(String(year));
export const closedKey = (agencyId: string, year: number, part: number): Key => ({
  pk: closedPartition(agencyId),
  sk: composeKey(String(year), String(part)),
});

/** One gap of a person that was closed, by the revision of the record that it was counted with. */
export const closingPrefix = keyPrefix('CLOSING');
export const closingKey = (personId: string, rev: number, competencyId: string): Key => ({
  pk: personPartition(personId),
  sk: composeKey('CLOSING', String(rev), competencyId),
});
/** Those of an agency and year by day: gsi1. */
export const closingsPartition = (agencyId: string, year: number): string =>
  composeKey('COMPETENCY-CLOSINGS', agencyId, String(year));
export const closingSort = (day: string, personId: string, competencyId: string): string =>
  composeKey(day, personId, competencyId);

export const walkKey = (agencyId: string): Key => ({
  pk: composeKey('COMPETENCY-WALK', agencyId),
  sk: 'WALK',
});

export const teachingKey = (courseId: string): Key => ({
  ...{ pk: composeKey('TEACHING', courseId), sk: 'TEACHING' },
});
/** That a course teaches one of the nine. */
export const taughtPartition = (competencyId: string): string => composeKey('TAUGHT', competencyId);
export const taughtKey = (competencyId: string, courseId: string): Key => ({
  ...{ pk: taughtPartition(competencyId), sk: courseId },
});
