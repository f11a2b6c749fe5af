export { createRecordFiles, type RecordFilesOptions } from './record-files.ts';
