import type { Locale, PersonId } from '@sinau/kernel';
import type { ElsewhereModule } from '@sinau/lti';

/** A part that another system shows, about to be opened for one learner. */
export interface ElsewhereVisit extends ElsewhereModule {
  readonly registration: string;
  /** Absent for a guest of another system. */
  readonly personId?: PersonId;
  readonly courseId: string;
  /** Id of the module; of an LTI link, its `resource_link.id`. */
  readonly moduleId: string;
  /** A page of the portal. */
  readonly returnUrl: string;
  readonly locale: Locale;
  /** Somebody tries the version; nothing of it counts. */
  readonly trial?: true;
}

/** Ways into systems of others. */
export interface ElsewherePort {
  /**
   * Address that opens the content for this learner in a window of its own, once and soon. Rejects with a refusal that the
   * learner may read when there is no way in now.
   */
  open(visit: ElsewhereVisit): Promise<string>;
}
