import type { PersonId } from '@sinau/kernel';
import { type Dynamo, type Item, queryAll, queryPage, type TransactItem } from '@sinau/platform/dynamo';
import type { Certificate, CertificateNumber } from '../certificate.ts';
import type { CertificateStore } from '../ports.ts';
import {
  certificateKey,
  counterKey,
  personPartition,
  placesPerPartition,
  pointerKey,
  pointerPrefix,
  pointersBetween,
  revokedKey,
  revokedPartition,
} from './keys.ts';
import { counterRow, pointerRow, readCertificateRow, revokedRow } from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** One row a certificate, a pointer of its person, and a row a revoked credential. */
export function createCertificateStore(door: Door): CertificateStore {
  const { dynamo, table } = door;
  return {
    add: (certificate) => add(door, certificate),
    find: async (number) => {
      const row = await dynamo.get({ table, key: certificateKey(number), consistent: true });
      return row && readCertificateRow(row);
    },
    ofPerson: (personId, page) => ofPerson(door, personId, page),
    change: async (next, revoked) => {
      const row = { ...rowOf(next), rev: next.rev + 1 };
      const result = await dynamo.transactWrite([
        // Unchanged: closes the race of a revocation with the documents that are being made.
        {
          kind: 'put',
          table,
          item: row,
          condition: { expression: 'rev = :rev', values: { ':rev': next.rev } },
        },
        ...[...new Set(revoked)].map(
          (place): TransactItem => ({
            ...{ kind: 'put', table },
            item: { ...revokedKey(place), kind: 'credential-revoked', place },
          }),
        ),
      ]);
      return result.outcome === 'done' ? 'changed' : 'conflict';
    },
    takeStatusIndex: async () => {
      const result = await dynamo.update({
        ...{ table, key: counterKey, update: 'ADD taken :one', values: { ':one': 1 }, returnNew: true },
      });
      if (result.outcome !== 'done') throw new Error('a count without a condition cannot fail');
      return counterRow.parse(result.attributes).taken - 1;
    },
    takenPlaces: async () => {
      const row = await dynamo.get({ table, key: counterKey, consistent: true });
      return row ? counterRow.parse(row).taken : 0;
    },
    revokedPlaces: (from, length) => revokedPlaces(door, { from, length }),
  };
}

const rowOf = (certificate: Certificate): Item => ({
  ...certificateKey(certificate.number),
  kind: 'certificate',
  ...certificate,
});

async function add({ dynamo, table }: Door, certificate: Certificate): Promise<'added' | 'known'> {
  const { number, personId, completedAt } = certificate;
  const result = await dynamo.transactWrite([
    {
      ...{ kind: 'put', table, item: rowOf(certificate) },
      // Absent: a fact that is delivered twice issues one.
      condition: { expression: 'attribute_not_exists(pk)' },
    },
    {
      ...{ kind: 'put', table },
      item: { ...pointerKey(personId, { completedAt, number }), kind: 'certificate-pointer', number },
    },
  ]);
  return result.outcome === 'done' ? 'added' : 'known';
}

async function ofPerson(
  { dynamo, table }: Door,
  personId: PersonId,
  asked: Parameters<CertificateStore['ofPerson']>[1],
): Promise<{ readonly certificates: readonly Certificate[]; readonly next?: string }> {
  const { limit, after, from, before } = asked;
  const partition = personPartition(personId);
  const sort =
    from === undefined && before === undefined ? { prefix: pointerPrefix } : pointersBetween(from, before);
  const { items, ...next } = await queryPage(dynamo, {
    ...{ table, partition, sort, descending: true, limit, consistent: true, after },
  });
  const numbers = items.map((item) => pointerRow.parse(item).number);
  const rows = await dynamo.batchGet({ table, keys: numbers.map(certificateKey), consistent: true });
  const found = new Map<CertificateNumber, Certificate>();
  for (const row of rows.map(readCertificateRow)) found.set(row.number, row);
  const certificates = numbers.flatMap((number) => found.get(number) ?? []);
  return { certificates, ...next };
}

async function revokedPlaces(
  { dynamo, table }: Door,
  { from, length }: { readonly from: number; readonly length: number },
): Promise<readonly number[]> {
  const partitions: number[] = [];
  for (let at = from; at < from + length; at += placesPerPartition - (at % placesPerPartition)) {
    partitions.push(at);
  }
  const found = await Promise.all(
    partitions.map((at) => placesFrom({ dynamo, table }, { at, end: from + length - 1 })),
  );
  return found.flat();
}

async function placesFrom(
  door: Door,
  { at, end }: { readonly at: number; readonly end: number },
): Promise<readonly number[]> {
  const rows = await queryAll(door, {
    ...{ partition: revokedPartition(at), consistent: true },
    sort: { between: [revokedKey(at).sk, revokedKey(end).sk] },
  });
  return rows.map((row) => revokedRow.parse(row).place);
}
