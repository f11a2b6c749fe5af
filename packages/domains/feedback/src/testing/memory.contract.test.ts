import { feedbackStoresContract } from './feedback-stores.contract.ts';
import { memoryFeedbackStores } from './memory-feedback-stores.ts';
import { memoryThemeStores } from './memory-theme-stores.ts';
import { themeStoresContract } from './theme-stores.contract.ts';

feedbackStoresContract('memory', async () => memoryFeedbackStores());
themeStoresContract('memory', async () => memoryThemeStores());
