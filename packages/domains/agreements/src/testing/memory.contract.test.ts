import { agreementStoresContract } from './agreement-stores.contract.ts';
import { memoryAgreements } from './memory-agreements.ts';

agreementStoresContract('memory', async () => memoryAgreements());
