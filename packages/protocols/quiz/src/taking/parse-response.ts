import * as z from 'zod/mini';
import { type Question, type QuestionResponse, quizLimits } from '../model.ts';
import { shownLists } from './shown-question.ts';

const ids = z.array(z.string().check(z.maxLength(64))).check(z.maxLength(quizLimits.options));
const typed = z.string().check(
  z.maxLength(quizLimits.response),
  z.refine((text) => text.isWellFormed()),
);

const responseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), choiceIds: ids }),
  z.strictObject({ kind: z.literal('numeric'), text: typed }),
  z.strictObject({ kind: z.literal('short-text'), text: typed }),
  z.strictObject({
    kind: z.literal('matching'),
    pairs: z.array(z.tuple([z.string(), z.string()])).check(z.maxLength(quizLimits.options)),
  }),
  z.strictObject({ kind: z.literal('ordering'), itemIds: ids }),
]);

/**
 * A response to this question out of whatever a client has sent, with the ids of the question; undefined when it is none.
 * Ids are those of the question, each once; ordering names every item. Choices and pairs come out in the question's
 * order, so that the same answer is always the same value.
 */
export function parseResponse(question: Question, value: unknown): QuestionResponse | undefined {
  const parsed = responseSchema.safeParse(value);
  return parsed.success ? checked(question, parsed.data) : undefined;
}

/** The same for a response with the ids under which the seed has shown the question's options. */
export function parseShownResponse(
  question: Question,
  value: unknown,
  seed: string,
): QuestionResponse | undefined {
  const parsed = responseSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { first, second } = shownLists(question, seed);
  const real = (list: typeof first) => (id: string) =>
    (/^[1-9]\d?$/.test(id) ? list[Number(id) - 1]?.id : undefined) ?? '';
  return checked(question, withIds(parsed.data, { first: real(first), second: real(second) }));
}

/** A response in the words of `shownQuestion` for this seed, to show it again. */
export function shownResponse(
  question: Question,
  response: QuestionResponse,
  seed: string,
): QuestionResponse {
  const { first, second } = shownLists(question, seed);
  const place = (list: typeof first) => (id: string) => String(list.findIndex((one) => one.id === id) + 1);
  return withIds(response, { first: place(first), second: place(second) });
}

type Rename = (id: string) => string;

function withIds(
  response: QuestionResponse,
  { first, second }: { readonly first: Rename; readonly second: Rename },
): QuestionResponse {
  switch (response.kind) {
    case 'choice':
      return { kind: 'choice', choiceIds: response.choiceIds.map(first) };
    case 'matching':
      return { kind: 'matching', pairs: response.pairs.map(([a, b]) => [first(a), second(b)]) };
    case 'ordering':
      return { kind: 'ordering', itemIds: response.itemIds.map(first) };
    default:
      return response;
  }
}

function checked(question: Question, response: QuestionResponse): QuestionResponse | undefined {
  if (question.kind === 'choice' && response.kind === 'choice') {
    const chosen = inOrder(question.choices, response.choiceIds);
    const fits = chosen && (question.multiple || chosen.length <= 1);
    return fits ? { kind: 'choice', choiceIds: chosen } : undefined;
  }
  if (question.kind === 'matching' && response.kind === 'matching') {
    const targets = new Map(response.pairs);
    const paired = inOrder(
      question.sources,
      response.pairs.map(([source]) => source),
    );
    const known = response.pairs.every(([, target]) => question.targets.some(({ id }) => id === target));
    return paired && known
      ? { kind: 'matching', pairs: paired.map((id) => [id, targets.get(id) ?? '']) }
      : undefined;
  }
  if (question.kind === 'ordering' && response.kind === 'ordering') {
    const all = inOrder(question.items, response.itemIds)?.length === question.items.length;
    return all ? response : undefined;
  }
  return question.kind === response.kind ? response : undefined;
}

/** Ids of a list in its order; undefined when one is foreign or stands twice. */
function inOrder(
  list: readonly { readonly id: string }[],
  given: readonly string[],
): readonly string[] | undefined {
  const wanted = new Set(given);
  const found = list.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
  return found.length === given.length ? found : undefined;
}
