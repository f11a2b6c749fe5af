import { feedbackStoresContract } from './feedback-stores.contract.ts';
import { memoryFeedbackStores } from './memory-feedback-stores.ts';

feedbackStoresContract('memory', async () => memoryFeedbackStores());
