import type { CourseStructure, StructureDocument } from '@sinau/cmi5';
import type { Finding } from '@sinau/findings';
import type { AtomicCompanion, ProviderId } from '@sinau/kernel';
import type { Quiz } from '@sinau/quiz';
import type { ScormCourse } from '@sinau/scorm';
import type { Course, CourseId, CourseRemoval, CourseVersion, PublishedCourse } from './course.ts';
import type { ImportJob, JobId } from './import-job.ts';
import type { CoursePackage, MediaContent, MediaKind, PackageContent } from './module.ts';
import type { Review } from './review.ts';

/** Every method rejects with `Unavailable` when the store does not answer; then nothing was written. */
export interface CourseStore {
  /** Sees every write that was answered before. */
  find(courseId: CourseId): Promise<Course | undefined>;
  findVersion(courseId: CourseId, version: number): Promise<CourseVersion | undefined>;
  /** The newest first; at most 100. */
  listVersions(courseId: CourseId): Promise<readonly CourseVersion[]>;
  /** Replaces the row whose `rev` is one lower. */
  replace(course: Course): Promise<'stored' | 'conflict'>;
  /**
   * Stores what belongs to one change of a course, or nothing: the course as `replace` does, or as a new row with `rev` 1;
   * a version and packages that must not exist; a review whose row has a `rev` one lower, or none for `rev` 1.
   */
  change(change: {
    readonly course: Course;
    readonly version?: CourseVersion;
    readonly packages?: readonly CoursePackage[];
    readonly review?: Review;
  }): Promise<'stored' | 'conflict'>;
  /** The newest first. */
  listPackages(courseId: CourseId): Promise<readonly CoursePackage[]>;
  findReview(courseId: CourseId, version: number): Promise<Review | undefined>;
  /** Replaces the row whose `rev` is one lower. */
  replaceReview(review: Review): Promise<'stored' | 'conflict'>;
  /** Submitted and not decided, the longest waiting first; at most 100; may miss a write of the last second. */
  listOpenReviews(): Promise<readonly Review[]>;
  /**
   * Takes the row of the course away, when it still is as it was read, together with the companion's writes, and leaves a
   * `CourseRemoval` in its place. `held`: a condition of the companion did not hold. Nothing adds to the course any more.
   */
  remove(
    course: Course,
    made: { readonly removedAt: string; readonly companion: AtomicCompanion },
  ): Promise<'removed' | 'conflict' | 'held'>;
  findRemoval(courseId: CourseId): Promise<CourseRemoval | undefined>;
  /** Deletes versions with their reviews, and packages. */
  dropParts(
    courseId: CourseId,
    parts: { readonly versions: readonly number[]; readonly packageIds: readonly string[] },
  ): Promise<void>;
  /** Notes that nothing of the course is left. */
  finishRemoval(courseId: CourseId): Promise<void>;
  /** The oldest first; at most 100; may miss a write of the last second. */
  listOpenRemovals(): Promise<readonly CourseRemoval[]>;
  /** The course changed last first; may miss a write of the last second. */
  listOfProvider(
    providerId: ProviderId,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly courses: readonly Course[]; readonly last?: string }>;
  /** By title; may miss a write of the last second. `after` is a `last` of this method, or any text: then it starts over. */
  listPublished(page: {
    readonly limit: number;
    readonly after?: string;
  }): Promise<{ readonly courses: readonly PublishedCourse[]; readonly last?: string }>;
}

export interface ImportJobStore {
  create(job: ImportJob): Promise<void>;
  /** Sees every write that was answered before. */
  find(jobId: JobId): Promise<ImportJob | undefined>;
  /** Replaces the row whose `rev` is one lower. */
  replace(job: ImportJob): Promise<'stored' | 'conflict'>;
  /**
   * Stores job, package, version and course together or none of them: the job's `rev` must be one lower, package and
   * version must not exist, and the course must be absent (`rev` 1) or one `rev` lower.
   */
  commit(change: {
    readonly job: ImportJob;
    readonly course: Course;
    readonly version: CourseVersion;
    readonly package: CoursePackage;
  }): Promise<'stored' | 'job-conflict' | 'course-conflict'>;
  /** The newest first; at most `limit`; may miss a write of the last second. */
  listOfProvider(providerId: ProviderId, limit: number): Promise<readonly ImportJob[]>;
  /** Jobs `queued` or `running` that no write touched since `before`; at most 100. */
  listStalled(before: string): Promise<readonly ImportJob[]>;
}

/** A part of a package that has arrived. */
export interface UploadedPart {
  /** From 1. */
  readonly partNumber: number;
  readonly sizeBytes: number;
  /** Quoted entity tag, as the answer to its PUT gave it. */
  readonly etag: string;
}

/** A package that arrives in parts: `uploadId` names the attempt, and there is no package before it is completed. */
export interface PartsRoom {
  start(upload: { readonly key: string; readonly contentType: string }): Promise<string>;
  /** A URL that takes one PUT of exactly this size; sent again, the part replaces the one before. */
  presign(part: {
    readonly key: string;
    readonly uploadId: string;
    readonly partNumber: number;
    readonly sizeBytes: number;
    readonly expiresInSeconds: number;
  }): Promise<string>;
  /** In ascending order; undefined when the attempt has ended. */
  list(upload: {
    readonly key: string;
    readonly uploadId: string;
  }): Promise<readonly UploadedPart[] | undefined>;
  /** `mismatch`: a part changed or went in between; the attempt goes on. `absent`: the attempt has ended. */
  complete(upload: {
    readonly key: string;
    readonly uploadId: string;
    readonly parts: readonly UploadedPart[];
  }): Promise<'stored' | 'mismatch' | 'absent'>;
  abort(upload: { readonly key: string; readonly uploadId: string }): Promise<void>;
}

/** Raw packages as they were uploaded. */
export interface UploadRoom {
  readonly inParts: PartsRoom;
  /** A URL that takes one PUT of exactly this type and size. */
  presign(upload: {
    readonly key: string;
    readonly contentType: string;
    readonly sizeBytes: number;
    readonly expiresInSeconds: number;
  }): Promise<string>;
  put(upload: {
    readonly key: string;
    readonly contentType: string;
    readonly body: Uint8Array;
  }): Promise<void>;
  /** Undefined when nothing was uploaded. */
  sizeOf(key: string): Promise<number | undefined>;
  delete(key: string): Promise<void>;
}

/** Packages on their way out. */
export interface ExportRoom {
  /** The `cmi5.xml` of a package as it was imported; undefined where there is none. */
  readStructureFile(originHash: string): Promise<Uint8Array | undefined>;
  /** Of an upload, or of what `pack` has made; undefined when it is not there any more. */
  sizeOf(key: string): Promise<number | undefined>;
  /** Puts the files of packages, each below its folder, and files of our own into one zip. Stored whole or not at all. */
  pack(archive: {
    readonly key: string;
    readonly folders: readonly { readonly originHash: string; readonly folder: string }[];
    readonly files: readonly { readonly name: string; readonly body: string }[];
  }): Promise<void>;
  /** A URL that gives its holder the file under that name. */
  linkTo(file: {
    readonly key: string;
    readonly fileName: string;
    readonly expiresInSeconds: number;
  }): Promise<string>;
}

/** At least once, unordered. */
export interface ImportQueue {
  send(message: { readonly jobId: JobId }): Promise<void>;
}

export interface PackageOpener {
  /**
   * Fetches an uploaded package and looks at all of it that can be seen without unpacking. `refused` holds at least one
   * error. An opened package must be closed.
   */
  open(upload: {
    readonly uploadKey: string;
    /** As its author named it: tells an article from other text. */
    readonly fileName: string;
  }): Promise<
    | { readonly outcome: 'opened'; readonly package: OpenPackage }
    | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }
  >;
}

/** What a package says of itself. */
export type PackageReading =
  | {
      readonly kind: 'cmi5';
      /** `false` for a bare `cmi5.xml`. */
      readonly packaged: boolean;
      /** `cmi5.xml` parsed and validated against the schema. */
      readonly structure: StructureDocument;
    }
  | {
      readonly kind: 'scorm';
      /** Absent when the manifest was refused. */
      readonly course?: ScormCourse;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: MediaKind; readonly media: MediaContent; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'quiz';
      /** Its images are names among the files that will be stored. */
      readonly quiz: Quiz;
      readonly findings: readonly Finding[];
    };

export interface OpenPackage {
  readonly reading: PackageReading;
  /** Names of the files that will be stored. */
  readonly files: ReadonlySet<string>;
  /**
   * Stores every file under the origin, each with the type its content has. Tells progress now and then; a rejection of
   * `onProgress` stops the work. After it settled, nothing is written any more.
   */
  unpack(target: {
    readonly originHash: string;
    readonly onProgress: (filesDone: number) => Promise<void>;
  }): Promise<
    | {
        readonly outcome: 'unpacked';
        readonly fileCount: number;
        readonly totalBytes: number;
        readonly findings: readonly Finding[];
      }
    | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }
  >;
  close(): Promise<void>;
}

/** Unpacked packages and structures of versions, by origin. */
export interface ContentRoom {
  writePackage(originHash: string, content: PackageContent): Promise<void>;
  readPackage(originHash: string): Promise<PackageContent | undefined>;
  /** An article that was written in the browser, as Markdown and as the viewer shows it. */
  writeArticle(
    originHash: string,
    text: string,
  ): Promise<{
    readonly media: Pick<MediaContent, 'src' | 'type'>;
    readonly fileCount: number;
    readonly totalBytes: number;
  }>;
  writeStructure(originHash: string, structure: CourseStructure): Promise<void>;
  readStructure(originHash: string): Promise<CourseStructure | undefined>;
  /** Deletes everything under the origin. */
  discard(originHash: string): Promise<void>;
}
