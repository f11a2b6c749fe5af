export { createContentRoom, originFolder, reservedFolder } from './content-room.ts';
export { contentTypeOf, headBytes, type TypeReading } from './content-type.ts';
export { createExportRoom } from './export-room.ts';
export { createSearchShards } from './search-shards.ts';
export { createUploadRoom } from './upload-room.ts';
