export { type LtiToolStores, ltiToolStoresContract } from './lti-tool-stores.contract.ts';
export { memoryLtiToolStores } from './memory-lti-tool-stores.ts';
export { samplePlacement, samplePlatform } from './samples.ts';
