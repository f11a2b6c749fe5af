export { feedbackStoresContract } from './feedback-stores.contract.ts';
export { memoryFeedbackStores } from './memory-feedback-stores.ts';
export { memoryThemeStores } from './memory-theme-stores.ts';
export { themeStoresContract } from './theme-stores.contract.ts';
