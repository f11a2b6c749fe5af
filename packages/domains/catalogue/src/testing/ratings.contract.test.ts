import { memoryRatings } from './memory-ratings.ts';
import { ratingsContract } from './ratings.contract.ts';

ratingsContract('memory', async () => memoryRatings());
