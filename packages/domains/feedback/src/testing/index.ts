export { feedbackStoresContract } from './feedback-stores.contract.ts';
export { memoryFeedbackStores } from './memory-feedback-stores.ts';
