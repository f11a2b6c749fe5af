/** Whose certificate signs. Names as the certificate has them. */
export interface Sealer {
  readonly name: string;
  readonly organisation?: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string;
  /** ISO 8601 UTC. */
  readonly validTo: string;
}

/** What is wrong with what a service calls sealed. */
export const sealFaults = ['other-document', 'changed', 'not-sealed', 'forged', 'ended', 'broken'] as const;
export type SealFault = (typeof sealFaults)[number];
