import { withTables } from '@sinau/platform/testing';
import { feedbackStoresContract, forumStoreContract, themeStoresContract } from '../testing/index.ts';
import { createAnswerStore } from './answer-store.ts';
import { createForumStore } from './forum-store.ts';
import { createServiceStore } from './service-store.ts';
import { createThemeListStore, createThemeStore } from './theme-store.ts';

withTables((engine, tables) => {
  feedbackStoresContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return {
      services: createServiceStore({ dynamo, table }),
      answers: createAnswerStore({ dynamo, table }),
    };
  });
  forumStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createForumStore({ dynamo, table });
  });
  themeStoresContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    const stores = { dynamo, table };
    return { themes: createThemeStore(stores), themeLists: createThemeListStore(stores) };
  });
});
