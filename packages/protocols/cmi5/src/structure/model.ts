import type { LanguageMap } from '@sinau/kernel';

/** When an AU counts as done for its learner (cmi5 13.1.4, `moveOn`). */
export const moveOnRules = [
  'NotApplicable',
  'Passed',
  'Completed',
  'CompletedAndPassed',
  'CompletedOrPassed',
] as const;
export type MoveOn = (typeof moveOnRules)[number];

/** `OwnWindow` forbids a frame (cmi5 8.1.0.0-2); `AnyWindow` leaves the choice to the LMS. */
export const launchMethods = ['AnyWindow', 'OwnWindow'] as const;
export type LaunchMethod = (typeof launchMethods)[number];

export interface Objective {
  /** Absolute IRI given by the publisher, unique among the objectives of the structure. */
  readonly id: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
}

/** An assignable unit: the one thing of a course that is launched. Text values are trimmed (13.1.0.0-1). */
export interface Au {
  /** 0-based position among all AUs, depth first in document order. */
  readonly index: number;
  /** The publisher's id, an absolute IRI; never the activity id of a launch (8.1.5.0-4). */
  readonly id: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  /** Ids of objectives of the structure. */
  readonly objectives: readonly string[];
  /** As published: absolute, or relative to the package root. Its own query string is to be kept at launch. */
  readonly url: string;
  /**
   * For a relative `url`, the exact name of its file in the package (decoded, without query and fragment);
   * absent for an absolute URL.
   */
  readonly file?: string;
  readonly launchMethod: LaunchMethod;
  readonly moveOn: MoveOn;
  /** 0 to 1, at most four decimals. */
  readonly masteryScore?: number;
  readonly launchParameters?: string;
  readonly entitlementKey?: string;
  /** Absolute IRI that describes the AU's kind. */
  readonly activityType?: string;
}

export interface Block {
  readonly kind: 'block';
  /** 0-based position among all blocks, depth first in document order. */
  readonly index: number;
  /** The publisher's id, an absolute IRI. */
  readonly id: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly objectives: readonly string[];
  /** Never empty. */
  readonly children: readonly StructureNode[];
}

/** Where an AU stands in the tree; the AU itself is `structure.aus[au]`. */
export interface AuNode {
  readonly kind: 'au';
  readonly au: number;
}

export type StructureNode = Block | AuNode;

export interface Course {
  /** The publisher's id, an absolute IRI. */
  readonly id: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  /** Never empty. */
  readonly children: readonly StructureNode[];
}

/** What a `cmi5.xml` says, checked and trimmed; kept as JSON beside the files of its version. */
export interface CourseStructure {
  readonly format: 1;
  readonly course: Course;
  readonly objectives: readonly Objective[];
  /** Every AU, depth first in document order; `aus[i].index === i`. */
  readonly aus: readonly Au[];
}
