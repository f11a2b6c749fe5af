import { nodeDigest } from '@sinau/platform/crypto';
import { coursePartsContract } from './course-parts.contract.ts';
import { learnerNamesContract, pollMarksContract, pollRunStoreContract } from './learner-names.contract.ts';
import { memoryCourseParts } from './memory-course-parts.ts';
import { memoryLearnerNames, memoryPollMarks } from './memory-learner-names.ts';
import { memoryPollRunStore } from './memory-poll-runs.ts';
import { memoryResultStore } from './memory-result-store.ts';
import { resultStoreContract } from './result-store.contract.ts';

interface MemoryWrite {
  holds(): boolean;
  apply(): void;
}

resultStoreContract('memory', async () => ({
  store: memoryResultStore(nodeDigest),
  commit: async (writes) => {
    const all = writes as readonly MemoryWrite[];
    if (!all.every((write) => write.holds())) return false;
    for (const write of all) write.apply();
    return true;
  },
}));
learnerNamesContract('memory', async () => memoryLearnerNames());
coursePartsContract('memory', async () => memoryCourseParts());
pollMarksContract('memory', async () => memoryPollMarks());
pollRunStoreContract('memory', async () => memoryPollRunStore());
