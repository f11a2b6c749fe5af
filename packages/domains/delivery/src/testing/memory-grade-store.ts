import type { StoredLineItem, ToolPlace } from '../lti-services/line-item.ts';
import type { GradeStore } from '../lti-services/ports.ts';
import type { ScoreRecord } from '../lti-services/score-record.ts';
import { commitMemoryWrites } from './memory-registration-store.ts';
import { replacingRow } from './memory-rows.ts';

const placeOf = ({ courseId, clientId }: ToolPlace) => JSON.stringify([courseId, clientId]);
const itemOf = (item: ToolPlace & { readonly lineItemId: string }) => `${placeOf(item)} ${item.lineItemId}`;
const scoreOf = (record: ScoreRecord) => `${itemOf(record)} ${record.userId}`;

/** The port on maps. Passes the same contract suite as the DynamoDB adapter. */
export function memoryGradeStore(): GradeStore {
  const items = new Map<string, StoredLineItem>();
  const scores = new Map<string, ScoreRecord>();
  const scoresIn = (item: ToolPlace & { readonly lineItemId: string }) =>
    [...scores.values()].filter((record) => itemOf(record) === itemOf(item));

  return {
    listItems: async (place) => [...items.values()].filter((item) => placeOf(item) === placeOf(place)),
    findItem: async (place, lineItemId) => items.get(itemOf({ ...place, lineItemId })),
    saveItem: async (item) =>
      commitMemoryWrites([replacingRow(items, itemOf(item), item)]) ? 'saved' : 'conflict',
    async removeItem(item) {
      for (const record of scoresIn(item)) scores.delete(scoreOf(record));
      return items.delete(itemOf(item)) ? 'removed' : 'absent';
    },
    findScore: async (item, userId) => scores.get(`${itemOf(item)} ${userId}`),
    async saveScore(record, { isDeclared, companion }) {
      if (!isDeclared && !items.has(itemOf(record))) return 'item-gone';
      const own = replacingRow(scores, scoreOf(record), record);
      if (!own.holds()) return 'conflict';
      return commitMemoryWrites([own, ...(companion?.writes ?? [])]) ? 'saved' : 'companion-refused';
    },
    async listScores(item, { limit, after = '' }) {
      const all = scoresIn(item)
        .filter(({ userId }) => userId > after)
        .sort((a, b) => (a.userId < b.userId ? -1 : 1));
      const records = all.slice(0, limit);
      const last = records.at(-1);
      return { records, ...(all.length > limit && last && { last: last.userId }) };
    },
    listOfRegistration: async (registration) =>
      [...scores.values()].filter((record) => record.registration === registration),
    async removeScores(records) {
      for (const record of records) scores.delete(scoreOf(record));
    },
  };
}
