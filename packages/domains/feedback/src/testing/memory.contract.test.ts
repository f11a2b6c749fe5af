import { feedbackStoresContract } from './feedback-stores.contract.ts';
import { forumStoreContract } from './forum-store.contract.ts';
import { memoryFeedbackStores } from './memory-feedback-stores.ts';
import { memoryForumStore } from './memory-forum-store.ts';
import { memoryThemeStores } from './memory-theme-stores.ts';
import { themeStoresContract } from './theme-stores.contract.ts';

feedbackStoresContract('memory', async () => memoryFeedbackStores());
forumStoreContract('memory', async () => memoryForumStore());
themeStoresContract('memory', async () => memoryThemeStores());
