import type { PersonPrincipal } from '@sinau/kernel';

/** Somebody who has said yes, as those see them whom they help. */
export interface ChampionView {
  readonly personId: string;
  readonly name: string;
  /** Whose people they help. */
  readonly unit: string;
  /** With what, in their own words. */
  readonly offer?: string;
  /** Where they want to be written to. */
  readonly email?: string;
}

/** What the reader was asked, or has said yes to. */
export interface OwnChampionView {
  readonly state: 'asked' | 'active';
  readonly unit: string;
  readonly offer?: string;
  readonly showsEmail: boolean;
  /** The office address that would be shown. */
  readonly email: string;
}

export interface ChampionTermsOrder {
  readonly offer?: string;
  readonly showsEmail: boolean;
}

export interface ChampionsPorts {
  /** Of the nearest unit that has any, by name. */
  championsOf(person: PersonPrincipal): Promise<{
    readonly champions: readonly ChampionView[];
    readonly own?: OwnChampionView;
  }>;
  championOf(person: PersonPrincipal, personId: string): Promise<ChampionView>;
  /** `undefined`: no. */
  answer(person: PersonPrincipal, terms: ChampionTermsOrder | undefined): Promise<void>;
  change(person: PersonPrincipal, terms: ChampionTermsOrder): Promise<void>;
  stop(person: PersonPrincipal): Promise<void>;
  /** Invites them to coach the reader; resolves with the id of the pair. */
  ask(person: PersonPrincipal, personId: string, goal: string): Promise<string>;
}

export interface AgencyChampionRow {
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
  readonly state: 'asked' | 'active';
  /** ISO 8601 UTC. */
  readonly since: string;
}

export interface AgencyChampionsView {
  readonly rows: readonly AgencyChampionRow[];
  readonly next?: string;
  /** Ids and names. */
  readonly units: readonly (readonly [string, string])[];
}

export interface ChampionsDeskPorts {
  listOf(person: PersonPrincipal, page: string | undefined): Promise<AgencyChampionsView>;
  /** `who`: e-mail address or employee number; `unitId` absent: the unit that they work in. `nobody`: not one of the agency's people; `enough`: as many help that unit, or are asked to, as can. */
  name(
    person: PersonPrincipal,
    order: { readonly who: string; readonly unitId?: string },
  ): Promise<'named' | 'nobody' | 'enough'>;
  takeBack(person: PersonPrincipal, personId: string): Promise<void>;
}
