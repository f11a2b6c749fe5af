import { endedStoreContract } from './ended-store.contract.ts';
import { guestStoreContract } from './guest-store.contract.ts';
import { launchLogContract } from './launch-log.contract.ts';
import { memoryEndedStore } from './memory-ended-store.ts';
import { memoryGuestStore } from './memory-guest-store.ts';
import { memoryLaunchLog } from './memory-launch-log.ts';
import { memoryQuizStore } from './memory-quiz-store.ts';
import { commitMemoryWrites, memoryRegistrationStore } from './memory-registration-store.ts';
import { memoryScormStore } from './memory-scorm-store.ts';
import { memoryTrialStore } from './memory-trial-store.ts';
import { quizStoreContract } from './quiz-store.contract.ts';
import { registrationStoreContract } from './registration-store.contract.ts';
import { scormStoreContract } from './scorm-store.contract.ts';
import { trialStoreContract } from './trial-store.contract.ts';

registrationStoreContract('memory', async () => ({
  store: memoryRegistrationStore(),
  commit: async (writes) => commitMemoryWrites(writes),
}));
guestStoreContract('memory', async () => memoryGuestStore());
scormStoreContract('memory', async () => ({
  store: memoryScormStore(),
  commit: async (writes) => commitMemoryWrites(writes),
}));
quizStoreContract('memory', async () => ({
  store: memoryQuizStore(),
  commit: async (writes) => commitMemoryWrites(writes),
}));
launchLogContract('memory', async () => memoryLaunchLog());
endedStoreContract('memory', async () => memoryEndedStore());
trialStoreContract('memory', async () => memoryTrialStore());
