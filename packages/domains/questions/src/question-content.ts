import { type Option, type Question, quizLimits } from '@sinau/quiz';
import * as z from 'zod';
import { readMarks, writeMarks } from './marked-text.ts';

const run = z.strictObject({
  text: z.string().max(quizLimits.text),
  strong: z.boolean().exactOptional(),
  emphasis: z.boolean().exactOptional(),
  code: z.boolean().exactOptional(),
});
const runs = z.array(run).max(2_000);
/** No images: the bank keeps words alone. */
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), runs }),
  z.strictObject({ type: z.literal('code'), text: z.string().max(quizLimits.text) }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(runs).max(200) }),
]);
const blocks = z.array(block).max(1_000);

/** Text with marks as an author types it (`readMarks`), or what is made of it. */
export const richTextSchema = z.preprocess(
  (given) => (typeof given === 'string' && given.length <= quizLimits.text ? readMarks(given) : given),
  blocks,
);

/** Of a choice, source, target or item; one without an id gets one. */
const optionId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const option = { id: optionId.exactOptional(), text: richTextSchema };
const share = z.number().min(-1).max(1);
const positiveShare = z.number().positive().max(1);

const base = {
  title: z.string().trim().max(200),
  prompt: richTextSchema,
  points: z.number().positive().max(1_000),
  explanation: richTextSchema.exactOptional(),
};

/** What an author says of a question; `checkQuestion` says what is still missing. */
export const questionContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('choice'),
    multiple: z.boolean(),
    trueFalse: z.boolean().exactOptional(),
    shuffle: z.boolean(),
    choices: z
      .array(z.strictObject({ ...option, share, feedback: richTextSchema.exactOptional() }))
      .max(quizLimits.options),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('numeric'),
    answers: z
      .array(z.strictObject({ value: z.number(), tolerance: z.number().min(0), share: positiveShare }))
      .max(quizLimits.answers),
    unit: z.string().trim().min(1).max(50).exactOptional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('short-text'),
    caseSensitive: z.boolean(),
    answers: z
      .array(z.strictObject({ text: z.string().trim().max(quizLimits.response), share: positiveShare }))
      .max(quizLimits.answers),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('matching'),
    shuffle: z.boolean(),
    sources: z.array(z.strictObject({ ...option, targetId: optionId })).max(quizLimits.options),
    targets: z.array(z.strictObject(option)).max(quizLimits.options),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('ordering'),
    items: z.array(z.strictObject(option)).max(quizLimits.options),
  }),
]);
export type QuestionContent = z.output<typeof questionContentSchema>;
/** As it is sent: texts with marks or blocks, options with or without ids. */
export type QuestionInput = z.input<typeof questionContentSchema>;

/** The question of a content: options without an id get the next free one, those with one keep it for good. */
export function questionOf(questionId: string, content: QuestionContent): Question {
  switch (content.kind) {
    case 'choice':
      return { questionId, ...content, choices: withIds(content.choices) };
    case 'matching':
      return {
        questionId,
        ...content,
        sources: withIds(content.sources),
        targets: withIds(content.targets),
      };
    case 'ordering':
      return { questionId, ...content, items: withIds(content.items) };
    default:
      return { questionId, ...content };
  }
}

function withIds<One extends { readonly id?: string }>(
  options: readonly One[],
): readonly (One & { readonly id: string })[] {
  const taken = new Set(options.map(({ id }) => id));
  let next = 1;
  return options.map((one) => {
    if (one.id !== undefined) return { ...one, id: one.id };
    while (taken.has(String(next))) next += 1;
    taken.add(String(next));
    return { ...one, id: String(next) };
  });
}

/** The content of a question, without what names it. */
export function contentOf({ questionId: _, ...content }: Question): Omit<Question, 'questionId'> {
  return content;
}

/** The content of a question with its texts as an author would type them. */
export function markedContent({ questionId: _, explanation, ...question }: Question) {
  const base = {
    ...{ title: question.title, prompt: writeMarks(question.prompt), points: question.points },
    ...(explanation && { explanation: writeMarks(explanation) }),
  };
  const marked = <One extends Option>(option: One) => ({
    ...(option as Omit<One, 'text'>),
    text: writeMarks(option.text),
  });
  switch (question.kind) {
    case 'choice':
      return {
        ...question,
        ...base,
        choices: question.choices.map(({ feedback, ...choice }) => ({
          ...marked(choice),
          ...(feedback && { feedback: writeMarks(feedback) }),
        })),
      };
    case 'matching':
      return {
        ...question,
        ...base,
        sources: question.sources.map(marked),
        targets: question.targets.map(marked),
      };
    case 'ordering':
      return { ...question, ...base, items: question.items.map(marked) };
    case 'numeric':
      return { ...question, ...base };
    case 'short-text':
      return { ...question, ...base };
  }
}
