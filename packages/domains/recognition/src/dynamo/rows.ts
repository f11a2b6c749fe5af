import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Recognition, type RecognitionId, values } from '../recognition.ts';
import { forms, type Share } from '../teaching.ts';
import { listKeys, recognitionKey, shareKey } from './keys.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const text = z.string();
const doer = { id: id<PersonId>(), name: text };
const states = ['proposed', 'granted', 'declined', 'recalled', 'lapsed', 'undone'] as const;

const origin = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('people'),
    by: z.object({ ...doer, as: z.enum(['colleague', 'supervisor']) }),
    behaviour: text,
  }),
  z.object({ kind: z.literal('teaching'), rule: text, minutes: z.number() }),
  z.object({
    ...{ kind: z.literal('improvement'), rule: text, competencyId: text },
    ...{ required: z.number(), before: z.number(), after: z.number(), assessedOn: text, method: text },
  }),
]);

const recognition = z.object({
  ...{ personId: id<PersonId>(), recognitionId: id<RecognitionId>(), agencyId: id<AgencyId>(), unitId: text },
  ...{ value: z.enum(values), origin, state: z.enum(states), year: z.number() },
  ...{ shownTo: z.enum(['supervisor', 'unit']), createdAt: text },
  steps: z.array(
    z.object({
      ...{ to: z.enum(states), at: text },
      ...{ by: z.object(doer).exactOptional(), reason: text.exactOptional() },
    }),
  ),
  rev: z.number(),
});

const kind = 'recognition';
export const toRecognitionRow = (one: Recognition): Item => ({
  ...{ ...recognitionKey(one), kind, ...one, ...listKeys(one) },
});
export const readRecognitionRow = (row: Item): Recognition => recognition.parse(row);
export const isRecognitionRow = (row: Item): boolean => row.kind === kind;

const share = z.object({
  ...{ shareId: text, revision: z.number(), agencyId: id<AgencyId>(), form: z.enum(forms) },
  ...{ minutes: z.number(), on: text, title: text, withdrawn: z.boolean() },
});
const shareKind = 'teaching-share';
export const toShareRow = (personId: string, one: Share): Item => ({
  ...{ ...shareKey(personId, one.shareId), kind: shareKind, ...one },
});
export const readShareRow = (row: Item): Share => share.parse(row);
export const isShareRow = (row: Item): boolean => row.kind === shareKind;

export const bookKind = 'recognition-book';
export const bookRow = z.object({ rev: z.number(), erasedAt: text.exactOptional() });
export const pointerRow = z.object({ personId: id<PersonId>(), recognitionId: id<RecognitionId>() });
export const countsRow = z.object({ unitId: text }).catchall(z.unknown());
