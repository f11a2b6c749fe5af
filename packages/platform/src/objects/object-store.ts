import type { Readable } from 'node:stream';

export interface ObjectInfo {
  readonly key: string;
  readonly sizeBytes: number;
  /** Quoted entity tag as S3 gives it. */
  readonly etag: string;
  readonly contentType?: string;
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
  presignGet(input: {
    readonly key: string;
    readonly expiresInSeconds: number;
    /** Download file name. */
    readonly fileName?: string;
  }): Promise<string>;
}
