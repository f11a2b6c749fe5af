import type { PersonPrincipal } from '@sinau/kernel';
import type { PairKindName, PairStateName, SideName } from './ports.ts';

export interface PairSumsView {
  readonly people: number;
  readonly learners: number;
  readonly guides: number;
  /** Absent: of few learners. */
  readonly signed?: { readonly sessions: number; readonly minutes: number };
}

export interface AgencyCommunityLine {
  readonly communityId: string;
  readonly name: string;
  readonly state: 'active' | 'closed';
  readonly openTo: 'agency' | 'all';
  readonly members: number;
  /** Closed meetings of the year, and how many people were surely at them in all. */
  readonly meetings: number;
  readonly attendances: number;
  /** It goes on, and nobody leads it. */
  readonly isLeaderless?: true;
}

/** How an agency's people learn from each other in a year. */
export interface AgencyCoachingView {
  readonly year: number;
  /** Newest first. */
  readonly years: readonly number[];
  /** Absent: less than five people. */
  readonly all?: PairSumsView;
  /** `name` absent: of no unit. `sums` absent: few people. */
  readonly units: readonly { readonly name?: string; readonly sums?: PairSumsView }[];
  readonly communities: readonly AgencyCommunityLine[];
}

export interface AgencyPairLine {
  readonly name: string;
  readonly unit?: string;
  readonly kind: PairKindName;
  readonly side: SideName;
  readonly state: PairStateName;
  readonly sessions: number;
  readonly minutes: number;
}

export interface CoachingDeskPorts {
  viewOf(person: PersonPrincipal, wish: { readonly year?: number }): Promise<AgencyCoachingView>;
  /** That people are in pairs, without what was said; so many a page. */
  pairsOf(
    person: PersonPrincipal,
    wish: { readonly year?: number; readonly page: number },
  ): Promise<{
    readonly year: number;
    readonly pairs: readonly AgencyPairLine[];
    readonly page: number;
    readonly hasMore: boolean;
  }>;
  fileOf(
    person: PersonPrincipal,
    wish: { readonly year?: number; readonly format: 'csv' | 'xlsx'; readonly language: 'id' | 'en' },
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** `nobody`: none of the agency's people who is in it, or asks to be, is found by this address or number. */
  nameFacilitator(person: PersonPrincipal, communityId: string, who: string): Promise<'named' | 'nobody'>;
  openCommunity(person: PersonPrincipal, communityId: string, openTo: 'agency' | 'all'): Promise<void>;
}
