declare const brand: unique symbol;

/** A string that was checked to be an identifier of one kind, so that two kinds cannot be mixed up. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

/** The only source of randomness. Tests inject a counted one. */
export interface Ids {
  /** A random UUID (version 4), lower case. */
  uuid(): string;
  /** An unguessable token of `bytes` random bytes, base64url without padding. */
  token(bytes: number): string;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the textual form of any UUID, in either letter case. */
export function isUuid(value: string): boolean {
  return uuidPattern.test(value);
}
