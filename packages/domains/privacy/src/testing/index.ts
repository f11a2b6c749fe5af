export { memoryExportFiles, memoryPrivacyStores } from './memory-privacy.ts';
