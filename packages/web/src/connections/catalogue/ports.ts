import type { ErrorCode, PersonPrincipal } from '@sinau/kernel';
import type { ConnectionView, ProviderFailure } from '../ports.ts';

export type ConnectionHead = Pick<ConnectionView, 'connectionId' | 'name' | 'kind' | 'state'>;

export const catalogueLists = [
  'new',
  'changed',
  'withdrawn',
  'returned',
  'conflict',
  'rejected',
  'settled',
] as const;
export type CatalogueList = (typeof catalogueLists)[number];

/** Lists that can be accepted at once. */
export const wholeLists = ['new', 'changed', 'returned', 'withdrawn'] as const;
export type WholeList = (typeof wholeLists)[number];

export type CatalogueChange = 'new' | 'changed' | 'withdrawn' | 'returned';
export const catalogueFields = [
  'title',
  'description',
  'code',
  'url',
  'languages',
  'startsAt',
  'endsAt',
  'classesFrom',
  'jp',
  'sks',
  'price',
  'seats',
  'competencies',
] as const;
export type CatalogueField = (typeof catalogueFields)[number];
export type FieldValue = string | number | readonly string[] | undefined;

export type CatalogueFinding =
  | 'title-missing'
  | 'jp-missing'
  | 'jp-from-sks'
  | 'price-missing'
  | 'url-missing'
  | 'url-unusable'
  | 'dates-wrong'
  | 'description-cut'
  | 'completion-unchosen'
  | 'completion-out-of-reach';

export const runCountNames = ['new', 'changed', 'withdrawn', 'returned', 'same'] as const;

export interface CatalogueRun {
  readonly runId: string;
  readonly state: 'queued' | 'running' | 'done' | 'broken';
  readonly counts: Readonly<
    Record<(typeof runCountNames)[number] | 'read' | 'hidden' | 'duplicate' | 'unusable', number>
  >;
  /** Name of who started it; absent: its schedule. */
  readonly startedBy?: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly failedBecause?: ProviderFailure | 'too-many';
  /** So many are gone of so many that a person has to say whether that is so. */
  readonly drop?: { readonly present: number; readonly missing: number };
  /** Ids that came twice; a few of them. */
  readonly duplicates: readonly string[];
}

export interface CatalogueRow {
  readonly externalId: string;
  readonly title: string;
  readonly code?: string;
  readonly change?: CatalogueChange;
  readonly fields: readonly CatalogueField[];
  readonly findings: readonly CatalogueFinding[];
  readonly since: string;
  /** Its withdrawal was accepted. */
  readonly isClosed?: true;
}

export interface CataloguePage {
  readonly connection: ConnectionHead;
  /** The newest first. */
  readonly runs: readonly CatalogueRun[];
  /** Acceptances of many courses that did something; the newest first. */
  readonly batches: readonly CatalogueBatchHead[];
  readonly rows: readonly CatalogueRow[];
  readonly next?: string;
}

export interface CatalogueAuditLine {
  readonly at: string;
  /** Absent: the rule of the connection. */
  readonly by?: string;
  readonly action: 'accept' | 'reject' | 'undo' | 'unreject';
  readonly change: CatalogueChange;
  readonly fields: readonly {
    readonly field: CatalogueField;
    readonly before: FieldValue;
    readonly after: FieldValue;
  }[];
  readonly submitted?: boolean;
}

export interface CatalogueItem {
  readonly connection: ConnectionHead;
  readonly externalId: string;
  readonly rev: number;
  readonly title: string;
  readonly list?: CatalogueList;
  readonly change?: CatalogueChange;
  /** What the provider says now beside what was accepted, in the order in which it is read. */
  readonly fields: readonly {
    readonly field: CatalogueField;
    readonly accepted: FieldValue;
    readonly offered: FieldValue;
    readonly isChanged: boolean;
    /** Edited here since it was accepted: what the course says. */
    readonly here?: { readonly value: FieldValue };
  }[];
  readonly findings: readonly CatalogueFinding[];
  readonly courseId?: string;
  /** Learners who are in the course; of a withdrawn one. */
  readonly learners?: number;
  readonly rejected?: { readonly at: string; readonly by?: string };
  readonly mayUndo: boolean;
  /** Its withdrawal was accepted: it takes nobody new. */
  readonly isClosed?: true;
  readonly audit: readonly CatalogueAuditLine[];
}

/** What accepting a whole list would do, as far as it was counted. */
export interface CataloguePreview {
  readonly connection: ConnectionHead;
  readonly list: WholeList;
  readonly courses: number;
  readonly hasMore: boolean;
  /** Courses with something to note, and how many there are of each. */
  readonly noted: number;
  readonly findings: Readonly<Partial<Record<CatalogueFinding, number>>>;
  /** Withdrawn courses that have learners, of those that were asked. */
  readonly learning: { readonly courses: number; readonly learners: number; readonly asked: number };
  /** One that is under way. */
  readonly running?: CatalogueBatchHead;
}

export const batchOutcomeNames = ['accepted', 'conflict', 'left', 'failed'] as const;
export type BatchOutcomeName = (typeof batchOutcomeNames)[number];

export interface CatalogueBatchHead {
  readonly batchId: string;
  readonly state: 'running' | 'done';
  readonly lists: readonly WholeList[];
  readonly counts: Readonly<Record<BatchOutcomeName, number>>;
  /** How many courses waited when it began; absent: nobody had counted. */
  readonly expected?: number;
  readonly startedAt: string;
  /** Absent: the rule of the connection. */
  readonly by?: string;
}

export type BatchReasonName =
  | 'decided'
  | 'rejected'
  | 'taken-back'
  | 'moved'
  | 'edited'
  | 'refused'
  | 'unexpected';

export interface CatalogueBatch extends CatalogueBatchHead {
  readonly connection: ConnectionHead;
  readonly results: readonly {
    readonly externalId: string;
    readonly title?: string;
    readonly outcome: BatchOutcomeName;
    readonly courseId?: string;
    readonly reason?: BatchReasonName;
    /** Of `refused`. */
    readonly code?: ErrorCode;
    /** Of `edited`. */
    readonly fields?: readonly CatalogueField[];
  }[];
  readonly next?: string;
}

export interface CatalogueDecision {
  readonly decision: 'accept' | 'reject' | 'undo';
  readonly rev: number;
  readonly take: readonly CatalogueField[];
  readonly keep: readonly CatalogueField[];
  readonly submit: boolean;
}

/** What a connection's system offers, and what of it is taken over. */
export interface CatalogueSyncPorts {
  catalogueOf(
    person: PersonPrincipal,
    connectionId: string,
    query: { readonly list: CatalogueList; readonly page?: string },
  ): Promise<CataloguePage>;
  /** `believedMissing`: so many are gone indeed. */
  start(person: PersonPrincipal, connectionId: string, believedMissing?: number): Promise<void>;
  itemOf(person: PersonPrincipal, connectionId: string, externalId: string): Promise<CatalogueItem>;
  decide(
    person: PersonPrincipal,
    connectionId: string,
    about: CatalogueDecision & { readonly externalId: string },
  ): Promise<void>;
  /** Nothing is done by looking. */
  previewOf(person: PersonPrincipal, connectionId: string, list: WholeList): Promise<CataloguePreview>;
  /** `expected`: how many were seen to wait. Answers the id of the batch. */
  acceptMany(
    person: PersonPrincipal,
    connectionId: string,
    what: { readonly list: WholeList; readonly submit: boolean; readonly expected?: number },
  ): Promise<string>;
  /** `only`: what was not accepted. */
  batchOf(
    person: PersonPrincipal,
    connectionId: string,
    query: { readonly batchId: string; readonly page?: string; readonly only?: 'refused' },
  ): Promise<CatalogueBatch>;
}
