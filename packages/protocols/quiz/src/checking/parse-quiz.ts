import type { Question, Quiz, QuizRules } from '../model.ts';
import { checkQuestion, checkQuiz } from './check-quiz.ts';
import { createProblem, type QuizProblem } from './finding-texts.ts';
import { questionSchema, quizRulesSchema, quizSchema } from './quiz-schema.ts';

export type Parsed<Value> =
  | { readonly outcome: 'read'; readonly value: Value }
  | { readonly outcome: 'refused'; readonly problems: readonly QuizProblem[] };

/** As many as somebody would read; a wrong shape repeats its fault in every question. */
const maxTold = 20;

/** A quiz out of any value, such as parsed JSON. Total: whatever the value, it is a quiz that can be taken or problems. */
export function parseQuiz(value: unknown): Parsed<Quiz> {
  return parseWith(quizSchema, value, checkQuiz);
}

/** The same for one question. */
export function parseQuestion(value: unknown): Parsed<Question> {
  return parseWith(questionSchema, value, checkQuestion);
}

/** The same for rules. */
export function parseRules(value: unknown): Parsed<QuizRules> {
  return parseWith(quizRulesSchema, value, () => []);
}

interface Schema<Value> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: Value }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

function parseWith<Value>(
  schema: Schema<Value>,
  value: unknown,
  check: (value: Value) => readonly QuizProblem[],
): Parsed<Value> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, maxTold).map(({ path, message }) => {
      const at = `/${path.map(String).join('/')}`;
      return createProblem('quiz.shape', { at, detail: message });
    });
    return { outcome: 'refused', problems };
  }
  const problems = check(parsed.data).slice(0, maxTold);
  return problems.length > 0 ? { outcome: 'refused', problems } : { outcome: 'read', value: parsed.data };
}
