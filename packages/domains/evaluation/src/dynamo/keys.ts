import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Subject } from '../evaluation.ts';
import type { EvaluationPlace, SubjectPlace } from '../ports.ts';
import type { Scope } from '../results.ts';
import type { Group } from '../tally.ts';

/** Everything that a person completed. */
export const personPartition = (personId: string): string => composeKey('EVALUATIONS', personId);
export const evaluationKey = ({ personId, evaluationId }: EvaluationPlace): Key => ({
  ...{ pk: personPartition(personId), sk: evaluationId },
});

/** Of whom a supervisor was asked. */
export const teamPartition = (supervisorId: string): string => composeKey('EVALUATION-TEAM', supervisorId);
export const teamKey = (supervisorId: string, { personId, evaluationId }: EvaluationPlace): Key => ({
  ...{ pk: teamPartition(supervisorId), sk: composeKey(personId, evaluationId) },
});

/** Parts of what waits for its turn, so that many can complete at once. */
export const turnShards = 4;
/** gsi1: whose turn comes next, the earliest first. */
export const turnPartition = (shard: number): string => composeKey('EVALUATION-TURNS', String(shard));
export const turnSortKey = (at: string, { personId, evaluationId }: EvaluationPlace): string =>
  composeKey(at, personId, evaluationId);

const scopeParts = (scope: Scope): readonly string[] => {
  if (scope.kind === 'agency') return ['AGENCY', scope.agencyId];
  const { owner } = scope;
  return owner.kind === 'agency' ? ['HELD', owner.agencyId] : ['OFFERED', owner.providerId];
};

/** All sums of a scope and year. */
export const sumsPartition = (scope: Scope, year: number): string =>
  composeKey('EVALUATION-SUMS', ...scopeParts(scope), String(year));
export const subjectPrefix = ({ kind, id }: Subject): string => keyPrefix(kind, id);

/** A national course is counted in parts; within an agency one is enough for what people do by hand. */
const ownerParts = 4;
export const sumsKey = ({ scope, year, subject }: SubjectPlace, personId: string): Key => ({
  pk: sumsPartition(scope, year),
  sk: composeKey(
    subject.kind,
    subject.id,
    String(scope.kind === 'agency' ? 0 : partOf(personId, ownerParts)),
  ),
});
/** Beside the parts, so that one read gives both. */
export const standingKey = ({ scope, year, subject }: SubjectPlace): Key => ({
  ...{ pk: sumsPartition(scope, year), sk: composeKey(subject.kind, subject.id, 'STANDING') },
});

/** What was written about a subject; for its owner the table itself, for an agency gsi1. */
export const wordsPartition = ({ scope, year, subject }: SubjectPlace): string =>
  composeKey('EVALUATION-WORDS', ...scopeParts(scope), String(year), subject.kind, subject.id);
export const wordsPrefix = (group: Group): string => keyPrefix(group);
export const wordsSortKey = (group: Group, wordsId: string): string => composeKey(group, wordsId);

export const shardOf = (personId: string): number => partOf(personId, turnShards);

function partOf(personId: string, parts: number): number {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % parts;
}
