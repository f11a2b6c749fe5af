import { nodeDigest } from '@sinau/platform/crypto';
import { memoryPrivacyStores } from './memory-privacy.ts';
import { privacyStoresContract } from './privacy-stores.contract.ts';

privacyStoresContract('memory', async () => memoryPrivacyStores(nodeDigest));
