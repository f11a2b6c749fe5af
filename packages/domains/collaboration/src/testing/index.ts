export {
  attendanceSample,
  communitySample,
  materialSample,
  meetingSample,
  memberSample,
} from './community-samples.ts';
export { communityStoreContract } from './community-store.contract.ts';
export { memoryCommunityStore } from './memory-community-store.ts';
export { memoryMeetingMaterialRoom } from './memory-meeting-material-room.ts';
export { memoryPairStore } from './memory-pair-store.ts';
export { pairStoreContract } from './pair-store.contract.ts';
export { pairSample, sessionSample } from './samples.ts';
