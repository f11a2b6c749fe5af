import type { Prerequisite } from './prerequisites.ts';
import type { Sequencing } from './sequencing-model.ts';

export const scormVersions = ['1.2', '2004'] as const;
export type ScormVersion = (typeof scormVersions)[number];

/** What happens when the time of a SCO is up; the same words in 1.2 and 2004. */
export const timeLimitActions = [
  'exit,message',
  'exit,no message',
  'continue,message',
  'continue,no message',
] as const;
export type TimeLimitAction = (typeof timeLimitActions)[number];

/** Controls of the LMS that an item asks to be hidden (2004, adlnav:presentation). */
export const hideableControls = [
  'previous',
  'continue',
  'exit',
  'exitAll',
  'abandon',
  'abandonAll',
  'suspendAll',
] as const;
export type HideableControl = (typeof hideableControls)[number];

export interface CompletionThreshold {
  /** 0 to 1. */
  readonly minProgressMeasure: number;
  /** False: the measure is known but does not decide completion. */
  readonly completedByMeasure: boolean;
  /** Weight in the rollup of progress, 0 to 1. */
  readonly progressWeight: number;
}

/** A store that activities share (adlcp:data, 4th edition). */
export interface SharedData {
  readonly targetId: string;
  readonly read: boolean;
  readonly write: boolean;
}

export interface Launch {
  /** Identifier of the resource. */
  readonly resource: string;
  /** Only a SCO speaks to the run-time; an asset counts as done when it was shown. */
  readonly kind: 'sco' | 'asset';
  /** Exact name of the file in the package. */
  readonly file: string;
  /** Relative to the root of the package, percent-encoded, with query and fragment of resource and item. */
  readonly url: string;
}

export interface Item {
  /** Unique in the manifest. */
  readonly identifier: string;
  readonly title: string;
  /** False: it stays out of the outline, its children do not. */
  readonly visible: boolean;
  readonly launch?: Launch;
  readonly children: readonly Item[];
  /** 1.2 only. Absent also where the script could not be understood: nobody is locked out by a typing error. */
  readonly prerequisites?: Prerequisite;
  /** 1.2 only, 0 to 100. */
  readonly masteryScore?: number;
  /** 1.2 maxtimeallowed or 2004 attemptAbsoluteDurationLimit. */
  readonly maxTimeAllowedSeconds?: number;
  readonly timeLimitAction?: TimeLimitAction;
  readonly dataFromLms?: string;
  readonly completionThreshold?: CompletionThreshold;
  readonly sharedData: readonly SharedData[];
  readonly hiddenControls: readonly HideableControl[];
  /** 2004 only; references into the collection are resolved. */
  readonly sequencing?: Sequencing;
}

export interface Organization {
  readonly identifier: string;
  readonly title: string;
  readonly items: readonly Item[];
  /** Global objectives live as long as the learner, not as long as the registration (adlseq). */
  readonly objectivesGlobalToSystem: boolean;
  readonly sharedDataGlobalToSystem: boolean;
  readonly sequencing?: Sequencing;
}

export interface Resource {
  readonly identifier: string;
  readonly kind: 'sco' | 'asset';
  /** Names in the package. */
  readonly files: readonly string[];
  /** Identifiers of other resources. */
  readonly dependencies: readonly string[];
}

/** What an `imsmanifest.xml` says, checked and resolved; kept as JSON beside the files of its version. */
export interface ScormCourse {
  readonly format: 1;
  readonly version: ScormVersion;
  /** Of SCORM 2004. */
  readonly edition?: 2 | 3 | 4;
  readonly identifier: string;
  /** Title of the default organization. */
  readonly title: string;
  /** Index into `organizations`. */
  readonly defaultOrganization: number;
  /** Never empty. */
  readonly organizations: readonly Organization[];
  readonly resources: readonly Resource[];
}

/** Items with something to launch, depth first. */
export function launchableItems(organization: Pick<Organization, 'items'>): readonly Item[] {
  const walk = (items: readonly Item[]): readonly Item[] =>
    items.flatMap((item) => [...(item.launch ? [item] : []), ...walk(item.children)]);
  return walk(organization.items);
}
