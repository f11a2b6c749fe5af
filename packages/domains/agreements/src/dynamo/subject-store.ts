import type { PersonId, ProviderId } from '@sinau/kernel';
import type { TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { SubjectStore } from '../ports.ts';
import type { Door } from './door.ts';
import { personKey, subjectKey } from './keys.ts';
import { personIdRow } from './rows.ts';

const subjectRow = z.object({ personId: personIdRow });
const personRow = z.object({ personId: personIdRow, subject: z.string() });

interface Proposal {
  readonly personId: PersonId;
  readonly subject: string;
}

/** Two rows a person and provider, so that either is found by the other, and a change of keys gives nobody another subject. */
export function createSubjectStore(door: Door): SubjectStore {
  const { dynamo, table } = door;
  return {
    async keepSubjects(providerId, proposed) {
      const known = await read(door, providerId, proposed.map(idOf));
      const missing = proposed.filter(({ personId }) => !known.has(personId));
      if (missing.length === 0) return known;
      await Promise.all(missing.map((proposal) => keep(door, providerId, proposal)));
      // What another request has kept meanwhile is what counts.
      return new Map([...known, ...(await read(door, providerId, missing.map(idOf)))]);
    },
    async personOf(providerId, subject) {
      const row = await dynamo.get({ table, key: subjectKey(providerId, subject), consistent: true });
      return row && subjectRow.parse(row).personId;
    },
    async subjectsAmong(providerId, texts) {
      const keys = [...new Set(texts)].map((text) => [text, subjectKey(providerId, text)] as const);
      const rows = await dynamo.batchGet({ table, keys: keys.map(([, key]) => key), consistent: true });
      const known = new Set(rows.map(({ pk, sk }) => JSON.stringify([pk, sk])));
      return new Set(keys.flatMap(([text, { pk, sk }]) => (known.has(JSON.stringify([pk, sk])) ? text : [])));
    },
    knownSubjects: (providerId, personIds) => read(door, providerId, personIds),
  };
}

const idOf = ({ personId }: Proposal): PersonId => personId;

async function read({ dynamo, table }: Door, providerId: ProviderId, personIds: readonly PersonId[]) {
  const keys = [...new Set(personIds)].map((personId) => personKey(personId, providerId));
  const rows = await dynamo.batchGet({ table, keys, consistent: true });
  return new Map(
    rows.map((row) => {
      const { personId, subject } = personRow.parse(row);
      return [personId, subject];
    }),
  );
}

async function keep({ dynamo, table }: Door, providerId: ProviderId, { personId, subject }: Proposal) {
  // Absent: of two first launches one is kept, and a subject once given is never given to another person.
  const condition = { expression: 'attribute_not_exists(pk)' };
  const rows = [
    { ...personKey(personId, providerId), kind: 'provider-subject', personId, providerId, subject },
    { ...subjectKey(providerId, subject), kind: 'subject-person', personId },
  ];
  await dynamo.transactWrite(rows.map((item): TransactItem => ({ kind: 'put', table, item, condition })));
}
