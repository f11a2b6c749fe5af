/** A key pair of Ed25519 whose private half never leaves its place. */
export interface SigningKey {
  /** 32 bytes. */
  publicKey(): Promise<Uint8Array>;
  /** 64 bytes (RFC 8032, without pre-hash) over at most 4,096 bytes, which is what KMS takes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

export const mostSignedBytes = 4_096;
