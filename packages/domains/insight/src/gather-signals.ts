import type { Signal } from './signals.ts';
import type { AnswerTrace, Question, SessionTrace, Watched } from './traces.ts';

/** What signals of one registration come to, so that a row is written once. */
export interface Gathered {
  readonly sessions: readonly (Omit<SessionTrace, 'registration' | 'watched'> & {
    readonly watched?: Watched & { readonly position: string };
  })[];
  /** The earliest to each question. */
  readonly answers: readonly (Omit<AnswerTrace, 'registration'> & {
    readonly position: string;
    readonly at: string;
  })[];
  readonly questions: readonly Question[];
}

type Session = Gathered['sessions'][number];
type Answer = Gathered['answers'][number];

/** The same for whatever order they come in. */
export function gatherSignals(signals: readonly Signal[]): Gathered {
  const sessions = new Map<string, Session>();
  const answers = new Map<string, Answer>();
  const questions = new Map<string, Question>();
  for (const signal of signals) {
    const { sessionId } = signal;
    if (signal.kind === 'answered') {
      const { about, answer, position, at } = signal;
      questions.set(about.question, about);
      const before = answers.get(about.question);
      if (before && before.position <= position) continue;
      answers.set(about.question, { ...answer, question: about.question, sessionId, position, at });
      continue;
    }
    sessions.set(sessionId, withSignal(sessions.get(sessionId) ?? { sessionId, pages: [] }, signal));
  }
  return {
    sessions: [...sessions.values()],
    answers: [...answers.values()],
    questions: [...questions.values()],
  };
}

function withSignal(session: Session, signal: Exclude<Signal, { readonly kind: 'answered' }>): Session {
  switch (signal.kind) {
    case 'launched':
      return { ...session, part: signal.part, launchedAt: signal.at };
    case 'ended':
      return { ...session, ended: signal.end };
    case 'page':
      return { ...session, pages: [...new Set([...session.pages, signal.page])].sort((a, b) => a - b) };
    case 'watched': {
      const { position, watched } = signal;
      const isOld = session.watched && session.watched.position >= position;
      return isOld ? session : { ...session, watched: { ...watched, position } };
    }
  }
}
