import type { Dynamo } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { TrialStore } from '../trial.ts';
import { trialKey } from './keys.ts';

const trialRow = z.object({ registration: z.string() });

/** One row a person, course and version: the registration that is tried. */
export function createTrialStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): TrialStore {
  const { dynamo, table } = deps;
  return {
    async find(at) {
      const row = await dynamo.get({ table, key: trialKey(at), consistent: true });
      return row && trialRow.parse(row).registration;
    },
    async put(at, registration) {
      await dynamo.put({ table, item: { ...trialKey(at), kind: 'trial', ...at, registration } });
    },
  };
}
