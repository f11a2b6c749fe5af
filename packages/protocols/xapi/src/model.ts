import type { LanguageMap } from '@sinau/kernel';

/** The two protocol versions this record store speaks. */
export type XapiVersion = '1.0.3' | '2.0.0';

/** Extension values are any JSON, the only place where nulls are allowed. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type Extensions = Readonly<Record<string, JsonValue>>;

export interface Account {
  readonly homePage: string;
  readonly name: string;
}

/** Exactly one of the four is present on an Agent or Identified Group, none on an Anonymous Group. */
export interface InverseFunctionalIdentifier {
  readonly mbox?: string;
  readonly mbox_sha1sum?: string;
  readonly openid?: string;
  readonly account?: Account;
}

export interface Agent extends InverseFunctionalIdentifier {
  readonly objectType?: 'Agent';
  readonly name?: string;
}

/** An Anonymous Group has members and no identifier; an Identified Group has one and may have members. */
export interface Group extends InverseFunctionalIdentifier {
  readonly objectType: 'Group';
  readonly name?: string;
  readonly member?: readonly Agent[];
}

export type Actor = Agent | Group;

export interface Verb {
  readonly id: string;
  readonly display?: LanguageMap;
}

export interface InteractionComponent {
  readonly id: string;
  readonly description?: LanguageMap;
}

export type InteractionType =
  | 'true-false'
  | 'choice'
  | 'fill-in'
  | 'long-fill-in'
  | 'matching'
  | 'performance'
  | 'sequencing'
  | 'likert'
  | 'numeric'
  | 'other';

export interface ActivityDefinition {
  readonly name?: LanguageMap;
  readonly description?: LanguageMap;
  readonly type?: string;
  readonly moreInfo?: string;
  readonly extensions?: Extensions;
  readonly interactionType?: InteractionType;
  readonly correctResponsesPattern?: readonly string[];
  readonly choices?: readonly InteractionComponent[];
  readonly scale?: readonly InteractionComponent[];
  readonly source?: readonly InteractionComponent[];
  readonly target?: readonly InteractionComponent[];
  readonly steps?: readonly InteractionComponent[];
}

export interface Activity {
  readonly objectType?: 'Activity';
  readonly id: string;
  readonly definition?: ActivityDefinition;
}

export interface StatementRef {
  readonly objectType: 'StatementRef';
  readonly id: string;
}

export interface Score {
  readonly scaled?: number;
  readonly raw?: number;
  readonly min?: number;
  readonly max?: number;
}

export interface Result {
  readonly score?: Score;
  readonly success?: boolean;
  readonly completion?: boolean;
  readonly response?: string;
  /** ISO 8601 duration. */
  readonly duration?: string;
  readonly extensions?: Extensions;
}

export const contextActivityKinds = ['parent', 'grouping', 'category', 'other'] as const;
export type ContextActivityKind = (typeof contextActivityKinds)[number];

/** A single Activity is accepted in place of each list; the store answers lists (1.0.3 Data 2.4.6.2). */
export type ContextActivities = Readonly<
  Partial<Record<ContextActivityKind, Activity | readonly Activity[]>>
>;

/** 2.0 only. */
export interface ContextAgent {
  readonly objectType: 'contextAgent';
  readonly agent: Agent;
  readonly relevantTypes?: readonly string[];
}

/** 2.0 only. */
export interface ContextGroup {
  readonly objectType: 'contextGroup';
  readonly group: Group;
  readonly relevantTypes?: readonly string[];
}

export interface Context {
  readonly registration?: string;
  readonly instructor?: Actor;
  readonly team?: Group;
  readonly contextActivities?: ContextActivities;
  readonly contextAgents?: readonly ContextAgent[];
  readonly contextGroups?: readonly ContextGroup[];
  readonly revision?: string;
  readonly platform?: string;
  readonly language?: string;
  readonly statement?: StatementRef;
  readonly extensions?: Extensions;
}

export interface Attachment {
  readonly usageType: string;
  readonly display: LanguageMap;
  readonly description?: LanguageMap;
  readonly contentType: string;
  /** Bytes. */
  readonly length: number;
  /** SHA-2 of the data, hex in either letter case. */
  readonly sha2: string;
  readonly fileUrl?: string;
}

/** What a statement and a SubStatement have in common. */
export interface StatementBase {
  readonly actor: Actor;
  readonly verb: Verb;
  readonly result?: Result;
  readonly context?: Context;
  readonly timestamp?: string;
  readonly attachments?: readonly Attachment[];
}

export interface SubStatement extends StatementBase {
  readonly objectType: 'SubStatement';
  readonly object: SubStatementObject;
}

/** An Agent in the place of an object must say that it is one (without objectType the object is an Activity). */
export type AgentObject = Agent & { readonly objectType: 'Agent' };

export type SubStatementObject = Activity | AgentObject | Group | StatementRef;
export type StatementObject = SubStatementObject | SubStatement;

/** A statement as a client sends it; `id`, `stored`, `authority` and `version` are the store's to set. */
export interface Statement extends StatementBase {
  readonly id?: string;
  readonly object: StatementObject;
  readonly stored?: string;
  readonly authority?: Actor;
  readonly version?: string;
}

/** A statement as the record store holds and answers it. */
export interface StoredStatement extends Statement {
  readonly id: string;
  readonly timestamp: string;
  readonly stored: string;
  readonly authority: Actor;
  readonly version: string;
}

/** The answer to a statements query. */
export interface StatementResult {
  readonly statements: readonly StoredStatement[];
  /** Relative or absolute IRL of the next page; empty or absent at the end. */
  readonly more?: string;
}
