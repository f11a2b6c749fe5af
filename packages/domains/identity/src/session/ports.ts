import type { PersonId } from '@sinau/kernel';

/** A browser signed in to the portal. Times are ISO 8601 UTC. */
export interface Session {
  /** SHA-256 of the token, hex. The token itself is only in the browser. */
  readonly tokenHash: string;
  readonly personId: PersonId;
  /** `sessionGeneration` of the person when it was opened. */
  readonly generation: number;
  readonly openedAt: string;
  readonly seenAt: string;
}

/** Reads see every write that was answered before. */
export interface SessionStore {
  open(session: Session): Promise<void>;
  find(tokenHash: string): Promise<Session | undefined>;
  /** Notes that it was used; never brings a closed one back. */
  touch(tokenHash: string, seenAt: string): Promise<void>;
  /** Closed for good; harmless when absent. */
  close(tokenHash: string): Promise<void>;
}
