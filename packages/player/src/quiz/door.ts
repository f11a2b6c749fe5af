import type {
  OpenAttempt,
  QuizLeave,
  QuizMessage,
  QuizResult,
  QuizReview,
  QuizSaved,
  QuizStart,
} from '@sinau/quiz';
import { type Session, SessionError } from '../session.ts';

/** The server has said no, and would again; `code` as wire.ts of `@sinau/quiz` names them. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** What the page asks of the server. Everything rejects with `SessionError` and `Refused`. */
export interface Door {
  start(): Promise<QuizStart>;
  begin(): Promise<OpenAttempt>;
  save(message: QuizMessage): Promise<QuizSaved>;
  submit(message: QuizMessage): Promise<QuizResult>;
  review(attempt: number): Promise<QuizReview>;
  leave(): Promise<QuizLeave>;
  /** Hands over to the browser what is to be sent while this page goes; nobody hears the answer. */
  sendLast(path: 'answers' | 'leave', message?: QuizMessage): void;
}

export function createDoor(session: Pick<Session, 'request' | 'portalOrigin' | 'authorization'>): Door {
  async function ask<Answer>(path: string, body?: object): Promise<Answer> {
    const answer = await session.request(`/launch/quiz/${path}`, {
      method: 'POST',
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'text/plain;charset=UTF-8' } }),
    });
    // The server is ours; what it answers is what wire.ts says.
    if (answer.ok) return (await answer.json()) as Answer;
    // Too many requests at once: later it is taken.
    if (answer.status === 429) throw new SessionError('unreachable');
    const problem: unknown = await answer.json().catch(() => undefined);
    const said = (name: string) =>
      typeof problem === 'object' && problem !== null ? String(Reflect.get(problem, name) ?? '') : '';
    throw new Refused(said('code'), said('detail'));
  }

  return {
    start: () => ask('start'),
    begin: () => ask('attempts'),
    save: (message) => ask('answers', message),
    submit: (message) => ask('submit', message),
    review: (attempt) => ask('review', { attempt }),
    leave: () => ask('leave'),
    sendLast: (path, message) => {
      const token = encodeURIComponent(session.authorization.replace(/^Basic /, ''));
      const body = new Blob([message ? JSON.stringify(message) : ''], { type: 'text/plain;charset=UTF-8' });
      // A beacon has no headers.
      navigator.sendBeacon(`${session.portalOrigin}/launch/quiz/${path}?token=${token}`, body);
    },
  };
}
