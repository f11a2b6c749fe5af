import type { Brand, Jp, LanguageMap, ProviderId } from '@sinau/kernel';

export type CourseId = Brand<'CourseId'>;

export type CourseStatus = 'draft' | 'published' | 'retired';

/** What a provider offers. Times are ISO 8601 UTC with milliseconds. */
export interface Course {
  readonly courseId: CourseId;
  readonly providerId: ProviderId;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  /** Lesson hours a learner earns; set on publication. */
  readonly jp?: Jp;
  readonly status: CourseStatus;
  /** Highest imported version, from 1. */
  readonly latestVersion: number;
  /** The version a learner who enrols now takes; kept when the course is retired. */
  readonly publishedVersion?: number;
  readonly publishedAt?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

/** A part of a version that is launched by one protocol. */
export interface CourseModule {
  readonly moduleId: string;
  readonly kind: 'cmi5';
  /** The import job whose package this is. */
  readonly packageId: string;
  readonly title: LanguageMap;
}

/** One imported package; never changed. */
export interface CourseVersion {
  readonly courseId: CourseId;
  readonly version: number;
  readonly versionId: string;
  /** 32 lower-case hex digits: host name of the content origin and folder of the files. */
  readonly originHash: string;
  readonly modules: readonly CourseModule[];
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly auCount: number;
  readonly fileCount: number;
  readonly totalBytes: number;
  readonly importedAt: string;
}

/** A published course as everyone may see it. */
export interface PublishedCourse {
  readonly courseId: CourseId;
  readonly providerId: ProviderId;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly jp: Jp;
  readonly version: number;
  readonly publishedAt: string;
}

/** The public side of a course; undefined unless it is published. */
export function publishedSide(course: Course): PublishedCourse | undefined {
  const { courseId, providerId, title, description, jp, publishedVersion, publishedAt, status } = course;
  if (status !== 'published' || jp === undefined || !publishedVersion || !publishedAt) return undefined;
  return { courseId, providerId, title, description, jp, version: publishedVersion, publishedAt };
}
