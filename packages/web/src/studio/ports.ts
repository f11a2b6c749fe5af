import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { CoursePorts } from '../course/ports.ts';
import type { PlayerPorts } from '../player/ports.ts';

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
  readonly courses: readonly StudioCourse[];
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
  /** Id of the rule, of cmi5 or of Sinau's own. */
  readonly rule: string;
  readonly problem: LanguageMap;
  readonly mend?: LanguageMap;
}

export interface ImportView extends ImportSummary {
  readonly step: ImportStep;
  readonly courseId?: string;
  readonly findings: readonly Finding[];
  /** What was read, once the package is accepted. */
  readonly content?: { readonly title: LanguageMap; readonly parts: number; readonly files: number };
}

export interface StudioVersion {
  readonly version: number;
  readonly importedAt: string;
  readonly parts: number;
  readonly state: 'ready' | 'published' | 'superseded';
}

export interface StudioCourseView extends StudioCourse {
  readonly description: LanguageMap;
  /** Newest first. */
  readonly versions: readonly StudioVersion[];
  /** The newest accepted version: what publishing brings out. Absent before the first one. */
  readonly latestVersion?: number;
}

/** What an author decides on publication. */
export interface Publication {
  readonly version: number;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly jp: Jp;
}

/** A permission to put exactly one file at one address. */
export interface UploadTicket {
  readonly uploadId: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Every method checks that the course or import belongs to the author's provider; a foreign one is absent. */
export interface StudioPorts {
  readonly maxUploadBytes: number;
  studioOf(person: PersonPrincipal): Promise<StudioHomeView>;
  courseOf(person: PersonPrincipal, courseId: string): Promise<StudioCourseView>;
  startUpload(
    person: PersonPrincipal,
    file: {
      readonly courseId?: string;
      readonly fileName: string;
      readonly contentType: string;
      readonly sizeBytes: number;
    },
  ): Promise<UploadTicket>;
  /** The file has arrived: starts its check. */
  finishUpload(person: PersonPrincipal, uploadId: string): Promise<{ readonly importId: string }>;
  importOf(person: PersonPrincipal, importId: string): Promise<ImportView>;
  /** Opens a version to learners, or changes how the published one is described. */
  publish(person: PersonPrincipal, courseId: string, publication: Publication): Promise<void>;
  retire(person: PersonPrincipal, courseId: string): Promise<void>;
  /** The newest accepted version as a learner would see it. */
  readonly preview: Pick<CoursePorts, 'courseOf'> & {
    /** Given where test sessions have a store of their own, so that none reaches the national records. */
    readonly player?: PlayerPorts;
  };
}
