import type { CompetencyGaps } from '@sinau/enrolment';
import type { CompetencyParts } from './competency-parts.ts';

/** Gaps as waiting lists ask for them; loaded when somebody comes to one. */
export const closedGapsOf = ({
  competency,
}: {
  readonly competency: () => Promise<Pick<CompetencyParts, 'staff' | 'standards' | 'persons' | 'teaching'>>;
}): CompetencyGaps => ({
  async closedBy(personId, courseId) {
    const { gapClosedBy } = await import('@sinau/competency');
    return gapClosedBy(await competency(), { personId, courseId });
  },
});
