import { createSubjectStore } from '@sinau/agreements/dynamo';
import { createLearnerNames } from '@sinau/connectors/dynamo';
import type { KnownPeople } from '@sinau/connectors/reconciliation';
import type { Dynamo } from '@sinau/platform/dynamo';

/** Of whoever learns over there, those who are ours: everybody else is the provider's own, and is looked at no further. */
export function createKnownPeople(stores: { readonly dynamo: Dynamo; readonly table: string }): KnownPeople {
  const subjects = createSubjectStore(stores);
  const names = createLearnerNames(stores);
  return {
    async among({ connectionId, providerId }, people) {
      const [carried, noted] = await Promise.all([
        subjects.subjectsAmong(
          providerId,
          people.flatMap(({ subject }) => subject ?? []),
        ),
        names.knownAmong(
          people.map(({ externalCourseId, externalLearnerId: value }) => ({
            ...{ connectionId, externalCourseId, kind: 'learner' as const, value },
          })),
        ),
      ]);
      const ids = new Set(noted.map(({ value }) => value));
      return people.filter(
        ({ subject, externalLearnerId }) =>
          ids.has(externalLearnerId) || (subject !== undefined && carried.has(subject)),
      );
    },
  };
}
