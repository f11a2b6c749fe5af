import { composeKey, type Dynamo, queryAll } from '@sinau/platform/dynamo';
import type { AttemptStore, PlacementStore } from '../ports.ts';
import {
  attemptKey,
  attemptsOfPartition,
  attemptsPartition,
  placementKey,
  placementsPartition,
} from './keys.ts';
import { readAttempt, readPlacement } from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** More at once is nothing that somebody looks through. */
const mostListed = 200;

/** One row a placement, in the partition of its platform. */
export function createPlacementStore({ dynamo, table }: Door): PlacementStore {
  return {
    async find(platformId, placementId) {
      const key = placementKey(platformId, placementId);
      const row = await dynamo.get({ table, key, consistent: true });
      return row && readPlacement(row);
    },
    async put(placement) {
      const { platformId, placementId } = placement;
      const item = { ...placementKey(platformId, placementId), kind: 'lti-placement', ...placement };
      await dynamo.put({ table, item });
    },
    async listOf(platformId) {
      const partition = placementsPartition(platformId);
      const { items } = await dynamo.query({ table, partition, limit: mostListed });
      return items.map(readPlacement);
    },
  };
}

/** One row an attempt, in the partition of its registration. */
export function createAttemptStore({ dynamo, table }: Door): AttemptStore {
  return {
    async note(attempt) {
      const { registration, courseId, platformId, placementId, subject, personId } = attempt;
      await dynamo.update({
        ...{ table, key: attemptKey(attempt) },
        update: [
          'SET registration = :registration, courseId = :course, platformId = :platform, placementId = :placement',
          'subject = :subject, personId = :person, launchedAt = :launched, kind = :kind',
          // What was first stays.
          'startedAt = if_not_exists(startedAt, :started)',
          'gsi1pk = :mine, gsi1sk = if_not_exists(gsi1sk, :age)',
        ].join(', '),
        values: {
          ...{ ':registration': registration, ':course': courseId, ':platform': platformId },
          ...{ ':placement': placementId, ':subject': subject, ':person': personId },
          ...{ ':started': attempt.startedAt, ':launched': attempt.launchedAt, ':kind': 'lti-attempt' },
          ...{ ':mine': attemptsOfPartition(personId) },
          ':age': composeKey(attempt.startedAt, registration, platformId, placementId),
        },
      });
    },
    async listAt(registration) {
      const partition = attemptsPartition(registration);
      return (await queryAll({ dynamo, table }, { partition, consistent: true })).map(readAttempt);
    },
    async listOf(personId) {
      const partition = attemptsOfPartition(personId);
      const { items } = await dynamo.query({ table, index: 'gsi1', partition, limit: mostListed });
      return items.map(readAttempt);
    },
    async remove(attempt) {
      await dynamo.delete({ table, key: attemptKey(attempt) });
    },
  };
}
