import type { OpenAttempt, QuestionResponse } from '@sinau/quiz';
import type { AnswerDraft } from './answer-box.ts';

interface Answer {
  readonly response: QuestionResponse | undefined;
  readonly flagged: boolean;
  readonly seconds: number;
}

/** Longer looks are not spent on a question. */
const longestLookSeconds = 900;

const nothing: Answer = { response: undefined, flagged: false, seconds: 0 };

/** What the learner has answered in an attempt, and how long they looked at each question. */
export class AnswerSheet {
  readonly #answers = new Map<string, Answer>();
  readonly #now: () => number;
  #looking: { readonly questionId: string; readonly since: number } | undefined;

  constructor({ answers }: Pick<OpenAttempt, 'answers'>, now: () => number = Date.now) {
    this.#now = now;
    for (const { questionId, response, flagged, seconds } of answers) {
      this.#answers.set(questionId, { response, flagged, seconds });
    }
  }

  of(questionId: string): Answer {
    return this.#answers.get(questionId) ?? nothing;
  }

  /** From now on the learner looks at this question. */
  lookAt(questionId: string): void {
    this.#count();
    this.#looking = { questionId, since: this.#now() };
  }

  /** Changes an answer, and gives what the server is to know of it. */
  change(questionId: string, over: Partial<Pick<Answer, 'response' | 'flagged'>>): AnswerDraft {
    this.#count();
    const answer = { ...this.of(questionId), ...over };
    this.#answers.set(questionId, answer);
    const { response = null, flagged, seconds } = answer;
    return { questionId, response, flagged, seconds: Math.round(seconds) };
  }

  #count(): void {
    if (!this.#looking) return;
    const { questionId, since } = this.#looking;
    const now = this.#now();
    const looked = Math.min(longestLookSeconds, Math.max(0, (now - since) / 1000));
    const answer = this.of(questionId);
    this.#answers.set(questionId, { ...answer, seconds: answer.seconds + looked });
    this.#looking = { questionId, since: now };
  }
}
