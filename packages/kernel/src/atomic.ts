/**
 * Writes of one context that must commit together with the write of another, or not at all: delivery's session
 * state rides on the record store's commit. Opaque to domain cores; made and read only by DynamoDB adapters.
 */
export interface AtomicCompanion {
  readonly writes: readonly object[];
}
