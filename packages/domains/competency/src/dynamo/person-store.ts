import { type Dynamo, type Item, queryAll, queryPage, unchangedSince } from '@sinau/platform/dynamo';
import { followUpOf, type PlanItem } from '../plan-item.ts';
import type { PersonStore } from '../ports.ts';
import {
  assessmentKey,
  assessmentPrefix,
  followedBetween,
  followedPartition,
  followedSort,
  itemKey,
  itemPrefix,
  personPartition,
} from './keys.ts';
import { assessmentRow, itemRow } from './rows.ts';

/** `table`: name of the LMS table. */
export function createPersonStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): PersonStore {
  return {
    async of(personId) {
      const rows = await queryAll(
        { dynamo, table },
        { partition: personPartition(personId), consistent: true },
      );
      return {
        assessments: rows
          .filter(({ sk }) => sk.startsWith(assessmentPrefix))
          .map((row) => assessmentRow.parse(row)),
        items: rows.filter(({ sk }) => sk.startsWith(itemPrefix)).map((row) => itemRow.parse(row)),
      };
    },
    async saveAssessment(next) {
      const item = { ...assessmentKey(next), kind: 'assessment', ...next, rev: next.rev + 1 };
      // As it was read: closes the race of two who record the same.
      const { outcome } = await dynamo.put({ table, item, condition: unchangedSince(next.rev) });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    async removeOwnWord(word) {
      const { outcome } = await dynamo.delete({
        ...{ table, key: assessmentKey(word) },
        // As it was read: closes the race with another word in another tab.
        condition: unchangedSince(word.rev),
      });
      return outcome === 'done';
    },
    async findItem(personId, itemId) {
      const row = await dynamo.get({ table, key: itemKey(personId, itemId), consistent: true });
      return row && itemRow.parse(row);
    },
    async saveItem(next) {
      const item = itemOf({ ...next, rev: next.rev + 1 });
      // As it was read: closes the race of learner and supervisor.
      const { outcome } = await dynamo.put({ table, item, condition: unchangedSince(next.rev) });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    async placeItem(item) {
      const { outcome } = await dynamo.put({
        ...{ table, item: itemOf(item) },
        // As it was read: closes the race with a step, which says where the item is itself.
        condition: unchangedSince(item.rev),
      });
      return outcome === 'done';
    },
    async followed({ agencyId, as, from, until }, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi1', partition: followedPartition(agencyId, as), limit },
        sort: { between: followedBetween(from, until) },
        after,
      });
      return {
        items: items.map((row) => itemRow.parse(row)),
        ...next,
      };
    },
  };
}

function itemOf(item: PlanItem): Item {
  const followed = followUpOf(item);
  return {
    ...{ ...itemKey(item.personId, item.itemId), kind: 'plan-item', ...item },
    ...(followed && {
      gsi1pk: followedPartition(followed.agencyId, followed.as),
      gsi1sk: followedSort(followed.day, item),
    }),
  };
}
