import type { PersonId } from '@sinau/kernel';
import type { ObligationId } from '../obligation.ts';
import type { PageOf } from '../ports.ts';
import type { DutyException, ExceptionPlace } from './exception.ts';

/** What agencies have decided for single people, kept for good. Reads of people see every write that was answered before. */
export interface ExceptionStore {
  findException(place: ExceptionPlace): Promise<DutyException | undefined>;
  exceptionsOf(personId: PersonId): Promise<readonly DutyException[]>;
  /** Stores it with the next `rev` and keeps what was; `changed` when the stored one has another than this, 0 for none. */
  saveException(exception: DutyException): Promise<'saved' | 'changed'>;
  /** Everything that was decided for somebody, the newest first. */
  pastOf(place: ExceptionPlace): Promise<readonly DutyException[]>;
  /** Of an obligation, the one that changed last first; may lag by about a second. */
  listExceptions(
    obligationId: ObligationId,
    page: PageOf,
  ): Promise<{ readonly exceptions: readonly DutyException[]; readonly next?: string }>;
  /** Open ones whose time is over at that moment, ISO 8601 UTC, the earliest first; may lag by about a second. */
  listEnding(until: string, limit: number): Promise<readonly DutyException[]>;
}
