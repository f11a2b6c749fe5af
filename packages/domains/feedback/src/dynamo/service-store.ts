import type { AgencyId } from '@sinau/kernel';
import { type Dynamo, type Key, queryAll, type TransactItem, unchangedSince } from '@sinau/platform/dynamo';
import type { ServiceStore } from '../ports.ts';
import type { Service } from '../service.ts';
import {
  agenciesPartition,
  agencyKey,
  promiseKey,
  promisePrefix,
  serviceKey,
  servicePartition,
  servicesPartition,
  surveyKey,
  surveyPrefix,
} from './keys.ts';
import { promiseRow, serviceRow, surveyRow } from './rows.ts';

const mostAgencies = 1_000;

/** `table`: name of the LMS table. */
export function createServiceStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): ServiceStore {
  const all = (query: Parameters<typeof queryAll>[1]) =>
    queryAll({ dynamo, table }, { consistent: true, ...query });
  async function write(items: readonly TransactItem[]): Promise<boolean> {
    return (await dynamo.transactWrite(items)).outcome === 'done';
  }
  const put = (key: Key, kind: string, next: { readonly rev: number }): TransactItem => ({
    ...{ kind: 'put', table, item: { ...key, kind, ...next, rev: next.rev + 1 } },
    // Closes the race of two who change the same.
    condition: unchangedSince(next.rev),
  });
  /** Counts up, so that two plans of one service meet. */
  const touch = (service: Service): TransactItem => ({
    ...{ kind: 'update', table, key: serviceKey(service), update: 'SET rev = :next' },
    values: { ':next': service.rev + 1, ':rev': service.rev },
    // As it was read: closes the race of two surveys for the same days.
    condition: 'rev = :rev',
  });
  return {
    async agencies() {
      const { items } = await dynamo.query({ table, partition: agenciesPartition, limit: mostAgencies });
      return items.map(({ sk }) => sk as AgencyId);
    },
    async find(place) {
      const row = await dynamo.get({ table, key: serviceKey(place), consistent: true });
      return row && serviceRow.parse(row);
    },
    list: async (agencyId) =>
      (await all({ partition: servicesPartition(agencyId) })).map((row) => serviceRow.parse(row)),
    async save(next) {
      const service = put(serviceKey(next), 'feedback-service', next);
      const listed = { ...agencyKey(next.agencyId), kind: 'feedback-agency' };
      const items = next.rev === 0 ? [service, { kind: 'put' as const, table, item: listed }] : [service];
      return (await write(items)) ? 'saved' : 'conflict';
    },
    surveys: async (place) =>
      (
        await all({
          ...{ partition: servicePartition(place), sort: { prefix: surveyPrefix }, descending: true },
        })
      ).map((row) => surveyRow.parse(row)),
    saveSurvey: async (next, service) =>
      (await write([put(surveyKey(next), 'feedback-survey', next), touch(service)])) ? 'saved' : 'conflict',
    removeSurvey: async (survey, service) =>
      (await write([
        { ...{ kind: 'delete', table, key: surveyKey(survey) }, condition: unchangedSince(survey.rev) },
        touch(service),
      ]))
        ? 'removed'
        : 'conflict',
    promises: async (place) =>
      (await all({ partition: servicePartition(place), sort: { prefix: promisePrefix } })).map((row) =>
        promiseRow.parse(row),
      ),
    async findPromise(place, promiseId) {
      const row = await dynamo.get({ table, key: promiseKey(place, promiseId), consistent: true });
      return row && promiseRow.parse(row);
    },
    savePromise: async (next) =>
      (await write([put(promiseKey(next, next.promiseId), 'feedback-promise', next)])) ? 'saved' : 'conflict',
  };
}
