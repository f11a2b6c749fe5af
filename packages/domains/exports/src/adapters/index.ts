export { createFileLinks } from './file-links.ts';
export { createRecordFiles, type RecordFilesOptions } from './record-files.ts';
