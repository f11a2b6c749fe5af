import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export const dispatchFormats = ['scorm12', 'cmi5'] as const;
export type DispatchFormat = (typeof dispatchFormats)[number];

/** A course in one other learning system, as its provider sees it. */
export interface DispatchView {
  readonly dispatchId: string;
  readonly name: string;
  readonly notes: string;
  readonly enabled: boolean;
  /** Learners at most; absent: any number. */
  readonly capacity?: number;
  readonly expiresAt?: string;
  readonly started: number;
  readonly finished: number;
  readonly createdAt: string;
}

export interface CourseDispatches {
  readonly courseId: string;
  readonly title: LanguageMap;
  /** False: learners of other systems get in once it is published. */
  readonly published: boolean;
  readonly dispatches: readonly DispatchView[];
}

/** What a form holds; absent limits are none. */
export interface DispatchWords {
  readonly name: string;
  readonly notes: string;
  readonly capacity?: number;
  readonly expiresAt?: string;
}

export interface DispatchPorts {
  dispatchesOf(person: PersonPrincipal, courseId: string): Promise<CourseDispatches>;
  dispatchOf(
    person: PersonPrincipal,
    dispatchId: string,
  ): Promise<DispatchView & { readonly courseId: string }>;
  create(person: PersonPrincipal, courseId: string, words: DispatchWords): Promise<void>;
  change(person: PersonPrincipal, dispatchId: string, words: DispatchWords): Promise<void>;
  setEnabled(person: PersonPrincipal, dispatchId: string, enabled: boolean): Promise<void>;
  /** Ends every package that was downloaded before. */
  renewKey(person: PersonPrincipal, dispatchId: string): Promise<void>;
  download(
    person: PersonPrincipal,
    dispatchId: string,
    format: DispatchFormat,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>;
}
