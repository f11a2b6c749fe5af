import type { Readable } from 'node:stream';

export interface ObjectInfo {
  readonly key: string;
  readonly sizeBytes: number;
  /** Quoted entity tag as S3 gives it. */
  readonly etag: string;
  readonly contentType?: string;
}

/** A part that has arrived. */
export interface UploadedPart {
  /** From 1. */
  readonly partNumber: number;
  readonly sizeBytes: number;
  /** Quoted entity tag, as the answer to its PUT gave it. */
  readonly etag: string;
}

/** One upload in parts, which may take days and many connections. */
interface UploadPlace {
  readonly key: string;
  readonly uploadId: string;
}

/**
 * Objects that arrive in parts. Every part but the last has at least 5 MiB; 10,000 at most. Uploads that nobody completes end
 * by themselves after some days.
 */
export interface UploadsInParts {
  /** Gives the id of the upload; nothing is stored under the key before it is completed. */
  start(input: { readonly key: string; readonly contentType: string }): Promise<string>;
  /** A URL that takes one PUT of exactly this length; sent again, the part replaces the one before. */
  presignPart(
    input: UploadPlace & {
      readonly partNumber: number;
      readonly sizeBytes: number;
      readonly expiresInSeconds: number;
    },
  ): Promise<string>;
  /** In ascending order; undefined when there is no such upload any more. */
  listParts(input: UploadPlace): Promise<readonly UploadedPart[] | undefined>;
  /**
   * Makes the parts one object. `mismatch`: a part is not there, or has another entity tag; the upload goes on.
   * `absent`: it was completed or aborted before.
   */
  complete(
    input: UploadPlace & { readonly parts: readonly Pick<UploadedPart, 'partNumber' | 'etag'>[] },
  ): Promise<'stored' | 'mismatch' | 'absent'>;
  /** Ends the upload and deletes its parts; nothing happens when it has ended. */
  abort(input: UploadPlace): Promise<void>;
}

/** Objects of one bucket. Methods reject with `Unavailable` after bounded retries. */
export interface ObjectStore {
  /**
   * Stores a whole object or nothing. `ifAbsent` makes it a conditional write: `'exists'` says that another object
   * was there and stays untouched. So does `ifMatch`, the entity tag that was read: `'changed'` says that the object is
   * another one by now, or gone.
   */
  put(input: {
    readonly key: string;
    readonly body: Uint8Array | string | Readable;
    /** Required for a stream. */
    readonly sizeBytes?: number;
    readonly contentType?: string;
    readonly cacheControl?: string;
    readonly ifAbsent?: boolean;
    readonly ifMatch?: string;
  }): Promise<'stored' | 'exists' | 'changed'>;
  /** The whole object as bytes; undefined when absent. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** A stream of the object or of a byte range (inclusive); undefined when absent. */
  read(
    key: string,
    range?: { readonly first: number; readonly last: number },
  ): Promise<{ readonly info: ObjectInfo; readonly body: Readable } | undefined>;
  head(key: string): Promise<ObjectInfo | undefined>;
  delete(key: string): Promise<void>;
  /** Deletes every object whose key starts with the prefix. */
  deletePrefix(prefix: string): Promise<void>;
  /** Keys in ascending order. */
  list(prefix: string): AsyncIterable<ObjectInfo>;
  /** A URL that lets its holder PUT exactly one object of at most the signed length for a while. */
  presignPut(input: {
    readonly key: string;
    readonly contentType: string;
    readonly sizeBytes: number;
    readonly expiresInSeconds: number;
  }): Promise<string>;
  readonly inParts: UploadsInParts;
  presignGet(input: {
    readonly key: string;
    readonly expiresInSeconds: number;
    /** Download file name. */
    readonly fileName?: string;
  }): Promise<string>;
}
