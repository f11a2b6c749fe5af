import { addDays } from '@sinau/kernel';
import {
  createPieceStore,
  type Dynamo,
  type PiecePlace,
  queryAll,
  unchangedSince,
} from '@sinau/platform/dynamo';
import type { ThemeListStore, ThemeStore } from '../themes/ports.ts';
import type { ThemeList } from '../themes/theme-list.ts';
import {
  themeKeyOf,
  themeListHoldKey,
  themeListKey,
  themeListPrefix,
  themeListsPartition,
  themeRowsKey,
  themesPartition,
} from './keys.ts';
import { listedRows, themeListRow, themeRow } from './theme-rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  readonly table: string;
}

export function createThemeStore({ dynamo, table }: Door): ThemeStore {
  return {
    async of(place, { from, to }) {
      // The day after is no row's key: all of the last day sort before it, and its own behind.
      const sort = { between: [from, addDays(to, 1)] } as const;
      const query = { partition: themesPartition(place), sort, consistent: true };
      const rows = await queryAll({ dynamo, table }, query);
      return rows.map((row) => themeRow.parse(row));
    },
    async save(next) {
      const item = { ...themeKeyOf(next), kind: 'complaint-theme', ...next, rev: next.rev + 1 };
      // Closes the race of two lists for one row.
      const { outcome } = await dynamo.put({ table, item, condition: unchangedSince(next.rev) });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    async remove(row) {
      // As it was read: a list that has put its own there keeps it.
      const condition = unchangedSince(row.rev);
      const { outcome } = await dynamo.delete({ table, key: themeKeyOf(row), condition });
      return outcome === 'done' ? 'removed' : 'conflict';
    },
  };
}

const daySeconds = 86_400;
/** A list that nobody takes goes after a week; one that was taken can be undone for as long as its rows are kept. */
const keptDays = { tried: 7, taken: 400 } as const;
const heldMs = 120_000;

const expiryOf = ({ createdAt }: ThemeList, as: 'tried' | 'taken'): number =>
  Math.ceil(Date.parse(createdAt) / 1_000) + keptDays[as] * daySeconds;

const placeOf = (list: ThemeList, as: 'tried' | 'taken'): PiecePlace => ({
  ...{ kind: 'theme-list-rows', mostPieces: 4, expiresAt: expiryOf(list, as) },
  keyOf: (piece) => themeRowsKey(list.agencyId, list.listId, `${as}-${piece}`),
});

export function createThemeListStore({ dynamo, table }: Door): ThemeListStore {
  const pieces = createPieceStore({ dynamo, table });
  return {
    async find(agencyId, listId) {
      const row = await dynamo.get({ table, key: themeListKey(agencyId, listId), consistent: true });
      return row && themeListRow.parse(row);
    },
    async lists(agencyId, limit) {
      const page = await dynamo.query({
        ...{ table, partition: themeListsPartition(agencyId), sort: { prefix: themeListPrefix } },
        ...{ descending: true, limit, consistent: true },
      });
      return page.items.map((row) => themeListRow.parse(row));
    },
    async save(next) {
      const isOpen = next.state === 'tried';
      const item = {
        ...themeListKey(next.agencyId, next.listId),
        ...{ kind: 'theme-list', ...next, rev: next.rev + 1 },
        expiresAt: expiryOf(next, isOpen ? 'tried' : 'taken'),
      };
      // Closes the race of two who decide about one list.
      const { outcome } = await dynamo.put({ table, item, condition: unchangedSince(next.rev) });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    async keepRows(list, as, rows) {
      if ((await pieces.keep(placeOf(list, as), rows)) === 'too-large') {
        throw new Error('rows of a list are larger than their limits allow');
      }
    },
    async rows(list, as) {
      const found = await pieces.read(placeOf(list, as));
      return found === undefined ? undefined : listedRows.parse(found);
    },
    async hold(agencyId, run, now) {
      const until = now.getTime() + heldMs;
      const { outcome } = await dynamo.put({
        table,
        item: { ...themeListHoldKey(agencyId), kind: 'theme-list-hold', agencyId, run, until },
        // Nobody holds it, or did so too long ago to be at work still.
        condition: {
          expression: 'attribute_not_exists(pk) OR #until < :now',
          names: { '#until': 'until' },
          values: { ':now': now.getTime() },
        },
      });
      return outcome === 'done';
    },
    async release(agencyId, run) {
      // Another one may hold it by now.
      const condition = { expression: '#run = :run', names: { '#run': 'run' }, values: { ':run': run } };
      await dynamo.delete({ table, key: themeListHoldKey(agencyId), condition });
    },
  };
}
