import { nodeDigest } from '@sinau/platform/crypto';
import type { TransactItem } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { coursePartsContract } from '../../testing/results/course-parts.contract.ts';
import {
  learnerNamesContract,
  pollMarksContract,
  pollRunStoreContract,
} from '../../testing/results/learner-names.contract.ts';
import { resultStoreContract } from '../../testing/results/result-store.contract.ts';
import { createCourseParts } from './course-parts.ts';
import { createLearnerNames } from './learner-names.ts';
import { createPollMarks } from './poll-marks.ts';
import { createPollRunStore } from './poll-runs.ts';
import { createResultStore } from './result-store.ts';

withTables((engine, tables) => {
  resultStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return {
      store: createResultStore({ dynamo, table: lms, digest: nodeDigest }),
      commit: async (writes) =>
        (await dynamo.transactWrite(writes as readonly TransactItem[])).outcome === 'done',
    };
  });
  learnerNamesContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createLearnerNames({ dynamo, table: lms });
  });
  coursePartsContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createCourseParts({ dynamo, table: lms });
  });
  pollMarksContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createPollMarks({ dynamo, table: lms });
  });
  pollRunStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createPollRunStore({ dynamo, table: lms });
  });
});
