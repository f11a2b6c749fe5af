import { type Dynamo, expiryAttribute, type Item } from '@sinau/platform/dynamo';
import type { RegistrationTicketStore, ToolVisitStore } from '../ports.ts';
import type { ToolVisit } from '../visit.ts';
import { ticketKey, visitKey } from './keys.ts';
import { additionOf } from './platform-store.ts';
import { readTicket, readVisit } from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

const expiryOf = (validUntil: string): number => Math.ceil(Date.parse(validUntil) / 1000);

/** One row a ticket, under its digest; gone some time after it has expired. */
export function createRegistrationTicketStore({ dynamo, table }: Door): RegistrationTicketStore {
  return {
    async add(ticket) {
      const { ticketHash, validUntil } = ticket;
      const item = { ...ticketKey(ticketHash), kind: 'lti-platform-ticket', ...ticket };
      await dynamo.put({ table, item: { ...item, [expiryAttribute]: expiryOf(validUntil) } });
    },
    async find(ticketHash) {
      const row = await dynamo.get({ table, key: ticketKey(ticketHash), consistent: true });
      return row && readTicket(row);
    },
    async take(ticketHash) {
      const result = await dynamo.update({
        ...{ table, key: ticketKey(ticketHash), update: 'SET busy = :yes', values: { ':yes': true } },
        // There and free: of two who register with one address at once one goes out.
        condition: 'attribute_exists(pk) AND attribute_not_exists(busy)',
      });
      return result.outcome === 'done' ? 'taken' : 'spent';
    },
    async giveBack(ticketHash) {
      await dynamo.update({
        ...{ table, key: ticketKey(ticketHash), update: 'REMOVE busy' },
        // Unused: what has registered somebody stays spent.
        condition: 'attribute_exists(pk) AND attribute_not_exists(platformId)',
      });
    },
    async spend(ticketHash, platform) {
      const result = await dynamo.transactWrite([
        {
          ...{ kind: 'update', table, key: ticketKey(ticketHash), update: 'SET platformId = :platform' },
          values: { ':platform': platform.platformId },
          condition: 'attribute_exists(pk) AND attribute_not_exists(platformId)',
        },
        ...additionOf(table, platform),
      ]);
      return result.outcome === 'done' ? 'registered' : 'taken';
    },
  };
}

/** One row a visit, written anew at each of its steps; gone when no step may come any more. */
export function createToolVisitStore({ dynamo, table }: Door): ToolVisitStore {
  return {
    async add(visit) {
      const condition = { expression: 'attribute_not_exists(pk)' };
      await dynamo.put({ table, item: toRow(visit), condition });
    },
    async find(visitId) {
      const row = await dynamo.get({ table, key: visitKey(visitId), consistent: true });
      return row && readVisit(row);
    },
    async move(visit, from) {
      const result = await dynamo.put({
        table,
        item: toRow(visit),
        // Unmoved: a message that comes twice, a page that is sent twice.
        condition: { expression: '#state = :from', names: { '#state': 'state' }, values: { ':from': from } },
      });
      return result.outcome === 'done' ? 'moved' : 'elsewhere';
    },
  };
}

const toRow = (visit: ToolVisit): Item => ({
  ...visitKey(visit.visitId),
  kind: 'lti-visit',
  ...visit,
  [expiryAttribute]: expiryOf(visit.validUntil),
});
