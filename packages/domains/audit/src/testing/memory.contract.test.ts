import { nodeDigest } from '@sinau/platform/crypto';
import { auditStoresContract } from './audit-stores.contract.ts';
import { memoryAudit } from './memory-audit.ts';

auditStoresContract('memory', async () => memoryAudit(nodeDigest));
