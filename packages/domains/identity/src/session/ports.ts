import type { PersonId } from '@sinau/kernel';
import type { Viewing } from '../viewing/viewing.ts';

/** A browser signed in to the portal. Times are ISO 8601 UTC. */
export interface Session {
  /** SHA-256 of the token, hex. The token itself is only in the browser. */
  readonly tokenHash: string;
  readonly personId: PersonId;
  /** `sessionGeneration` of the person when it was opened. */
  readonly generation: number;
  readonly openedAt: string;
  readonly seenAt: string;
  readonly viewing?: Viewing;
}

/** Reads see every write that was answered before. */
export interface SessionStore {
  open(session: Session): Promise<void>;
  find(tokenHash: string): Promise<Session | undefined>;
  /** Notes that it was used; never brings a closed one back. */
  touch(tokenHash: string, seenAt: string): Promise<void>;
  /** Sets as whom it looks at the portal; undefined: as oneself. Never brings a closed one back. */
  view(tokenHash: string, viewing: Viewing | undefined): Promise<void>;
  /** Closed for good; harmless when absent. */
  close(tokenHash: string): Promise<void>;
}
