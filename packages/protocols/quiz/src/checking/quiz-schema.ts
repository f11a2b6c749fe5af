import * as z from 'zod/mini';
import { type Question, type Quiz, type QuizRules, quizLimits } from '../model.ts';

/** Tab and line feed only: nothing else that cannot be seen belongs into a text, and half a sign is none. */
const isClean = (text: string): boolean =>
  text.isWellFormed() &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text);

const text = z.string().check(z.maxLength(quizLimits.text), z.refine(isClean));
const someText = text.check(z.refine((value) => value.trim() !== ''));
const title = text.check(z.maxLength(quizLimits.title));
const id = z.string().check(z.regex(/^[A-Za-z0-9._-]{1,64}$/));
/** File of the package, as `media` names them: relative, without steps upwards. */
const fileName = z
  .string()
  .check(z.maxLength(300), z.regex(/^(?!\.{1,2}(?:\/|$))[^/\\:?#%]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\:?#%]+)*$/));
const src = fileName.check(z.refine(isClean));

const run = z.strictObject({
  text,
  strong: z.exactOptional(z.boolean()),
  emphasis: z.exactOptional(z.boolean()),
  code: z.exactOptional(z.boolean()),
});
const runs = z.array(run).check(z.maxLength(quizLimits.runs));
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), runs }),
  z.strictObject({ type: z.literal('code'), text }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(runs).check(z.maxLength(quizLimits.runs)),
  }),
  z.strictObject({ type: z.literal('image'), src, alt: text }),
]);
const richText = z.array(block).check(z.maxLength(quizLimits.blocks));

const share = z.number().check(z.gte(-1), z.lte(1));
const goodShare = z.number().check(z.gt(0), z.lte(1));
const option = { id, text: richText };
const options = <Item extends z.ZodMiniType>(item: Item) =>
  z.array(item).check(z.minLength(2), z.maxLength(quizLimits.options));
const answers = <Item extends z.ZodMiniType>(item: Item) =>
  z.array(item).check(z.minLength(1), z.maxLength(quizLimits.answers));

const base = {
  questionId: id,
  title,
  prompt: richText,
  points: z.number().check(z.gt(0), z.lte(1000)),
  explanation: z.exactOptional(richText),
};

export const questionSchema: z.ZodMiniType<Question> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('choice'),
    multiple: z.boolean(),
    trueFalse: z.exactOptional(z.boolean()),
    shuffle: z.boolean(),
    choices: options(z.strictObject({ ...option, share, feedback: z.exactOptional(richText) })),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('numeric'),
    answers: answers(
      z.strictObject({
        value: z.number().check(z.gte(-1e15), z.lte(1e15)),
        tolerance: z.number().check(z.gte(0), z.lte(1e15)),
        share: goodShare,
      }),
    ),
    unit: z.exactOptional(someText.check(z.maxLength(40))),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('short-text'),
    caseSensitive: z.boolean(),
    answers: answers(
      z.strictObject({ text: someText.check(z.maxLength(quizLimits.response)), share: goodShare }),
    ),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('matching'),
    shuffle: z.boolean(),
    sources: options(z.strictObject({ ...option, targetId: id })),
    targets: options(z.strictObject(option)),
  }),
  z.strictObject({ ...base, kind: z.literal('ordering'), items: options(z.strictObject(option)) }),
]);

const section = z.strictObject({
  sectionId: id,
  title: z.exactOptional(title),
  pick: z.exactOptional(z.int().check(z.gte(1))),
  questions: z.array(questionSchema).check(z.minLength(1), z.maxLength(quizLimits.questions)),
});

/** How a quiz is taken; strict. */
export const quizRulesSchema: z.ZodMiniType<QuizRules> = z.strictObject({
  timeLimitSeconds: z.exactOptional(z.int().check(z.gte(10), z.lte(quizLimits.timeLimitSeconds))),
  maxAttempts: z.exactOptional(z.int().check(z.gte(1), z.lte(quizLimits.attempts))),
  passMark: z.exactOptional(z.number().check(z.gte(0.01), z.lte(1))),
  shuffleQuestions: z.boolean(),
  review: z.enum(['score', 'marks', 'answers']),
  reviewFrom: z.enum(['submission', 'end']),
});

export const quizSchema: z.ZodMiniType<Quiz> = z.strictObject({
  v: z.literal(1),
  title: title.check(z.refine((value) => value.trim() !== '')),
  introduction: z.exactOptional(richText),
  sections: z.array(section).check(z.minLength(1), z.maxLength(quizLimits.sections)),
  rules: quizRulesSchema,
});
