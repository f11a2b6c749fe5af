import { withTables } from '@sinau/platform/testing';
import { certificateStoreContract, transcriptStoreContract } from '../testing/index.ts';
import { createCertificateStore, createTranscriptStore } from './index.ts';

withTables((engine, tables) => {
  const door = () => {
    const { dynamo, lms: table } = tables();
    return { dynamo, table };
  };
  certificateStoreContract(engine, async () => createCertificateStore(door()));
  transcriptStoreContract(engine, async () => createTranscriptStore(door()));
});
