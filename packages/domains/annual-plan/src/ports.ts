import type { AgencyId, Jp, LanguageMap, LocalDate, PersonId } from '@sinau/kernel';
import type { PlanLink } from './link.ts';
import type { CommitmentBasis, ComplaintBasis, GapBasis } from './need.ts';
import type { NewRule } from './new-rule.ts';
import type { AnnualPlan, Lot, PlanPlace } from './plan.ts';
import type { ItemId, PlanItem } from './plan-item.ts';
import type { HeldLearning, LearningPlace, Realised, RealisedSum, ServedItem } from './realised.ts';
import type { Aside, NeedNote, YearPlace } from './signal.ts';
import type { RatedMember, Standing } from './standing.ts';
import type { Office, Official } from './who-decides.ts';

/** Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface PlanStore {
  /** Every version of every year: the newest year first, of one year the newest version. */
  list(agencyId: AgencyId): Promise<readonly AnnualPlan[]>;
  find(place: PlanPlace): Promise<AnnualPlan | undefined>;
  /**
   * A plan that is not there yet, with its items (those of the version before). Items are written first, into a lot of which nobody knows
   * until the plan stands. `plan.rev` is 0 and becomes 1. `from`: the version before, if it is still as it was read.
   */
  begin(plan: AnnualPlan, items: readonly PlanItem[], from?: AnnualPlan): Promise<'begun' | 'conflict'>;
  /** Takes away a draft without items, as it was read. */
  remove(draft: AnnualPlan): Promise<'removed' | 'conflict'>;
  /** The plan with `rev` one higher if it is as it was read, with `other` alike (the version that it replaces or gives way to), as long as there is no plan at `absent`: all or nothing. */
  move(
    next: AnnualPlan,
    also?: { readonly other?: AnnualPlan; readonly absent?: PlanPlace },
  ): Promise<'moved' | 'conflict'>;
  /** In no order. */
  items(lot: Lot): Promise<readonly PlanItem[]>;
  findItem(lot: Lot, itemId: ItemId): Promise<PlanItem | undefined>;
  /**
   * With the plan's counters. `shut`: the plan is no draft; `full`: it has as many as it may; `conflict`: the item is not as it was read;
   * `taken`: it is new, and another item of the lot answers its signal.
   */
  saveItem(item: PlanItem): Promise<'saved' | 'conflict' | 'shut' | 'full' | 'taken'>;
  /** `by`: who takes it away, and so drafts the plan. */
  removeItem(item: PlanItem, by: PersonId): Promise<'removed' | 'conflict' | 'shut'>;
}

/** Who holds the two offices of an agency. Rejects with `Unavailable`. */
export interface OfficialDirectory {
  /** Those who can sign in; in no order. */
  holdersOf(agencyId: AgencyId, office: Office): Promise<readonly Official[]>;
}

export interface DecreePlace extends YearPlace {
  readonly decreeId: string;
}

/** `active`: it does more than show (scripts, attachments, links elsewhere than to the web). */
export type DecreeProblem = 'not-pdf' | 'active' | 'encrypted';

/** Letters by which plans were agreed and set. Rejects with `Unavailable`. */
export interface DecreeRoom {
  /** Looks at every object of the file; keeps nothing. */
  inspect(
    bytes: Uint8Array,
  ): Promise<{ readonly pages: number; readonly sha256: string } | { readonly problem: DecreeProblem }>;
  put(place: DecreePlace, bytes: Uint8Array): Promise<void>;
  get(place: DecreePlace): Promise<Uint8Array | undefined>;
  /** Harmless where there is none. */
  remove(place: DecreePlace): Promise<void>;
}

/** What was written down and decided about signals of a year. Reads see every write that was answered before. */
export interface SignalStore {
  /** In no order. */
  read(place: YearPlace): Promise<{ readonly notes: readonly NeedNote[]; readonly asides: readonly Aside[] }>;
  /** With `rev` one higher if the stored one has that `rev`, or there is none and it is 0. */
  saveNote(note: NeedNote): Promise<'saved' | 'conflict'>;
  /** `conflict`: it was set aside already. */
  setAside(aside: Aside): Promise<'saved' | 'conflict'>;
  /** Harmless where there is none. */
  bringBack(place: YearPlace, signalId: string): Promise<void>;
}

/** The register of new rules. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface RuleStore {
  /** In no order. */
  list(agencyId: AgencyId): Promise<readonly NewRule[]>;
  /** With `rev` one higher if the stored one has that `rev`, or there is none and it is 0. */
  save(rule: NewRule): Promise<'saved' | 'conflict'>;
}

/** What is told of performance and when it was last an agency's turn. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface StandingStore {
  find(agencyId: AgencyId): Promise<Standing | undefined>;
  /** In the place of what was read; `conflict`: it is there no more, or something is where nothing was. */
  save(standing: Standing, read: Standing | undefined): Promise<'saved' | 'conflict'>;
  /** When the count of an agency was begun last, ISO 8601 UTC, whatever became of it. */
  begunAt(agencyId: AgencyId): Promise<string | undefined>;
  noteBegun(agencyId: AgencyId, at: string): Promise<void>;
}

/** Whose performance was found out. Rejects with `Unavailable`. */
export interface RatedDirectory {
  /** People who are of the agency today and were rated for the year, in lots. */
  ratedOf(agencyId: AgencyId, year: number): AsyncIterable<readonly RatedMember[]>;
}

/** Sums of the newest survey of a service that tells numbers. */
export interface SurveySums {
  readonly serviceId: string;
  readonly service: string;
  readonly surveyId: string;
  readonly answers: number;
  /** `sum`: of all scores from 1 to 4. */
  readonly elements: readonly { readonly element: string; readonly subject: string; readonly sum: number }[];
}

/** What citizens say of an agency's services. Rejects with `Unavailable`. */
export interface CitizenDirectory {
  /** One a service at most, and only what everybody may be told: no survey of too few answers. */
  resultsOf(agencyId: AgencyId): Promise<readonly SurveySums[]>;
  /** Themes of complaints of the last year that tells any, in no order; none that is too small to tell. */
  complaintsOf(agencyId: AgencyId): Promise<readonly Omit<ComplaintBasis, 'kind'>[]>;
  /** What was promised at consultations, is neither kept nor dropped, and has to be learned for; in no order. */
  commitmentsOf(agencyId: AgencyId): Promise<readonly Omit<CommitmentBasis, 'kind'>[]>;
}

/** Competencies that people of an agency are short of, as its map tells; none of groups too small to tell. Rejects with `Unavailable`. */
export interface GapDirectory {
  /** Of a unit with those below it, or of the whole agency; none where there is no such unit. */
  gapsOf(agencyId: AgencyId, unitId?: string): Promise<readonly Omit<GapBasis, 'kind'>[]>;
}

/** Forms of the JP table. Rejects with `Unavailable`. */
export interface FormDirectory {
  /** Whether rules count the form on that day. */
  has(form: string, agencyId: AgencyId, on: LocalDate): Promise<boolean>;
}

/** Units of an agency, as they stand today. Rejects with `Unavailable`. */
export interface UnitDirectory {
  unitsOf(agencyId: AgencyId): Promise<readonly { readonly unitId: string; readonly name: string }[]>;
}

/** What is held for items. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface LinkStore {
  /** Of a year, in no order. */
  list(place: YearPlace): Promise<readonly PlanLink[]>;
  /** With `rev` one higher if the stored one has that `rev`, or there is none and it is 0. */
  save(link: PlanLink): Promise<'saved' | 'conflict'>;
  /** As it was read. */
  remove(link: PlanLink): Promise<'removed' | 'conflict'>;
}

/** What people of agencies have learned by year. Rejects with `Unavailable`. */
export interface RealisedStore {
  /** Reads see every write that was answered before. */
  ofPerson(personId: PersonId): Promise<readonly Realised[]>;
  /** From what was read to what shall be, with the sums, or not at all. `after.rev` is that of `before`, or 0; undefined: there is none. */
  replace(before: Realised | undefined, after: Realised | undefined): Promise<'stored' | 'conflict'>;
  /** By `learningName`; what nobody has learned is not there. */
  sums(place: YearPlace): Promise<ReadonlyMap<string, RealisedSum>>;
  /** By person id; may lag by about a second. */
  list(
    place: LearningPlace,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly rows: readonly Realised[]; readonly next?: string }>;
}

/** The ledger of JP. Rejects with `Unavailable`. */
export interface LedgerDirectory {
  /** Lines that stand, in the agency whose they are; `jp`: what is recognised of each; `serves`: what of the person's own plan names it. */
  learnedBy(
    personId: PersonId,
  ): Promise<readonly (LearningPlace & { readonly jp: Jp; readonly serves?: ServedItem })[]>;
}

/** Courses of the catalogue and events of agencies. Rejects with `Unavailable`. */
export interface LearningDirectory {
  /** Undefined for a course that is not published, and for an event of somebody else. */
  titleOf(agencyId: AgencyId, learning: HeldLearning): Promise<LanguageMap | undefined>;
}

/** What learning has cost the agency in a year, whole rupiah. Rejects with `Unavailable`. */
export interface LearningCosts {
  /** Of seats, by course. */
  spentIn(agencyId: AgencyId, year: number): Promise<ReadonlyMap<string, number>>;
  /** Of what bookings of its budget name, by `learningName`. */
  bookedIn(agencyId: AgencyId, year: number): Promise<ReadonlyMap<string, number>>;
}
