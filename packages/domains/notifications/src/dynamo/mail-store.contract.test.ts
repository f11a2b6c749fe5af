import { withTables } from '@sinau/platform/testing';
import { mailStoreContract } from '../testing/index.ts';
import { createMailStore } from './mail-store.ts';
import { createNoticeStore } from './notice-store.ts';

withTables((engine, tables) => {
  mailStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return {
      mails: createMailStore({ dynamo, table }),
      notices: createNoticeStore({ dynamo, table }),
    };
  });
});
