import type { CompletionRule } from '@sinau/rostering';
import type { Connection, ConnectionKind } from './connection.ts';

/**
 * What a kind says of whoever is done. `completions`: that they are. `scores`: their scores and nothing else (OneRoster has no word for it).
 * `unknown`: what people or another connection of the same provider send, which nobody can tell beforehand.
 */
const said: Readonly<Record<ConnectionKind, 'completions' | 'scores' | 'unknown'>> = {
  moodle: 'completions',
  openedx: 'completions',
  oneroster: 'scores',
  'oneroster-csv': 'scores',
  'schema-org': 'unknown',
  file: 'unknown',
  webhook: 'unknown',
  xapi: 'unknown',
};

/** Where nothing but a score comes: a pass, since a score by itself proves nothing. */
const usualPass: CompletionRule = { by: 'pass', passMark: 0.7 };

/** Whether a kind can say that a learner has completed a course. */
export const mayTellCompletion = (kind: ConnectionKind): boolean => said[kind] !== 'scores';

/**
 * The rule of a course that a connection brings: as people have set it, or what the provider can meet. `tellsCompletion`: false of a
 * course of which the provider has said that it follows no completion. Undefined: nobody can know, and a person has to choose.
 */
export function completionOfCourse(
  { kind, completion }: Pick<Connection, 'kind' | 'completion'>,
  { tellsCompletion }: { readonly tellsCompletion?: false },
): CompletionRule | undefined {
  const isTold = tellsCompletion !== false && mayTellCompletion(kind);
  if (!isTold) return completion === undefined || completion.by === 'completed' ? usualPass : completion;
  return completion ?? (said[kind] === 'completions' ? { by: 'completed' } : undefined);
}

/** Whether nobody would ever complete a course by this rule, as far as that is known. */
export const isOutOfReach = (
  rule: CompletionRule,
  connection: Pick<Connection, 'kind' | 'completion'>,
  course: { readonly tellsCompletion?: false },
): boolean => rule.by === 'completed' && completionOfCourse(connection, course)?.by !== 'completed';
