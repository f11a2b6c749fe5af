import type { Dynamo } from '@sinau/platform/dynamo';
import type { InsightStore } from '../ports.ts';
import type { Question } from '../traces.ts';
import { questionKey, questionPartition } from './keys.ts';
import { readQuestion } from './rows.ts';

/** So many are known to be written; more are asked for again. */
const kept = 5_000;

/** A question is written by the first who meets it, and costs nothing from then on. */
export function createQuestionRows(deps: { readonly dynamo: Dynamo; readonly table: string }) {
  const { dynamo, table } = deps;
  const known = new Set<string>();

  async function describe(courseId: string, questions: readonly Question[]): Promise<void> {
    for (const one of questions) {
      const key = questionKey(courseId, one.question);
      const name = `${key.pk} ${key.sk}`;
      if (known.has(name)) continue;
      const item = { ...key, kind: 'insight-question', described: JSON.stringify(one) };
      // Absent: its mark names its wording, so whoever else wrote it wrote the same.
      await dynamo.put({ table, item, condition: { expression: 'attribute_not_exists(pk)' } });
      if (known.size >= kept) known.clear();
      known.add(name);
    }
  }

  const list: InsightStore['listQuestions'] = async (courseId, limit) => {
    const page = await dynamo.query({ table, partition: questionPartition(courseId), limit });
    return page.items.map(readQuestion);
  };

  return { describe, list };
}
