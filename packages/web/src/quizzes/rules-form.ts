import * as z from 'zod';
import { numberOf } from '../questions/read-question.ts';
import type { Ui } from '../ui.ts';
import { type QuizRules, reviewMoments, reviewPolicies } from './ports.ts';

type Values = Readonly<Record<string, string>>;

const typed = z.string().max(20).optional();
/** Fields of the form, beside which others may stand. */
export const ruleShape = {
  timeLimit: typed,
  maxAttempts: typed,
  passMark: typed,
  shuffleQuestions: typed,
  review: typed,
  reviewFrom: typed,
};

/** Minutes and per cent, as people say them. */
export function ruleValues(rules: QuizRules): Values {
  const { timeLimitSeconds, maxAttempts, passMark } = rules;
  return {
    timeLimit: timeLimitSeconds === undefined ? '' : short(timeLimitSeconds / 60),
    maxAttempts: maxAttempts === undefined ? '' : String(maxAttempts),
    passMark: passMark === undefined ? '' : short(passMark * 100),
    shuffleQuestions: rules.shuffleQuestions ? 'yes' : 'no',
    review: rules.review,
    reviewFrom: rules.reviewFrom,
  };
}

const short = (value: number) => String(Math.round(value * 100) / 100);

/** The rules as they were typed, with what is wrong by field. */
export function readRules(
  { t }: Ui,
  values: Values,
): { readonly rules: QuizRules; readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {};
  const read = (field: string, fits: (value: number) => boolean, words: string): number | undefined => {
    const text = (values[field] ?? '').trim();
    if (text === '') return undefined;
    const value = numberOf(text);
    if (value !== undefined && fits(value)) return value;
    errors[field] = words;
    return undefined;
  };
  // From ten seconds to a day.
  const minutes = read('timeLimit', (value) => value >= 1 / 6 && value <= 1_440, t.quizzes.timeLimitWrong);
  const whole = (value: number) => Number.isInteger(value) && value >= 1 && value <= 100;
  const maxAttempts = read('maxAttempts', whole, t.quizzes.attemptsWrong);
  const percent = read('passMark', (value) => value >= 1 && value <= 100, t.quizzes.passMarkWrong);
  const rules: QuizRules = {
    ...(minutes !== undefined && { timeLimitSeconds: Math.round(minutes * 60) }),
    ...(maxAttempts !== undefined && { maxAttempts }),
    ...(percent !== undefined && { passMark: percent / 100 }),
    shuffleQuestions: values.shuffleQuestions === 'yes',
    review: reviewPolicies.find((one) => one === values.review) ?? 'answers',
    reviewFrom: reviewMoments.find((one) => one === values.reviewFrom) ?? 'submission',
  };
  return { rules, errors };
}
