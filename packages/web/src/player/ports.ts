import type { PersonPrincipal } from '@sinau/kernel';
import type { CourseView } from '../course/ports.ts';

export interface PlayerView {
  readonly course: CourseView;
  /** When the record store last stored something of this part; absent before the first statement. */
  readonly savedAt?: string;
}

export interface PlayerPorts {
  playerOf(person: PersonPrincipal, courseId: string, partId: string): Promise<PlayerView>;
  /** Opens a session and gives the address at which the part starts, on the origin of its own. */
  launch(
    person: PersonPrincipal,
    input: { readonly courseId: string; readonly partId: string; readonly returnUrl: string },
  ): Promise<{ readonly url: string }>;
}
