export { attachmentDisposition } from './attachment-disposition.ts';
export type { ObjectInfo, ObjectStore, UploadedPart } from './object-store.ts';
export { createS3Client, createS3ObjectStore, type S3ObjectStoreOptions } from './s3-object-store.ts';
