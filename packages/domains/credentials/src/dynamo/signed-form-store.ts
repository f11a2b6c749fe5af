import { absent, composeKey, type Dynamo, type Key, keyPrefix, queryAll } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { FormNumber, SignedForm } from '../signed-form/form.ts';
import type { SignedFormStore } from '../signed-form/ports.ts';

/** Every form of one session. */
const formPartition = (number: string): string => composeKey('SIGNED-FORM', number);
const formKey = (number: string, edition: number): Key => ({
  ...{ pk: formPartition(number), sk: composeKey('EDITION', String(edition).padStart(6, '0')) },
});

const row = z.object({
  number: z.custom<FormNumber>((value) => typeof value === 'string'),
  ...{ edition: z.number(), pairId: z.string(), sessionId: z.string() },
  ...{ madeAt: z.string(), pdfSha256: z.string(), filesId: z.string() },
});
const read = (item: unknown): SignedForm => row.parse(item);

/** `table`: name of the LMS table. */
export function createSignedFormStore(door: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): SignedFormStore {
  const { dynamo, table } = door;
  return {
    async add(form) {
      const item = { ...formKey(form.number, form.edition), kind: 'signed-form', ...form };
      // Absent: closes the race of two who print one edition.
      const { outcome } = await dynamo.put({ table, item, condition: absent });
      return outcome === 'done' ? 'added' : 'known';
    },
    async find(number, edition) {
      const found = await dynamo.get({ table, key: formKey(number, edition), consistent: true });
      return found && read(found);
    },
    async editionsOf(number) {
      const sort = { prefix: keyPrefix('EDITION') };
      const rows = await queryAll(door, { partition: formPartition(number), sort, consistent: true });
      return rows.map(read);
    },
  };
}
