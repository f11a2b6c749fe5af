import type { Brand, Jp, LanguageMap, ProviderId } from '@sinau/kernel';
import type { Admission, CourseDetails, VersionRule } from './course-details.ts';
import type { CourseModule } from './module.ts';

export type CourseId = Brand<'CourseId'>;

export type CourseStatus = 'draft' | 'published' | 'retired';

/** Where a course comes from that was taken over from a provider's own system. */
export interface CourseSource {
  readonly connectionId: string;
  /** As the provider names it. */
  readonly externalId: string;
  /** The module in which it starts in a tool, and the address that the provider has said. */
  readonly start?: { readonly moduleId: string; readonly url?: string };
}

/** What the authors are working on; learners see none of it. Frozen into a version by import, test launch and submission. */
export interface CourseDraft {
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  /** Lesson hours as the provider states them. */
  readonly jp?: Jp;
  readonly details: CourseDetails;
  /** In the order of the course. Empty in rows from before modules: then the latest version says what there is. */
  readonly modules: readonly CourseModule[];
}

/** What a provider offers. Times are ISO 8601 UTC with milliseconds. */
export interface Course {
  readonly courseId: CourseId;
  readonly providerId: ProviderId;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  /** Lesson hours a learner earns; set on publication. */
  readonly jp?: Jp;
  readonly details: CourseDetails;
  readonly admission: Admission;
  /** What publication of a further version does to running learners. */
  readonly versionRule: VersionRule;
  /** The rule as it was at the last publication: what counts for those who run an older version. */
  readonly publishedRule?: VersionRule;
  /** The `rev` of the last change of what approving a version does beside its content: the rule, or what is published. */
  readonly termsRev?: number;
  readonly draft: CourseDraft;
  readonly source?: CourseSource;
  readonly status: CourseStatus;
  /** Highest frozen version, from 1; 0 before the first. */
  readonly latestVersion: number;
  /** The version that waits for a reviewer. */
  readonly inReview?: number;
  /** The version a learner who enrols now takes; kept when the course is retired. */
  readonly publishedVersion?: number;
  readonly publishedAt?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

/** A draft as it was when it was frozen; never changed. */
export interface CourseVersion {
  readonly courseId: CourseId;
  readonly version: number;
  readonly versionId: string;
  /**
   * 32 lower-case hex digits: where the course structure of this version lies. That of its package when the version is
   * one cmi5 package and nothing else.
   */
  readonly originHash: string;
  readonly modules: readonly CourseModule[];
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly jp?: Jp;
  readonly details: CourseDetails;
  readonly auCount: number;
  readonly fileCount: number;
  readonly totalBytes: number;
  /** When it was frozen. */
  readonly importedAt: string;
}

/** What is left of a course that was deleted: so much that its files can be found, and that asking again is harmless. */
export interface CourseRemoval {
  readonly courseId: CourseId;
  readonly providerId: ProviderId;
  readonly removedAt: string;
}

/** A published course as everyone may see it. */
export interface PublishedCourse {
  readonly courseId: CourseId;
  readonly providerId: ProviderId;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly jp: Jp;
  readonly details: CourseDetails;
  readonly admission: Admission;
  readonly version: number;
  readonly publishedAt: string;
}

/** The public side of a course; undefined unless it is published. */
export function publishedSide(course: Course): PublishedCourse | undefined {
  const { courseId, providerId, title, description, jp, publishedVersion, publishedAt, status } = course;
  if (status !== 'published' || jp === undefined || !publishedVersion || !publishedAt) return undefined;
  const { details, admission } = course;
  return {
    ...{ courseId, providerId, title, description, jp, details, admission },
    version: publishedVersion,
    publishedAt,
  };
}
