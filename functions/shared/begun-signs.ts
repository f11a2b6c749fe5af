import type { CourseContentPort, RegistrationStore } from '@sinau/delivery';
import type { BegunSigns } from '@sinau/enrolment';
import { shownElsewhere } from './shown-elsewhere.ts';

interface Deps {
  readonly content: CourseContentPort;
  readonly registrations: Pick<RegistrationStore, 'read' | 'unchanged'>;
}

/**
 * Whether somebody has begun, by what was opened, reached, told or waived in the registration. A course of which another system shows a part, or that cannot be
 * read, says nothing: its learners may be at work where nobody here sees it. Whoever has opened it from here has begun all the same.
 */
export function createBegunSigns({ content, registrations }: Deps): BegunSigns {
  return {
    async signOf({ registration, courseId, version }) {
      const known = await registrations.read(registration);
      if (known && (known.session || known.lastResultAt || Object.keys(known.aus).length > 0)) return 'begun';
      const parts = (await content.find(courseId, version))?.parts ?? [];
      if (parts.length === 0 || parts.some(({ kind }) => shownElsewhere[kind] !== undefined)) return 'unseen';
      return { idle: registrations.unchanged({ registration, rev: known?.rev ?? 0 }) };
    },
  };
}
