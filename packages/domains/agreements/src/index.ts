export { type ShareableAttribute, shareableAttributes } from './agreement.ts';
