import type { Jp, PersonPrincipal } from '@sinau/kernel';
import type { CapView } from '../credit/ports.ts';

/** What a row says, by its kind. Amounts are hundredths. */
export type RuleWhat =
  | {
      readonly kind: 'conversion';
      readonly unit: 'semester' | 'day' | 'session' | 'occurrence' | 'programme_jp';
      readonly jpPerUnit?: Jp;
      readonly cap?: CapView;
    }
  | {
      readonly kind: 'year';
      readonly minimum?: Jp;
      readonly maximum?: Jp;
      readonly period: 'calendar-year' | 'contract-year';
      readonly countsBy: 'last-day' | 'certificate-day';
    }
  | { readonly kind: 'effort'; readonly leastShare: number; readonly idleMinutes: number };

export interface RuleRowView {
  readonly what: RuleWhat;
  readonly scope: 'national' | 'agency';
  readonly legalBasis: string;
  readonly verified: boolean;
  /** ISO dates; no end: until another row follows. */
  readonly validFrom: string;
  readonly validTo?: string;
  /** The row only says that the nation's holds again. */
  readonly repealed: boolean;
  /** Name of whoever added it, and when; absent for rows that came with the platform. */
  readonly by?: string;
  readonly at?: string;
  /** What was read to verify it. */
  readonly words?: string;
}

/** Everything about one form, status or threshold. */
export interface RuleTopicView {
  /** In addresses, e.g. `conversion:NKL03`. */
  readonly topic: string;
  readonly title: { readonly id: string; readonly en: string };
  readonly current?: RuleRowView;
  /** What the nation says, where the agency has a row of its own. */
  readonly national?: RuleRowView;
  readonly coming: readonly RuleRowView[];
  /** In western Indonesia, where rules begin. */
  readonly today: string;
  /** The newest first. */
  readonly rows: readonly RuleRowView[];
}

/** A new row as it is typed; amounts in hours, times or per cent. */
export interface RuleEntry {
  readonly topic: string;
  readonly change: 'new' | 'repeal' | 'verify';
  readonly words: string;
  /** @default today */
  readonly validFrom?: string;
  readonly amounts: Readonly<Record<string, string>>;
}

/** What it would change this year; `beyond`: there are too many people to look at each. */
export type RulePreviewView =
  | { readonly kind: 'counted'; readonly people: number; readonly jp: Jp; readonly year: number }
  | { readonly kind: 'beyond' };

export interface RulesPorts {
  rulesOf(reader: PersonPrincipal): Promise<readonly RuleTopicView[]>;
  /** Throws `credit.rule-not-found` for a topic that is none. */
  topicOf(reader: PersonPrincipal, topic: string): Promise<RuleTopicView>;
  preview(reader: PersonPrincipal, entry: RuleEntry): Promise<RulePreviewView>;
  add(reader: PersonPrincipal, entry: RuleEntry): Promise<void>;
}
