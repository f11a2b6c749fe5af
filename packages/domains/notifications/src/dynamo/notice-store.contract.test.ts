import { withTables } from '@sinau/platform/testing';
import { noticeStoreContract } from '../testing/index.ts';
import { createNoticeStore } from './notice-store.ts';

withTables((engine, tables) => {
  noticeStoreContract(engine, async () =>
    createNoticeStore({ dynamo: tables().dynamo, table: tables().lms }),
  );
});
