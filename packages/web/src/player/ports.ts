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

/** A tool that shows a part does not answer. */
export interface ToolTrouble {
  /** ISO 8601 UTC. */
  readonly since: string;
  readonly because: 'unreachable' | 'timeout' | 'tls' | 'server-error';
  /** The learner has asked to be told when it is back. */
  readonly waits: boolean;
}

/** Whether tools can be opened, for learners. */
export interface ToolTroublePorts {
  /** Of a part that a tool shows, looked at now; undefined when it answers. */
  troubleOf(person: PersonPrincipal, part: PartAddress): Promise<ToolTrouble | undefined>;
  /** Tells the learner once it is back. */
  awaitBack(person: PersonPrincipal, part: PartAddress): Promise<void>;
}

interface PartAddress {
  readonly courseId: string;
  readonly partId: string;
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
