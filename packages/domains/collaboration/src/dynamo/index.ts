export { createCommunityBoardStore } from './board-store.ts';
export { createCommunityStore } from './community-store.ts';
export { collaborationFacts } from './facts.ts';
export { createPairStore } from './pair-store.ts';
