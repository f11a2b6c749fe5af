export { agreementStoresContract } from './agreement-stores.contract.ts';
export { type MemoryAgreements, memoryAgreements } from './memory-agreements.ts';
export { memoryProfiles, sampleAgreement, sampleProfile } from './samples.ts';
