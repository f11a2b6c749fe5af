import { type Dynamo, type Item, queryPage, type TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Comment, type CommentState, commentStates } from '../comment.ts';
import type { AnswerStore, CommentCounts, SurveyPlace } from '../ports.ts';
import { elementCodes } from '../rule.ts';
import { addCounts, type Counts, noCounts, type Standings } from '../satisfaction.ts';
import {
  answerKey,
  commentKey,
  commentPartition,
  commentPrefix,
  countKey,
  countPartition,
  formKey,
  parts,
  standingKey,
} from './keys.ts';
import { commentRow, scoreName, standingRow } from './rows.ts';

/** `table`: name of the LMS table. */
export function createAnswerStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): AnswerStore {
  return {
    async keep(answer, { comment, formEndsAt }) {
      const { formId, day, agencyId, serviceId, surveyId, scores } = answer;
      const row = {
        ...answerKey(answer, day, formId),
        kind: 'survey-answer',
        agencyId,
        serviceId,
        surveyId,
        day,
        scores,
      };
      const steps = elementCodes.map((code) => [scoreName(code, scores[code]), 1] as const);
      const items: readonly TransactItem[] = [
        {
          ...{ kind: 'put', table, item: { ...formKey(formId), kind: 'survey-form', expiresAt: formEndsAt } },
          // Not counted before: closes the race of a form that is sent twice.
          condition: { expression: 'attribute_not_exists(pk)' },
        },
        { kind: 'put', table, item: row },
        count(table, answer, {
          part: partOf(formId),
          steps: [['answers', 1], ...steps, ...(comment ? [['waiting', 1] as const] : [])],
        }),
        ...(comment ? [{ kind: 'put' as const, table, item: toCommentRow(comment) }] : []),
      ];
      return (await dynamo.transactWrite(items)).outcome === 'done' ? 'kept' : 'repeated';
    },
    async counts(place) {
      const { items } = await dynamo.query({ table, partition: countPartition(place), consistent: true });
      const [standing] = items.filter(isStanding);
      const counters = items.filter((row) => !isStanding(row));
      return {
        counts: counters.map(readCounts).reduce(addCounts, noCounts),
        comments: Object.fromEntries(
          commentStates.map((state) => [state, counters.reduce((sum, row) => sum + numberIn(row, state), 0)]),
        ) as CommentCounts,
        standings: standingRow.parse(standing ?? {}),
      };
    },
    noteStandings: (place, change) => note(dynamo, table, { place, ...change }),
    async comments(place, state, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, partition: commentPartition(place), sort: { prefix: commentPrefix(state) } },
        ...{ descending: true, consistent: true, limit },
        after,
      });
      return { comments: items.map(readComment), ...next };
    },
    async findComment(place, state, key) {
      const row = await dynamo.get({ table, key: commentKey(place, state, key), consistent: true });
      return row && readComment(row);
    },
    async moveComment(from, next) {
      const steps =
        from === next.state
          ? []
          : ([
              [from, -1],
              [next.state, 1],
            ] as const);
      const result = await dynamo.transactWrite([
        ...(from === next.state ? [] : [leave(table, from, next)]),
        {
          ...{ kind: 'put', table, item: toCommentRow(next) },
          // In its old place until now, or not in the new one: closes the race of two moderators.
          condition: { expression: `attribute_${from === next.state ? 'exists' : 'not_exists'}(pk)` },
        },
        ...(steps.length === 0 ? [] : [count(table, next, { part: partOf(next.commentId), steps })]),
      ]);
      return result.outcome === 'done' ? 'moved' : 'conflict';
    },
  };
}

/** Another answer may have noted it by now, or one after it: then what stands stays. */
async function note(
  dynamo: Dynamo,
  table: string,
  { place, from, next }: { readonly place: SurveyPlace; readonly from: Standings; readonly next: Standings },
): Promise<void> {
  const { agencyId, serviceId, surveyId } = place;
  const of = { agencyId, serviceId, surveyId };
  await dynamo.put({
    table,
    item: { ...standingKey(place), kind: 'survey-standing', ...of, ...next, upTo: next.next?.answers ?? 0 },
    condition: {
      expression: from.next ? 'upTo = :upTo' : 'attribute_not_exists(pk)',
      ...(from.next && { values: { ':upTo': from.next.answers } }),
    },
  });
}

/** Ids are random, so their letters spread evenly enough. */
function partOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum += letter.charCodeAt(0);
  return sum % parts;
}

function toCommentRow(comment: Comment): Item {
  return { ...commentKey(comment, comment.state, comment), kind: 'survey-comment', ...comment };
}

const readComment = (row: Item): Comment => commentRow.parse(row);

const isStanding = ({ sk }: Item): boolean => sk === 'STANDING';

const numberIn = (row: Item, name: string): number => z.number().catch(0).parse(row[name]);

function readCounts(row: Item): Counts {
  const scores = elementCodes.map((code) => [
    code,
    [1, 2, 3, 4].map((score) => numberIn(row, scoreName(code, score))),
  ]);
  return {
    answers: numberIn(row, 'answers'),
    scores: Object.fromEntries(scores) as unknown as Counts['scores'],
  };
}

function leave(table: string, from: CommentState, comment: Comment): TransactItem {
  return {
    ...{ kind: 'delete', table, key: commentKey(comment, from, comment) },
    // Still there: closes the race of two moderators.
    condition: { expression: 'attribute_exists(pk)' },
  };
}

/** Sums of all parts are what counts; a part by itself may be below zero. */
function count(
  table: string,
  place: SurveyPlace,
  { part, steps }: { readonly part: number; readonly steps: readonly (readonly [string, number])[] },
): TransactItem {
  return {
    ...{ kind: 'update', table, key: countKey(place, part) },
    update: `SET #kind = :kind ADD ${steps.map((_, index) => `#n${index} :n${index}`).join(', ')}`,
    names: {
      '#kind': 'kind',
      ...Object.fromEntries(steps.map(([name], index) => [`#n${index}`, name])),
    },
    values: {
      ':kind': 'survey-count',
      ...Object.fromEntries(steps.map(([, step], index) => [`:n${index}`, step])),
    },
  };
}
