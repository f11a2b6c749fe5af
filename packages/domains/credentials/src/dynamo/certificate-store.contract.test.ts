import { withTables } from '@sinau/platform/testing';
import {
  certificateStoreContract,
  signedFormStoreContract,
  transcriptStoreContract,
} from '../testing/index.ts';
import { createCertificateStore, createSignedFormStore, createTranscriptStore } from './index.ts';

withTables((engine, tables) => {
  const door = () => {
    const { dynamo, lms: table } = tables();
    return { dynamo, table };
  };
  certificateStoreContract(engine, async () => createCertificateStore(door()));
  signedFormStoreContract(engine, async () => createSignedFormStore(door()));
  transcriptStoreContract(engine, async () => createTranscriptStore(door()));
});
