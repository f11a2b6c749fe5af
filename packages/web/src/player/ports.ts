import type { PersonPrincipal } from '@sinau/kernel';
import type { CourseView } from '../course/ports.ts';

export interface PlayerPorts {
  /** The course as its enrolled learner sees it; anybody else is refused. */
  takenCourseOf(person: PersonPrincipal, courseId: string): Promise<CourseView>;
  /** Opens a session and gives the address at which the part starts, on the origin of its own. */
  launch(
    person: PersonPrincipal,
    input: { readonly courseId: string; readonly partId: string; readonly returnUrl: string },
  ): Promise<{ readonly url: string }>;
}
