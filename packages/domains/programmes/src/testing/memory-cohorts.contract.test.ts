import { cohortStoresContract } from './cohort-stores.contract.ts';
import { memoryCohortStores } from './memory-cohort-stores.ts';

cohortStoresContract('memory', async () => memoryCohortStores());
