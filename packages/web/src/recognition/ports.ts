import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export const coreValues = [
  'service',
  'accountable',
  'competent',
  'harmonious',
  'loyal',
  'adaptive',
  'collaborative',
] as const;
export type CoreValueName = (typeof coreValues)[number];
export type RecognitionStateName = 'proposed' | 'granted' | 'declined' | 'recalled' | 'lapsed' | 'undone';

/** Why somebody is recognised. */
export type RecognitionReason =
  | {
      readonly kind: 'people';
      /** Empty: erased. */
      readonly by: string;
      readonly as: 'colleague' | 'supervisor';
      readonly behaviour: string;
    }
  | { readonly kind: 'teaching'; readonly minutes: number; readonly basis: string }
  | {
      readonly kind: 'improvement';
      readonly competency: LanguageMap;
      readonly required: number;
      readonly before: number;
      readonly after: number;
      readonly assessedOn: string;
      readonly basis: string;
    };

export interface RecognitionView {
  readonly personId: string;
  readonly recognitionId: string;
  readonly value: CoreValueName;
  readonly reason: RecognitionReason;
  readonly state: RecognitionStateName;
  readonly year: number;
  readonly shownTo: 'supervisor' | 'unit';
  /** Of the last step, ISO 8601 UTC. */
  readonly at: string;
  /** Who took the last step; absent: a rule. */
  readonly by?: string;
  /** That they gave. */
  readonly note?: string;
}

export interface NamedRecognition extends RecognitionView {
  readonly name: string;
}

export interface OwnRecognitionsView {
  readonly granted: readonly RecognitionView[];
  readonly gone: readonly RecognitionView[];
  readonly proposed: readonly NamedRecognition[];
  readonly teaching: {
    readonly year: number;
    /** That count. */
    readonly minutes: number;
    /** Of one day no more count; given where that is fewer than are noted. */
    readonly mostADay?: number;
    readonly next?: number;
    readonly steps: readonly number[];
    readonly shares: readonly {
      readonly title: string;
      readonly form: 'coaching' | 'mentoring' | 'community' | 'event';
      readonly on: string;
      readonly minutes: number;
    }[];
  };
}

/** Whom somebody may propose, as far as a list can name them. */
export interface ColleaguesView {
  readonly colleagues: readonly { readonly personId: string; readonly name: string }[];
  readonly most: number;
  readonly least: number;
  readonly mostLetters: number;
}

export interface ProposalOrder {
  /** One of the list, or an address. */
  readonly who: { readonly personId: string } | { readonly email: string };
  readonly value: CoreValueName;
  readonly behaviour: string;
}

interface Place {
  readonly personId: string;
  readonly recognitionId: string;
}

export interface Paged {
  readonly lines: readonly NamedRecognition[];
  readonly next?: string;
}

export interface RecognitionPorts {
  ownOf(person: PersonPrincipal): Promise<OwnRecognitionsView>;
  colleaguesOf(person: PersonPrincipal): Promise<ColleaguesView>;
  /** `nobody`: there is no colleague with this address in the agency. */
  propose(person: PersonPrincipal, order: ProposalOrder): Promise<'sent' | 'nobody'>;
  recall(person: PersonPrincipal, place: Place): Promise<void>;
  show(person: PersonPrincipal, recognitionId: string, shownTo: 'supervisor' | 'unit'): Promise<void>;
  /** Undefined: whoever asks is in no unit. */
  unitOf(person: PersonPrincipal, page: string | undefined): Promise<Paged | undefined>;
  /** By person. */
  teamOf(
    person: PersonPrincipal,
  ): Promise<readonly { readonly name: string; readonly granted: readonly RecognitionView[] }[]>;
}

export const recognitionLists = ['waiting', 'given', 'closed'] as const;
export type RecognitionList = (typeof recognitionLists)[number];

export interface CountLine<Key extends string = string> {
  readonly key: Key;
  /** Absent: hidden. */
  readonly count?: number;
}

export interface AgencyRecognitionsView extends Paged {
  readonly list: RecognitionList;
  readonly year: number;
  /** Newest first. */
  readonly years: readonly number[];
  readonly total?: number;
  readonly byValue: readonly CountLine<CoreValueName>[];
  /** By name of the unit; empty: in none. */
  readonly byUnit: readonly CountLine[];
}

export interface AgencyRecognitionView extends NamedRecognition {
  /** Whether whoever looks may decide about it. */
  readonly decides: boolean;
  /** Whether they may take it back. */
  readonly undoes: boolean;
}

export interface RecognitionDeskPorts {
  listOf(
    person: PersonPrincipal,
    wish: { readonly list: RecognitionList; readonly year?: number; readonly page?: string },
  ): Promise<AgencyRecognitionsView>;
  oneOf(person: PersonPrincipal, place: Place): Promise<AgencyRecognitionView>;
  decide(
    person: PersonPrincipal,
    place: Place,
    decision: { readonly to: 'granted' | 'declined'; readonly reason?: string },
  ): Promise<void>;
  undo(person: PersonPrincipal, place: Place, reason: string): Promise<void>;
  /** One line a recognition that stands, of a year; this one when absent. */
  fileOf(
    person: PersonPrincipal,
    wish: { readonly year?: number; readonly format: 'csv' | 'xlsx'; readonly language: 'id' | 'en' },
  ): Promise<Uint8Array<ArrayBuffer>>;
}
