import type { LanguageMap, Locale, PersonId, PersonPrincipal } from '@sinau/kernel';

/** What a tool of a university has said of somebody's work in a part; texts are plain. */
export interface ToolWorkView {
  /** `waiting`: for a grader. `failed`: grading broke off. Absent: it has said nothing yet. */
  readonly state?: 'new' | 'begun' | 'submitted' | 'waiting' | 'graded' | 'failed';
  readonly points?: { readonly given: number; readonly maximum: number };
  /** Of a grader, in lines. */
  readonly comment?: string;
  /** When that was said, ISO 8601 UTC. */
  readonly at?: string;
  /** Given where the work can be looked at there, with what the tool calls that. */
  readonly review?: { readonly label?: string };
}

export interface CourseWorkView {
  readonly courseId: string;
  readonly title: LanguageMap;
  /** Parts of the course that tools show. */
  readonly links: readonly { readonly moduleId: string; readonly title: string }[];
  /** The one that is shown; absent where there is none. */
  readonly moduleId?: string;
  /** By pseudonym of the learner. */
  readonly works: readonly (ToolWorkView & { readonly learner: string })[];
  readonly next?: string;
}

interface PartAddress {
  readonly courseId: string;
  readonly partId: string;
}

export interface ToolWorkPorts {
  /** Undefined where nothing is known of it. */
  ownWork(person: PersonPrincipal, part: PartAddress): Promise<ToolWorkView | undefined>;
  /** Address that opens the own work at the tool, once and soon. Rejects with `lti.tool-not-ready`. */
  reviewOwn(person: PersonPrincipal, part: PartAddress & { readonly locale: Locale }): Promise<string>;
  /** Of a course of the person's own provider. `moduleId`: @default the first part that a tool shows */
  courseWork(
    person: PersonPrincipal,
    courseId: string,
    asked: { readonly moduleId?: string; readonly page?: string },
  ): Promise<CourseWorkView>;
  /** As `reviewOwn`, of a learner in such a course; and whose work it is, for the note of who looked. */
  reviewOf(
    person: PersonPrincipal,
    work: {
      readonly courseId: string;
      readonly moduleId: string;
      readonly learner: string;
      readonly locale: Locale;
    },
  ): Promise<{ readonly url: string; readonly personId: PersonId }>;
}
