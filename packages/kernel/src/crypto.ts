/** One-way digests. Node's implementation is in `@sinau/platform/crypto`. */
export interface Digest {
  /** SHA-256 of UTF-8 text or bytes, as 64 lowercase hex digits. */
  sha256(content: string | Uint8Array): string;
  /** SHA-1 as 40 lowercase hex digits; only where a specification asks for it (xAPI 1.0.3 ETag). */
  sha1(content: string | Uint8Array): string;
}

/** Keyed authentication of short strings that travel through clients (cursors, tickets). */
export interface Signer {
  /** base64url HMAC-SHA-256 of `purpose` and `text`; a value signed for one purpose never verifies for another. */
  sign(purpose: string, text: string): string;
  /** Constant-time comparison; false for any tampering. */
  verify(purpose: string, text: string, signature: string): boolean;
}

/** Short texts that travel through strangers, who can neither read nor alter them. */
export interface TextBox {
  /** Lower-case hexadecimal digits; what is sealed for one purpose never opens for another. */
  seal(purpose: string, text: string): string;
  /** Undefined for anything that was not sealed here for this purpose. */
  open(purpose: string, sealed: string): string | undefined;
}
