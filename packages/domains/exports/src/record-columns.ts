/**
 * Columns of a record in files, in their order: the one definition that the writers, the table for Athena and the
 * description in docs/records-files.md follow. Files lie around for years: add at the end, never rename or retype.
 */
export const recordColumns = [
  { name: 'kind', type: 'string', about: '`statement`, `void` or `erase`; others may come' },
  {
    name: 'statement_id',
    type: 'string',
    about: 'UUID of the statement; of a void or an erasure, the one it is about',
  },
  {
    name: 'position',
    type: 'string',
    about: 'place of the statement in the record store: sorts by time, unique; null for voids',
  },
  { name: 'stored', type: 'timestamp', about: 'when the record store took the statement, or the void' },
  { name: 'timestamp', type: 'timestamp', about: 'when it happened, as the statement says' },
  { name: 'actor_home_page', type: 'string', about: 'account of the actor: who knows the name' },
  { name: 'actor_name', type: 'string', about: 'account of the actor: its name there' },
  { name: 'verb_id', type: 'string', about: 'IRI of the verb' },
  { name: 'activity_id', type: 'string', about: 'IRI of the object, when it is an activity' },
  { name: 'course_id', type: 'string', about: 'course of this platform that the activity belongs to' },
  { name: 'registration', type: 'string', about: 'UUID of the registration' },
  { name: 'session_id', type: 'string', about: 'session of cmi5' },
  { name: 'score_scaled', type: 'double', about: '-1 to 1' },
  { name: 'score_raw', type: 'double', about: 'as the content counts' },
  { name: 'score_min', type: 'double', about: 'lowest raw score' },
  { name: 'score_max', type: 'double', about: 'highest raw score' },
  { name: 'success', type: 'boolean', about: 'passed or failed' },
  { name: 'completion', type: 'boolean', about: 'completed or not' },
  { name: 'duration_seconds', type: 'double', about: 'null for durations with years or months' },
  { name: 'voided_by', type: 'string', about: 'voids only: UUID of the voiding statement' },
  { name: 'statement', type: 'string', about: 'JSON of the statement, character by character as stored' },
  { name: 'erase_mode', type: 'string', about: 'erasures only: `erased` or `pseudonymised`' },
] as const satisfies readonly RecordColumn[];

interface RecordColumn {
  readonly name: string;
  /** `timestamp`: an instant with milliseconds, UTC. */
  readonly type: 'string' | 'timestamp' | 'double' | 'boolean';
  readonly about: string;
}

export type ColumnName = (typeof recordColumns)[number]['name'];

/** Every column may be null. */
export type RecordValues = { readonly [Name in ColumnName]: string | number | boolean | Date | null };
