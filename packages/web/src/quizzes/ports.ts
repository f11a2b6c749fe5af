import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { QuestionEntry } from '../questions/ports.ts';

export const reviewPolicies = ['score', 'marks', 'answers'] as const;
export const reviewMoments = ['submission', 'end'] as const;

/** How a quiz is taken. */
export interface QuizRules {
  readonly timeLimitSeconds?: number;
  readonly maxAttempts?: number;
  /** 0 to 1 of the points. */
  readonly passMark?: number;
  readonly shuffleQuestions: boolean;
  readonly review: (typeof reviewPolicies)[number];
  readonly reviewFrom: (typeof reviewMoments)[number];
}

export interface QuizSummary {
  readonly quizId: string;
  readonly title: string;
  /** Asked in one attempt. */
  readonly questions: number;
  readonly placements: number;
  readonly updatedAt: string;
}

/** What an author decides on of a section. */
export interface EditedSection {
  readonly sectionId?: string;
  readonly title?: string;
  readonly source:
    | {
        readonly kind: 'chosen';
        readonly questions: readonly { readonly questionId: string; readonly points?: number }[];
      }
    | { readonly kind: 'drawn'; readonly category: string; readonly count: number };
}

export interface SectionView extends EditedSection {
  readonly sectionId: string;
  /** Of the chosen ones in their order, or all that may be drawn; undefined for one that is gone. */
  readonly entries: readonly (QuestionEntry | undefined)[];
  /** `question`: place in the section; absent when it is about the section. */
  readonly problems: readonly { readonly rule: string; readonly question?: number }[];
}

export interface EditedQuiz {
  readonly title: string;
  /** Text with marks. */
  readonly introduction: string;
  readonly rules: QuizRules;
  readonly sections: readonly EditedSection[];
}

export interface QuizView extends EditedQuiz {
  readonly quizId: string;
  readonly rev: number;
  readonly sections: readonly SectionView[];
  /** What is about none of its sections. */
  readonly problems: readonly string[];
  /** Where it was put, the latest first. `changed`: it would be another quiz now. */
  readonly placements: readonly {
    readonly importId: string;
    readonly course?: LanguageMap;
    readonly at: string;
    readonly changed: boolean;
  }[];
  /** Courses it may go into, with the quizzes that they have. */
  readonly courses: readonly {
    readonly courseId: string;
    readonly title: LanguageMap;
    readonly quizzes: readonly { readonly moduleId: string; readonly title: LanguageMap }[];
  }[];
  /** Paths of the bank's categories. */
  readonly categories: readonly string[];
}

/** Quizzes of the author's own provider. */
export interface QuizzesPorts {
  quizzesOf(person: PersonPrincipal): Promise<readonly QuizSummary[]>;
  create(person: PersonPrincipal, title: string): Promise<{ readonly quizId: string }>;
  quizOf(person: PersonPrincipal, quizId: string): Promise<QuizView>;
  change(
    person: PersonPrincipal,
    quizId: string,
    change: EditedQuiz & { readonly rev: number },
  ): Promise<{ readonly rev: number; readonly sectionIds: readonly string[] }>;
  delete(person: PersonPrincipal, quizId: string, rev: number): Promise<void>;
  /** Freezes it and hands it to the import of the course. */
  place(
    person: PersonPrincipal,
    quizId: string,
    where: { readonly rev: number; readonly courseId: string; readonly module: string },
  ): Promise<{ readonly importId: string }>;
  /** Ready questions that the quiz does not ask, a page of them. */
  candidatesOf(
    person: PersonPrincipal,
    quizId: string,
    filter: { readonly q?: string; readonly category?: string },
  ): Promise<readonly QuestionEntry[]>;
}
