import { nodeDigest } from '@sinau/platform/crypto';
import { memoryAuditLog, memoryPrivacyJobStore } from './memory-privacy.ts';
import { privacyStoresContract } from './privacy-stores.contract.ts';

privacyStoresContract('memory', async () => ({
  jobs: memoryPrivacyJobStore(),
  audit: memoryAuditLog(nodeDigest),
}));
