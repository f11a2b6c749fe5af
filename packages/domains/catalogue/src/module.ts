import type { CourseStructure, MoveOn } from '@sinau/cmi5';
import type { LanguageMap, ProviderId } from '@sinau/kernel';
import type { Elsewhere } from '@sinau/lti';
import type { Quiz, QuizRules } from '@sinau/quiz';
import type { CompletionRule } from '@sinau/rostering';
import type { ScormCourse } from '@sinau/scorm';
import type { CourseId } from './course.ts';

export const moduleKinds = [
  'cmi5',
  'scorm12',
  'scorm2004',
  'video',
  'audio',
  'document',
  'article',
  'link',
  'tincan',
  'quiz',
  'lti',
  'external',
] as const;
export type ModuleKind = (typeof moduleKinds)[number];

/** Kinds that our own viewer shows. */
export type MediaKind = Extract<ModuleKind, 'video' | 'audio' | 'document' | 'article' | 'link' | 'tincan'>;

/** Whether its author named it an article (Markdown); only the name tells that from other text. */
export function isArticleName(fileName: string): boolean {
  return /\.(?:md|markdown)$/i.test(fileName);
}

/** What a package of one file (and what goes with it) holds; names are those in the package. */
export interface MediaContent {
  /** File to show; absolute https URL of a link. */
  readonly src: string;
  /** Media type by content; absent for a link. */
  readonly type?: string;
  readonly title: string;
  readonly captions: readonly { readonly src: string; readonly lang: string; readonly label: string }[];
  readonly transcript?: string;
  /** The same in less data, when the provider uploaded it. */
  readonly low?: string;
  readonly durationSeconds?: number;
  /** Of a document. */
  readonly pages?: number;
  /** Of a Tin Can package: id of its launchable activity, and what follows the address of its page. */
  readonly activityId?: string;
  readonly query?: string;
  /** Where the package says more than one title. */
  readonly wording?: { readonly title: LanguageMap; readonly description: LanguageMap };
}

/** What an import read; kept as JSON beside the files. */
export type PackageContent =
  | { readonly kind: 'cmi5'; readonly structure: CourseStructure }
  | { readonly kind: 'scorm12' | 'scorm2004'; readonly course: ScormCourse }
  | { readonly kind: MediaKind; readonly media: MediaContent }
  | { readonly kind: 'quiz'; readonly quiz: Quiz }
  | Elsewhere;

/** One import that passed; never changed, and kept when a course no longer uses it. */
export interface CoursePackage {
  readonly packageId: string;
  readonly courseId: CourseId;
  readonly providerId: ProviderId;
  readonly kind: ModuleKind;
  /** 32 lower-case hex digits: host name of the content origin and folder of the files. */
  readonly originHash: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  /** Parts that can be launched. */
  readonly auCount: number;
  readonly fileCount: number;
  readonly totalBytes: number;
  /** As the author named it; for display only. */
  readonly fileName: string;
  readonly importedAt: string;
  /** The package whose place in a module this one took when an author edited what it holds. */
  readonly supersedes?: string;
}

/** A part of a course: one package and the rules of the course for it. */
export interface CourseModule {
  /** Stays the same when its package is replaced. */
  readonly moduleId: string;
  readonly kind: ModuleKind;
  readonly packageId: string;
  readonly originHash: string;
  readonly title: LanguageMap;
  readonly auCount: number;
  /** False: it is offered, and counts for nothing. A cmi5 package brings its own criteria. @default true */
  readonly required: boolean;
  /** Modules that must be done before. */
  readonly after: readonly string[];
  /** When it counts as done; of kinds other than cmi5, and only while it is required. */
  readonly moveOn?: MoveOn;
  /** 0 to 1: share of a video, audio or document that must have been seen. */
  readonly share?: number;
  /** SCORM: a lower status that the package reports later takes the place of the one reached. Absent: what was reached stays. */
  readonly statusMayFall?: true;
  /** How a quiz is taken in this course; at first as the quiz itself says. */
  readonly quiz?: QuizRules;
  /** Of kinds that another system shows: which of its results count as done; says `moveOn` too. */
  readonly completion?: CompletionRule;
  /** Of a tool: it is shown inside the page of the player. Absent: in a window of its own, which works with every browser. */
  readonly frame?: true;
}

/** Kinds that another system shows, which tells us results. */
export const isElsewhere = (kind: ModuleKind): kind is Elsewhere['kind'] =>
  kind === 'lti' || kind === 'external';

export const maxModules = 100;

/** The rules of a module whose package is new to it. */
export function rulesOf(
  content: PackageContent,
): Pick<CourseModule, 'moveOn' | 'share' | 'quiz' | 'completion'> {
  if (content.kind === 'lti' || content.kind === 'external') return completionOf(usualCompletion(content));
  if (content.kind !== 'quiz') return defaultRule(content.kind);
  const { rules } = content.quiz;
  // Every attempt completes a quiz: where one can fail, only a pass is enough.
  return { moveOn: rules.passMark === undefined ? 'Completed' : 'Passed', quiz: rules };
}

/** A rule for results of another system, and the criterion that follows from it. */
export function completionOf(completion: CompletionRule): Pick<CourseModule, 'moveOn' | 'completion'> {
  return { completion, moveOn: completion.by === 'pass' ? 'Passed' : 'Completed' };
}

/** Where the tool reports a score, a pass; a score by itself proves nothing. */
function usualCompletion(content: Elsewhere): CompletionRule {
  const isScored = content.kind === 'lti' && content.placement.lineItem !== undefined;
  return isScored ? { by: 'pass', passMark: 0.7 } : { by: 'completed' };
}

/** What a module counts as done by, unless its author says otherwise. */
function defaultRule(
  kind: Exclude<ModuleKind, 'quiz' | Elsewhere['kind']>,
): Pick<CourseModule, 'moveOn' | 'share'> {
  if (kind === 'cmi5') return {};
  const isPlayed = kind === 'scorm12' || kind === 'scorm2004' || kind === 'tincan';
  if (isPlayed) return { moveOn: 'CompletedOrPassed' };
  if (kind === 'link') return { moveOn: 'Completed' };
  return { moveOn: 'Completed', share: 0.9 };
}

/** Position of each module's first AU, in the order of the modules. */
export function firstAus(modules: readonly Pick<CourseModule, 'auCount'>[]): readonly number[] {
  let next = 0;
  return modules.map(({ auCount }) => {
    const first = next;
    next += auCount;
    return first;
  });
}
