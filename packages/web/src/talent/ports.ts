import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export const performanceNames = ['below', 'as-expected', 'above'] as const;
export const potentialNames = ['low', 'middle', 'high'] as const;
export const predicateNames = ['sangat-baik', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang'] as const;
export const followUpNames = [
  ...(['promote', 'retain', 'succession', 'award', 'rotate', 'enlarge', 'enrich', 'guide'] as const),
  ...(['develop', 'study', 'place', 'counsel', 'rules'] as const),
] as const;
export type PerformanceName = (typeof performanceNames)[number];
export type PotentialName = (typeof potentialNames)[number];
export type PredicateName = (typeof predicateNames)[number];
export type FollowUpName = (typeof followUpNames)[number];

export interface AxesView {
  readonly performance: PerformanceName;
  readonly potential: PotentialName;
}

export interface PlaceCountView extends AxesView {
  readonly box: number;
  readonly people: number;
}

export interface ThresholdsView {
  /** Hundredths of a point. */
  readonly middleFrom: number;
  readonly highFrom: number;
  readonly rev: number;
}

/** Highest potential first, from below what was expected to above it. */
export interface TalentYearView {
  readonly year: number;
  readonly places: readonly PlaceCountView[];
  readonly thresholds: ThresholdsView;
}

export interface TalentLineView {
  readonly personId: string;
  readonly name: string;
  readonly post?: string;
  readonly unit?: string;
  readonly basis: string;
  readonly foundOn: string;
}

export interface PlaceView extends AxesView {
  readonly year: number;
  readonly box: number;
  readonly followUps: readonly FollowUpName[];
  readonly people: readonly TalentLineView[];
  readonly next?: string;
}

/** The performance by the ids of SIASN; `quadrant` (`kuadranNilai`) where a predicate was recorded. */
export interface SiasnIdsView {
  /** `perilakuDanKinerja`. */
  readonly side: number;
  readonly quadrant?: number;
}

export interface RatingView extends AxesView {
  readonly year: number;
  readonly box: number;
  readonly predicate?: PredicateName;
  readonly siasn: SiasnIdsView;
  /** Hundredths of a point. */
  readonly score?: number;
  readonly basis: string;
  readonly foundOn: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly withdrawn?: string;
  readonly rev: number;
  /** Not taken the place of by a newer one. */
  readonly isLast: boolean;
}

export interface TalentPersonView {
  readonly personId: string;
  readonly name: string;
  readonly post?: string;
  readonly unit?: string;
  /** The year that a form offers: of what was last evaluated. */
  readonly offeredYear: number;
  /** The newest year and version first. */
  readonly history: readonly RatingView[];
}

export interface RatingOrder {
  readonly year: number;
  readonly performance?: PerformanceName;
  readonly predicate?: PredicateName;
  readonly potential?: PotentialName;
  readonly score?: number;
  readonly basis: string;
  readonly foundOn: string;
}

export type TalentProblem = 'wrong' | 'unknown-person' | 'oneself' | 'twice' | 'changed' | 'disagree';

export type TalentListView =
  | { readonly outcome: 'unreadable'; readonly message: LanguageMap }
  | { readonly outcome: 'missing'; readonly heads: readonly string[] }
  | { readonly outcome: 'too-many'; readonly most: number }
  | {
      readonly outcome: 'read';
      readonly applied: boolean;
      readonly rows: readonly {
        readonly row: number;
        readonly outcome: 'created' | 'changed' | 'skipped' | 'refused';
        readonly problem?: TalentProblem;
        /** Heading of the column that is wrong. */
        readonly column?: string;
      }[];
      /** What was read, for the form that takes it. */
      readonly text?: string;
    };

/** Talent boxes, for the officers whom an agency names; nobody else learns anything of them. */
export interface TalentPorts {
  readonly maxBytes: number;
  yearOf(principal: PersonPrincipal, year: number | undefined): Promise<TalentYearView>;
  placeOf(
    principal: PersonPrincipal,
    wish: AxesView & { readonly year: number; readonly page?: string },
  ): Promise<PlaceView>;
  fileOf(
    principal: PersonPrincipal,
    wish: { readonly year: number; readonly format: 'csv' | 'xlsx'; readonly language: 'id' | 'en' },
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** Undefined for nobody of the agency. */
  personWith(principal: PersonPrincipal, employeeNumber: string): Promise<string | undefined>;
  personOf(principal: PersonPrincipal, personId: string): Promise<TalentPersonView>;
  record(principal: PersonPrincipal, personId: string, order: RatingOrder): Promise<void>;
  withdraw(
    principal: PersonPrincipal,
    at: { readonly personId: string; readonly year: number },
    order: { readonly rev: number; readonly reason: string },
  ): Promise<void>;
  setThresholds(principal: PersonPrincipal, order: ThresholdsView): Promise<void>;
  template(): Promise<string>;
  tryList(principal: PersonPrincipal, bytes: Uint8Array): Promise<TalentListView>;
  takeList(principal: PersonPrincipal, text: string): Promise<TalentListView>;
}
