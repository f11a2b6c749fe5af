import type { ObjectStore } from '@sinau/platform/objects';
import type { UploadRoom } from '../ports.ts';

/** Raw packages in the upload bucket, whose lifecycle rule deletes what nobody asked for any more. */
export function createUploadRoom({ uploads }: { readonly uploads: ObjectStore }): UploadRoom {
  return {
    presign: (upload) => uploads.presignPut(upload),
    inParts: {
      start: (upload) => uploads.inParts.start(upload),
      presign: (part) => uploads.inParts.presignPart(part),
      list: (upload) => uploads.inParts.listParts(upload),
      complete: (upload) => uploads.inParts.complete(upload),
      abort: (upload) => uploads.inParts.abort(upload),
    },
    put: async ({ key, contentType, body }) => {
      await uploads.put({ key, contentType, body });
    },
    sizeOf: async (key) => (await uploads.head(key))?.sizeBytes,
    delete: (key) => uploads.delete(key),
  };
}
