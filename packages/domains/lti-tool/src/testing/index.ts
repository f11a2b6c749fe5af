export { type LtiToolStores, ltiToolStoresContract } from './lti-tool-stores.contract.ts';
export { launchJwt, ltiToolWorld } from './lti-tool-world.ts';
export { memoryLtiToolStores } from './memory-lti-tool-stores.ts';
export { memoryLineItemStore, memoryScoreStore } from './memory-score-stores.ts';
export { samplePlacement, samplePlatform } from './samples.ts';
export { scoreStoresContract } from './score-stores.contract.ts';
