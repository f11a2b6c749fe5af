import type { Jp, LanguageMap, Locale, PersonPrincipal } from '@sinau/kernel';
import type { ClassificationChoices, ClassificationFacts } from '../course/classification.ts';
import type { TrialPorts } from '../player/ports.ts';
import type { LinkEdit, LinkView, ModuleKind, ModuleToAdd, ModuleView, ToolChoice } from './module-ports.ts';

export type CourseStatus = 'draft' | 'published' | 'retired';

export interface StudioCourse {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly status: CourseStatus;
  readonly jp?: Jp;
  readonly publishedVersion?: number;
  readonly changedAt: string;
}

export interface StudioHomeView {
  readonly provider: string;
  /** One page, the course changed last first. */
  readonly courses: readonly StudioCourse[];
  /** Where the next page goes on; absent on the last. */
  readonly next?: string;
  readonly imports: readonly ImportSummary[];
}

export type ImportState = 'running' | 'accepted' | 'rejected' | 'failed';

export interface ImportSummary {
  readonly importId: string;
  readonly fileName: string;
  readonly startedAt: string;
  readonly state: ImportState;
}

export const importSteps = ['uploaded', 'checking', 'storing', 'done'] as const;
export type ImportStep = (typeof importSteps)[number];

/** One finding of the package check. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Path inside the package. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Id of the rule, of cmi5 or of Sinau's own. */
  readonly rule: string;
  readonly problem: LanguageMap;
  readonly mend?: LanguageMap;
}

export interface ImportView extends ImportSummary {
  readonly step: ImportStep;
  /** Files stored so far, while it runs. */
  readonly stored?: { readonly done: number; readonly total: number };
  readonly courseId?: string;
  /** What it was uploaded as: a module whose package it replaces, or `new`. */
  readonly module?: string;
  readonly findings: readonly Finding[];
  /** What was read, once the package is accepted. */
  readonly content?: { readonly title: LanguageMap; readonly parts: number; readonly files: number };
}

export interface StudioVersion {
  readonly version: number;
  readonly importedAt: string;
  readonly parts: number;
  readonly state: 'ready' | 'published' | 'superseded';
  /** It consists of cmi5 packages alone, so it can leave as one. */
  readonly isPackage: boolean;
}

export const courseForms = [
  'NKL03',
  'NKL04',
  'NKL09',
  'NKL13',
  'KL02',
  'KL03',
  'KL04',
  'KL05',
  'KL06',
  'KL07',
  'KL08',
  'KL10',
  'KL11',
  'KL12',
] as const;
export const courseSubjects = [
  'leadership',
  'public-service',
  'law-and-policy',
  'finance',
  'planning',
  'human-resources',
  'digital',
  'data',
  'communication',
  'ethics',
  'health',
  'education',
  'environment',
  'procurement',
  'language',
  'other',
] as const;

export interface CourseFacts {
  readonly form: (typeof courseForms)[number];
  readonly subject: (typeof courseSubjects)[number];
  readonly competencies: readonly string[];
  readonly languages: readonly string[];
  readonly audience: LanguageMap;
  /** Whole rupiah. */
  readonly price: number;
  readonly minutes?: number;
  readonly classification?: ClassificationFacts;
}

export const admissionModes = ['open', 'approval', 'invitation'] as const;
export const versionRules = ['stay', 'move-not-started', 'move-with-results'] as const;

export interface CourseSettings {
  readonly admission: {
    readonly mode: (typeof admissionModes)[number];
    readonly seats?: number;
    readonly opensAt?: string;
    readonly closesAt?: string;
    /** ISO date. */
    readonly classesFrom?: string;
  };
  readonly versionRule: (typeof versionRules)[number];
}

export interface ReviewComment {
  readonly by: string;
  readonly side: 'author' | 'reviewer';
  readonly at: string;
  readonly text: string;
}

export interface ReviewView {
  readonly version: number;
  readonly state: 'submitted' | 'approved' | 'returned' | 'withdrawn';
  readonly submittedAt: string;
  readonly comments: readonly ReviewComment[];
}

/** What publication would change for those who take the published version. */
export interface ChangeView {
  readonly from: number;
  readonly modules: readonly {
    readonly title: LanguageMap;
    readonly change: 'same' | 'added' | 'removed' | 'replaced' | 'rules';
    readonly moved: boolean;
    /** Titles of questions of a quiz. */
    readonly questions?: {
      readonly added: readonly string[];
      readonly removed: readonly string[];
      readonly changed: readonly string[];
    };
    /** Rules of taking a quiz that differ. */
    readonly quizRules?: readonly (
      | 'timeLimitSeconds'
      | 'maxAttempts'
      | 'passMark'
      | 'shuffleQuestions'
      | 'review'
      | 'reviewFrom'
    )[];
  }[];
  readonly parts: readonly {
    readonly title: LanguageMap;
    readonly change: 'added' | 'removed' | 'criterion' | 'title' | 'content';
  }[];
  /** Parts whose results go along with a learner who moves. */
  readonly carried: number;
  /** People who take an older version; `moving` of them move by the course's rule. */
  readonly running: number;
  readonly moving: number;
  /** Counted in part: at least so many. */
  readonly partly: boolean;
}

/** A package of the course that no module uses. */
export interface UnusedPackage {
  readonly packageId: string;
  readonly kind: ModuleKind;
  readonly title: LanguageMap;
  readonly importedAt: string;
}

export interface StudioCourseView extends StudioCourse, CourseSettings {
  /** Names what was read; a change of something else is refused. */
  readonly rev: number;
  readonly draft: {
    readonly title: LanguageMap;
    readonly description: LanguageMap;
    readonly jp?: Jp;
    readonly facts: CourseFacts;
    readonly modules: readonly ModuleView[];
  };
  /** What the course may be classified by. */
  readonly choices: ClassificationChoices;
  /** Against the published version; absent before the first publication. */
  readonly changes?: ChangeView;
  readonly unused: readonly UnusedPackage[];
  /** Of the version submitted last. */
  readonly review?: ReviewView;
  /** Newest first. */
  readonly versions: readonly StudioVersion[];
}

/** What an author changes of a draft; what is left out stays. */
export interface DraftChange {
  readonly rev: number;
  readonly title?: LanguageMap;
  readonly description?: LanguageMap;
  /** As typed, e.g. `2,5`; empty: none. */
  readonly jp?: string;
  readonly facts?: CourseFacts;
  /** All that remain, in their new order. */
  readonly modules?: readonly (Pick<ModuleView, 'moduleId'> &
    Partial<
      Pick<
        ModuleView,
        | 'title'
        | 'required'
        | 'after'
        | 'moveOn'
        | 'share'
        | 'statusMayFall'
        | 'quiz'
        | 'completion'
        | 'frame'
      >
    >)[];
}

interface ModulePlace {
  readonly courseId: string;
  readonly moduleId: string;
}

/** A permission to put exactly one file at one address; of an upload in parts there is none yet. */
export interface UploadTicket {
  readonly uploadId: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A part that has arrived, with the entity tag that its PUT was answered with. */
export interface SentPart {
  readonly partNumber: number;
  readonly etag: string;
}

/** How far an upload in parts is. */
export interface UploadProgress {
  /** Goes on while it is `awaiting-upload`. */
  readonly state: string;
  readonly sizeBytes: number;
  readonly partSizeBytes: number;
  readonly partCount: number;
  readonly parts: readonly (SentPart & { readonly sizeBytes: number })[];
}

/** Every method checks that the course or import belongs to the author's provider; a foreign one is absent. */
export interface StudioPorts {
  readonly maxUploadBytes: number;
  /** Where recordings may lie outside their package; `https:`: anywhere. */
  readonly mediaOrigins: readonly string[];
  /** `after`: `next` of the page before; any other text starts over. */
  studioOf(person: PersonPrincipal, after?: string): Promise<StudioHomeView>;
  courseOf(person: PersonPrincipal, courseId: string): Promise<StudioCourseView>;
  startUpload(
    person: PersonPrincipal,
    file: {
      readonly courseId?: string;
      /** The module whose package it replaces, or `new`. */
      readonly module?: string;
      readonly fileName: string;
      readonly contentType: string;
      readonly sizeBytes: number;
      readonly inParts?: boolean;
    },
  ): Promise<UploadTicket>;
  uploadOf(person: PersonPrincipal, uploadId: string): Promise<UploadProgress>;
  /** Addresses that take one part each. */
  signParts(
    person: PersonPrincipal,
    uploadId: string,
    partNumbers: readonly number[],
  ): Promise<{ readonly urls: readonly { readonly partNumber: number; readonly url: string }[] }>;
  /** What has arrived is deleted. */
  cancelUpload(person: PersonPrincipal, uploadId: string): Promise<void>;
  /** The file has arrived: starts its check. `parts`: what the page has seen arrive. */
  finishUpload(
    person: PersonPrincipal,
    uploadId: string,
    parts?: readonly SentPart[],
  ): Promise<{ readonly importId: string }>;
  /** The `cmi5.xml` of a version. */
  structureOf(
    person: PersonPrincipal,
    at: { readonly courseId: string; readonly version: number },
  ): Promise<Uint8Array>;
  /** An address that gives the version as a package. Rejects with `catalogue.not-exportable`. */
  packageOf(
    person: PersonPrincipal,
    at: { readonly courseId: string; readonly version: number },
  ): Promise<{ readonly url: string }>;
  importOf(person: PersonPrincipal, importId: string): Promise<ImportView>;
  editDraft(person: PersonPrincipal, courseId: string, change: DraftChange): Promise<void>;
  addModule(person: PersonPrincipal, courseId: string, module: ModuleToAdd): Promise<void>;
  /** Tools of the author's provider that are in use. */
  toolsOf(person: PersonPrincipal): Promise<readonly ToolChoice[]>;
  /** Address that opens the tool for choosing, once and soon. */
  pickFromTool(
    person: PersonPrincipal,
    courseId: string,
    asked: {
      readonly clientId: string;
      readonly deploymentId: string;
      readonly locale: Locale;
      /** A page of the portal. */
      readonly returnUrl: string;
    },
  ): Promise<string>;
  /** How a link to a tool stands in the draft. Rejects with `catalogue.not-found` for a module of another kind. */
  linkOf(person: PersonPrincipal, of: ModulePlace): Promise<LinkView>;
  /** Changes it; the tool goes on to know it as the same link, with its line item and its scores. */
  editLink(person: PersonPrincipal, of: ModulePlace, edit: LinkEdit): Promise<void>;
  changeSettings(
    person: PersonPrincipal,
    courseId: string,
    settings: CourseSettings & { readonly rev: number },
  ): Promise<void>;
  /** Freezes the draft and hands it to the reviewers. */
  /** Freezes the draft, so that the preview shows it as it stands. */
  freeze(person: PersonPrincipal, courseId: string): Promise<void>;
  submit(person: PersonPrincipal, courseId: string, comment: string | undefined): Promise<void>;
  withdraw(person: PersonPrincipal, courseId: string): Promise<void>;
  comment(
    person: PersonPrincipal,
    courseId: string,
    comment: { readonly version: number; readonly text: string },
  ): Promise<void>;
  retire(person: PersonPrincipal, courseId: string): Promise<void>;
  /** Deletes a course that nobody has taken. Rejects with `catalogue.in-use`. */
  remove(person: PersonPrincipal, courseId: string): Promise<void>;
  /** The newest version as a learner would see and run it, in a store of its own. */
  readonly preview: TrialPorts;
}
