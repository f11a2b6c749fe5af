import type { PersonPrincipal } from '@sinau/kernel';

export const questionKinds = ['choice', 'numeric', 'short-text', 'matching', 'ordering'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Kinds as authors choose them: true or false is a choice with a form of its own. */
export const questionForms = [
  'choice',
  'true-false',
  'numeric',
  'short-text',
  'matching',
  'ordering',
] as const;
export type QuestionForm = (typeof questionForms)[number];

export const questionStatuses = ['draft', 'ready', 'archived'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

export interface QuestionFilter {
  readonly q?: string;
  readonly category?: string;
  readonly kind?: QuestionKind;
  readonly status?: QuestionStatus;
}

export interface QuestionEntry {
  readonly questionId: string;
  readonly kind: QuestionKind;
  readonly title: string;
  readonly preview: string;
  readonly points: number;
  /** Names from the top, joined by `/`. */
  readonly category: string;
  readonly tags: readonly string[];
  readonly language: string;
  readonly status: QuestionStatus;
  readonly updatedAt: string;
}

export interface BankView {
  readonly provider: string;
  readonly entries: readonly QuestionEntry[];
  readonly next?: string;
  readonly total: number;
  readonly all: number;
  readonly counts: {
    readonly status: Readonly<Record<QuestionStatus, number>>;
    readonly kind: Readonly<Partial<Record<QuestionKind, number>>>;
    readonly categories: readonly (readonly [path: string, count: number])[];
  };
}

/** Text with marks, as it is typed. */
type Marked = string;

interface ContentBase {
  readonly title: string;
  readonly prompt: Marked;
  readonly points: number;
  readonly explanation?: Marked;
}
interface Row {
  readonly id?: string;
  readonly text: Marked;
}

/** A question as its author writes it. Shares are of 1. */
export type EditedContent =
  | (ContentBase & {
      readonly kind: 'choice';
      readonly multiple: boolean;
      readonly trueFalse?: boolean;
      readonly shuffle: boolean;
      readonly choices: readonly (Row & { readonly share: number; readonly feedback?: Marked })[];
    })
  | (ContentBase & {
      readonly kind: 'numeric';
      readonly answers: readonly {
        readonly value: number;
        readonly tolerance: number;
        readonly share: number;
      }[];
      readonly unit?: string;
    })
  | (ContentBase & {
      readonly kind: 'short-text';
      readonly caseSensitive: boolean;
      readonly answers: readonly { readonly text: string; readonly share: number }[];
    })
  | (ContentBase & {
      readonly kind: 'matching';
      readonly shuffle: boolean;
      readonly sources: readonly (Row & { readonly targetId: string })[];
      readonly targets: readonly Row[];
    })
  | (ContentBase & { readonly kind: 'ordering'; readonly items: readonly Row[] });

export interface EditedQuestion {
  readonly category: string;
  readonly tags: readonly string[];
  readonly language: string;
  readonly status: 'draft' | 'ready';
  readonly question: EditedContent;
}

export interface QuestionView extends Omit<EditedQuestion, 'status'> {
  readonly questionId: string;
  readonly status: QuestionStatus;
  readonly updatedAt: string;
  readonly rev: number;
}

/** What an import of questions does, or would do. */
export interface ImportPreview {
  readonly total: number;
  readonly added: number;
  /** In the bank already. */
  readonly known: number;
  /** Titles of those whose images are left out. */
  readonly withoutImages: readonly string[];
  readonly unfit: readonly { readonly title: string; readonly rule: string }[];
}

/** The bank of the author's own provider. */
export interface QuestionsPorts {
  bankOf(
    person: PersonPrincipal,
    asked: { readonly filter: QuestionFilter; readonly page?: string },
  ): Promise<BankView>;
  /** Paths of its categories, for the form of a question. */
  categoriesOf(person: PersonPrincipal): Promise<readonly string[]>;
  questionOf(person: PersonPrincipal, questionId: string): Promise<QuestionView>;
  create(person: PersonPrincipal, question: EditedQuestion): Promise<{ readonly questionId: string }>;
  change(
    person: PersonPrincipal,
    questionId: string,
    change: EditedQuestion & { readonly rev: number },
  ): Promise<void>;
  /** Copies the questions of a quiz in a draft of the provider's; `dryRun` only says what it would do. */
  importModule(
    person: PersonPrincipal,
    place: { readonly courseId: string; readonly moduleId: string },
    wish: { readonly category: string; readonly status: 'draft' | 'ready'; readonly dryRun: boolean },
  ): Promise<ImportPreview>;
  /** The part of the bank as a document. */
  exported(person: PersonPrincipal, filter: QuestionFilter): Promise<string>;
  archive(person: PersonPrincipal, questionId: string): Promise<void>;
  restore(person: PersonPrincipal, questionId: string): Promise<void>;
  duplicate(
    person: PersonPrincipal,
    questionId: string,
    title: string,
  ): Promise<{ readonly questionId: string }>;
}
