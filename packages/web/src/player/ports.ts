import type { Locale, PersonPrincipal } from '@sinau/kernel';
import type { CourseView } from '../course/ports.ts';

export interface CourseAddress {
  readonly courseId: string;
  /** Given in the preview of one version; else the learner's own, or the newest of a preview. */
  readonly version?: number;
}

/** A statement of a test session, the newest first. */
export interface TrialStatement {
  readonly id: string;
  readonly storedAt: string;
  readonly verb: string;
  readonly object: string;
  readonly json: string;
}

/** What the preview adds: everything stays in a store of its own. */
export interface TrialPorts extends PlayerPorts {
  statements(person: PersonPrincipal, course: CourseAddress): Promise<readonly TrialStatement[]>;
  /** Forgets what was tried. */
  restart(person: PersonPrincipal, course: CourseAddress): Promise<void>;
}

export interface PlayerPorts {
  /** The course as its enrolled learner sees it; anybody else is refused. */
  takenCourseOf(person: PersonPrincipal, course: CourseAddress): Promise<CourseView>;
  /** Opens a session and gives the address at which the part starts, on the origin of its own. */
  launch(
    person: PersonPrincipal,
    input: CourseAddress & {
      readonly partId: string;
      readonly returnUrl: string;
      /** Of the page around it: the part begins in the language that the learner reads. */
      readonly locale: Locale;
    },
  ): Promise<{ readonly url: string }>;
}
