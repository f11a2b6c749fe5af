import type { Item, TransactItem } from '@sinau/platform/dynamo';
import { type Agreement, termsOf } from '../agreement.ts';
import type { AgreementStore, InForce } from '../ports.ts';
import { type Door, readPartition } from './door.ts';
import { inForceKey, providerPartition, versionKey, versionPrefix } from './keys.ts';
import { agreementRow, inForceRow, providerIdRow } from './rows.ts';

/** One row a version, and one a provider with all that is in force, in one partition. */
export function createAgreementStore(door: Door): AgreementStore {
  const { dynamo, table } = door;
  return {
    async add(draft) {
      // Absent: closes the race of two people who begin the next version.
      const condition = { expression: 'attribute_not_exists(pk)' };
      const result = await dynamo.put({ table, item: itemOf(draft), condition });
      return result.outcome === 'done' ? 'added' : 'taken';
    },
    async changeDraft(next) {
      const item = itemOf({ ...next, rev: next.rev + 1 });
      const result = await dynamo.put({ table, item, condition: stillDraft(next.rev) });
      return result.outcome === 'done' ? 'changed' : 'conflict';
    },
    async removeDraft(draft) {
      const result = await dynamo.delete({ table, key: keyOf(draft), condition: stillDraft(draft.rev) });
      return result.outcome === 'done' ? 'removed' : 'conflict';
    },
    async find(providerId, agreementId, version) {
      const key = versionKey(providerId, agreementId, version);
      const row = await dynamo.get({ table, key, consistent: true });
      return row && agreementRow.parse(row);
    },
    async listOf(providerId) {
      const rows = await readPartition(door, providerPartition(providerId), versionPrefix);
      return rows
        .map((row) => agreementRow.parse(row))
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.version - a.version);
    },
    async inForce(providerId) {
      const row = await dynamo.get({ table, key: inForceKey(providerId), consistent: true });
      return row ? readInForce(row) : { terms: [], rev: 0 };
    },
    async inForceOf(providerIds) {
      const keys = providerIds.map((providerId) => inForceKey(providerId));
      const rows = await dynamo.batchGet({ table, keys, consistent: true });
      return new Map(rows.map((row) => [providerIdRow.parse(row.providerId), readInForce(row).terms]));
    },
    async settle(step) {
      const result = await dynamo.transactWrite(settlement(table, step));
      return result.outcome === 'done' ? 'settled' : 'conflict';
    },
  };
}

function settlement(table: string, step: Parameters<AgreementStore['settle']>[0]): readonly TransactItem[] {
  const { providerId, inForce, changed } = step;
  const { terms, rev } = inForce;
  return [
    ...changed.map(
      (agreement): TransactItem => ({
        ...{ kind: 'put', table, item: itemOf({ ...agreement, rev: agreement.rev + 1 }) },
        // Unchanged: a draft that is edited while another activates it would be active with other words.
        condition: { expression: 'rev = :rev', values: { ':rev': agreement.rev } },
      }),
    ),
    {
      ...{ kind: 'put', table },
      item: {
        ...inForceKey(providerId),
        ...{ kind: 'agreements-in-force', providerId, rev: rev + 1, terms: terms.map(termsOf) },
      },
      // Unchanged: of two operators who activate overlapping agreements, one looks again; a revocation is never undone by a slower writer.
      condition: {
        expression: rev === 0 ? 'attribute_not_exists(pk)' : 'rev = :rev',
        ...(rev !== 0 && { values: { ':rev': rev } }),
      },
    },
  ];
}

/** Still a draft, unchanged: closes the races with another editor and with whoever activates it. */
function stillDraft(rev: number) {
  return {
    expression: '#state = :draft AND rev = :rev',
    names: { '#state': 'state' },
    values: { ':draft': 'draft', ':rev': rev },
  };
}

const keyOf = ({ providerId, agreementId, version }: Agreement) =>
  versionKey(providerId, agreementId, version);

function itemOf(agreement: Agreement): Item {
  return { ...keyOf(agreement), kind: 'agreement', ...agreement };
}

function readInForce(row: Item): InForce {
  return inForceRow.parse(row);
}
