import type { AnswerTrace, Question, SessionEnd, Watched } from './traces.ts';

/** What one statement tells about a run through a course. `position`: sortable, of the statement in the record store. */
export type Signal = { readonly sessionId: string } & (
  | { readonly kind: 'launched'; readonly part: string; readonly at: string }
  | { readonly kind: 'ended'; readonly end: SessionEnd }
  | { readonly kind: 'watched'; readonly position: string; readonly watched: Watched }
  | { readonly kind: 'page'; readonly page: number }
  | {
      readonly kind: 'answered';
      readonly position: string;
      /** ISO 8601 UTC. */
      readonly at: string;
      readonly answer: Pick<AnswerTrace, 'response' | 'score'>;
      readonly about: Question;
    }
);

/** Stands for whatever session of a part, where content knows of none. */
export const sessionOfPart = (part: string): string => `au-${part}`;
