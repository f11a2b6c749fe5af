import { nodeDigest } from '@sinau/platform/crypto';
import { insightStoreContract } from './insight-store.contract.ts';
import { memoryInsightStore } from './memory-insight-store.ts';

insightStoreContract('memory', async () => memoryInsightStore(nodeDigest));
