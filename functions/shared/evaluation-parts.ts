import type { EvaluationStore, ResultStore } from '@sinau/evaluation';
import { createEvaluationStore, createResultStore } from '@sinau/evaluation/dynamo';
import type { Clock, Ids } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';

/** Evaluations with what their use cases need. */
export interface EvaluationDesk {
  readonly evaluations: EvaluationStore;
  readonly results: ResultStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

export const createEvaluationDesk = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): EvaluationDesk => ({
  evaluations: createEvaluationStore(stores),
  results: createResultStore(stores),
  ...{ clock: systemClock, ids: systemIds },
});
