/** Why nothing, or nothing whole, came back. The words are for our own log and for the person who set the address. */
export type OutboundReason =
  /** Not an https address, or one with a user name in it. */
  | 'address-invalid'
  /** The name leads to an address that is not of the public internet. */
  | 'address-forbidden'
  | 'name-unknown'
  | 'refused'
  | 'tls'
  | 'timeout'
  | 'broken';

/** A request that got no answer. Holds nothing of the request. */
export class OutboundFailed extends Error {
  readonly reason: OutboundReason;

  constructor(reason: OutboundReason, options?: { readonly cause?: unknown }) {
    super(`an outgoing request failed: ${reason}`, options);
    this.name = 'OutboundFailed';
    this.reason = reason;
  }
}
