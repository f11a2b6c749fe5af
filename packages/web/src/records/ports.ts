import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export type KnownVerb =
  | 'launched'
  | 'initialized'
  | 'completed'
  | 'passed'
  | 'failed'
  | 'abandoned'
  | 'waived'
  | 'terminated'
  | 'satisfied'
  | 'answered'
  | 'attempted'
  | 'experienced'
  | 'progressed'
  | 'scored';

/** One statement about the learner, as far as it can be said in a sentence. */
export interface RecordLine {
  readonly statementId: string;
  readonly at: string;
  readonly verb: KnownVerb | { readonly display: LanguageMap };
  readonly object: LanguageMap;
  /** Title of the course it belongs to. */
  readonly course?: LanguageMap;
  /** 0 to 100. */
  readonly score?: number;
  readonly durationSeconds?: number;
}

export interface RecordsPorts {
  recordsOf(
    person: PersonPrincipal,
    pageToken: string | undefined,
  ): Promise<{ readonly lines: readonly RecordLine[]; readonly nextPageToken?: string }>;
}
