import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { RequirementView } from './desk-ports.ts';
import type { CompetencyView } from './person-ports.ts';

export interface TeachingView {
  readonly courseId: string;
  readonly title: LanguageMap;
  /** The nine of the nation. */
  readonly national: readonly CompetencyView[];
  readonly teaches: readonly RequirementView[];
  /** 0: nobody has said so far. */
  readonly rev: number;
}

/** What a provider's own course teaches. */
export interface TeachingPorts {
  teachingOf(reader: PersonPrincipal, courseId: string): Promise<TeachingView>;
  setTeaching(
    reader: PersonPrincipal,
    courseId: string,
    given: { readonly teaches: readonly RequirementView[]; readonly rev: number },
  ): Promise<void>;
}
