import type { Principal } from '@sinau/kernel';
import type { QuestionKind } from '@sinau/quiz';
import * as z from 'zod';
import { authoredProvider } from './author.ts';
import { type BankEntry, type QuestionStatus, questionKinds, questionStatuses } from './bank-question.ts';
import type { BankStore } from './ports.ts';

/** What is looked for; without a status, everything that is not archived. */
export const questionQuerySchema = z.strictObject({
  /** Words that must all occur, in title, beginning of the prompt, tags or category. */
  q: z.string().trim().max(200).exactOptional(),
  /** With everything below it. */
  category: z.string().max(500).exactOptional(),
  kind: z.enum(questionKinds).exactOptional(),
  status: z.enum(questionStatuses).exactOptional(),
});
export type QuestionQuery = z.infer<typeof questionQuerySchema>;

/** Questions on a page. */
export const bankPage = { usual: 50, most: 200 } as const;

export interface QuestionPage {
  /** The one changed last first. */
  readonly entries: readonly BankEntry[];
  readonly next?: string;
  /** Of everything that was found, on all pages. */
  readonly total: number;
  /** What the same search finds with another choice of this one filter. */
  readonly counts: {
    readonly status: Readonly<Record<QuestionStatus, number>>;
    readonly kind: Readonly<Partial<Record<QuestionKind, number>>>;
    /** By path, in alphabetic order; each counts what is below it. */
    readonly categories: readonly (readonly [path: string, count: number])[];
  };
  /** Questions in the bank, archived ones too. */
  readonly all: number;
}

/** The caller's own bank, as far as it was asked for. */
export async function listQuestions(
  { bank }: { readonly bank: Pick<BankStore, 'listEntries'> },
  input: {
    readonly principal: Principal;
    readonly query: QuestionQuery;
    readonly limit: number;
    /** `next` of the page before. */
    readonly after?: string;
  },
): Promise<QuestionPage> {
  const all = await bank.listEntries(authoredProvider(input.principal));
  const { query, limit, after } = input;
  const matches = filters(query);
  const found = all.filter((entry) => Object.values(matches).every((fits) => fits(entry))).sort(newestFirst);
  const from = after === undefined ? 0 : found.findIndex((entry) => positionOf(entry) < after);
  const entries = from < 0 ? [] : found.slice(from, from + limit);
  const last = entries.at(-1);
  const more = last !== undefined && found.at(-1) !== last;
  const without = (name: keyof typeof matches) =>
    all.filter((entry) => Object.entries(matches).every(([one, fits]) => one === name || fits(entry)));
  const byStatus = count(without('status'), ({ status }) => [status]);
  return {
    entries,
    ...(more && { next: positionOf(last) }),
    total: found.length,
    counts: {
      status: Object.fromEntries(questionStatuses.map((one) => [one, byStatus.get(one) ?? 0])) as Record<
        QuestionStatus,
        number
      >,
      kind: Object.fromEntries(count(without('kind'), ({ kind }) => [kind])),
      categories: [...count(without('category'), ({ category }) => pathsOf(category))].sort(
        ([one], [other]) => (one < other ? -1 : 1),
      ),
    },
    all: all.length,
  };
}

/** True for a question in the category or below it. */
export const isWithin = (category: string, path: string): boolean =>
  path === '' || category === path || category.startsWith(`${path}/`);

type Fits = (entry: BankEntry) => boolean;

function filters(query: QuestionQuery): Readonly<Record<'status' | 'kind' | 'category' | 'q', Fits>> {
  const words = sortForm(query.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return {
    status: ({ status }) => (query.status ? status === query.status : status !== 'archived'),
    kind: ({ kind }) => query.kind === undefined || kind === query.kind,
    category: ({ category }) => isWithin(category, query.category ?? ''),
    q: ({ title, preview, tags, category }) => {
      const text = words.length > 0 ? sortForm([title, preview, category, ...tags].join('\n')) : '';
      return words.every((word) => text.includes(word));
    },
  };
}

/** Letters without case and accents. */
const sortForm = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

const positionOf = ({ updatedAt, questionId }: BankEntry) => `${updatedAt}~${questionId}`;
const newestFirst = (one: BankEntry, other: BankEntry) => (positionOf(one) < positionOf(other) ? 1 : -1);

/** A path and all above it. */
function pathsOf(category: string): readonly string[] {
  const names = category === '' ? [] : category.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function count<Key extends string>(
  entries: readonly BankEntry[],
  keysOf: (entry: BankEntry) => readonly Key[],
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of entries.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
