import { type AgencyId, type Jp, type PersonId, timeZones } from '@sinau/kernel';
import { composeKey, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { Entry, EntryId, Span } from '../ledger/entry.ts';
import type { Hold } from '../ledger/hold.ts';
import { type FormCode, isFormCode } from '../rules/forms.ts';
import type { YearRow } from '../year-row.ts';
import { entryKey, heldPartition, holdKey, yearKey } from './keys.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const jp = z.custom<Jp>((value) => typeof value === 'number');
const entryId = id<EntryId>();
const personId = id<PersonId>();

const title = z.record(z.string(), z.string());
const parts = z.array(z.object({ date: z.string(), amount: z.number() })).readonly();
const span = z.custom<Span>((value) => Array.isArray(value) && value.length === 2);
const certificates = z.array(z.string()).readonly();
const effort = z.object({ seconds: z.number(), spans: z.array(span).readonly() });
const timed = z.object({ seconds: z.number(), leastSeconds: z.number() });
const partsOf = z.object({ parts: z.number(), all: z.number() });
const reasons = z
  .array(
    z.discriminatedUnion('code', [
      timed.extend({ code: z.literal('too-short'), measured: partsOf.exactOptional() }),
      timed.extend({ code: z.literal('parallel'), measured: partsOf.exactOptional() }),
      timed.extend({
        ...{ code: z.literal('too-fast'), unmeasured: partsOf },
        ...{ since: z.enum(['opened', 'enrolled']), until: z.enum(['completed', 'told']) },
      }),
      z.object({
        ...{ code: z.literal('counted-already'), line: entryId, title },
        ...{ startsOn: z.string(), endsOn: z.string() },
      }),
      z.object({ code: z.literal('impossible-duration'), claimed: z.number(), seconds: z.number() }),
    ]),
  )
  .readonly();

const common = { entryId, personId, at: z.string(), recordedAt: z.string() };
const about = { ...common, about: entryId };
const decided = { ...about, by: personId, words: z.string() };
const source = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('course'), courseId: z.string() },
    ...{ version: z.number(), registration: z.string() },
  }),
  z.object({ kind: z.literal('external'), learningId: z.string() }),
  z.object({ kind: z.literal('event'), eventId: z.string(), organiser: z.string() }),
  z.object({ kind: z.literal('shared'), shareId: z.string(), organiser: z.string() }),
]);

const described = {
  form: z.custom<FormCode>((value) => typeof value === 'string' && isFormCode(value)),
  ...{ title, abroad: z.boolean(), agencyId: id<AgencyId>().exactOptional() },
  certifiedOn: z.string().exactOptional(),
};

const entryRow = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('earned'),
    ...{ ...described, source, stated: jp, parts, timeZone: z.enum(timeZones).exactOptional() },
    sameAs: z.string(),
    certificates: certificates.exactOptional(),
    evidence: z.string().exactOptional(),
    effort: effort.exactOptional(),
  }),
  z.object({
    ...about,
    kind: z.literal('corrected'),
    ...{ parts, stated: jp, because: z.string(), effort: effort.exactOptional() },
    as: z.object(described).exactOptional(),
    certificates: certificates.exactOptional(),
  }),
  z.object({ ...about, kind: z.literal('reversed'), because: z.string() }),
  z.object({ ...about, kind: z.literal('held'), reasons, ruleId: z.string() }),
  z.object({ ...decided, kind: z.literal('released') }),
  z.object({ ...decided, kind: z.literal('rejected') }),
]);

const holdRow = z.object({
  ...{
    personId,
    agencyId: id<AgencyId>().exactOptional(),
    about: entryId,
    entryId,
    title,
    stated: jp,
    reasons,
  },
  heldAt: z.string(),
  state: z.enum(['open', 'released', 'rejected']),
  answer: z.object({ words: z.string(), at: z.string() }).exactOptional(),
  decision: z.object({ by: personId, words: z.string(), at: z.string() }).exactOptional(),
  rev: z.number(),
});

const yearRow = z.object({
  ...{ personId, year: z.number(), stated: jp, computed: jp, recognised: jp, held: jp },
  periods: z
    .array(z.object({ from: z.string(), to: z.string(), recognised: jp }))
    .readonly()
    .exactOptional(),
  days: z
    .array(z.object({ date: z.string(), recognised: jp }))
    .readonly()
    .exactOptional(),
  ...{ lines: z.number(), asOf: z.string(), rev: z.number() },
});

/** What a line says stands in one attribute: its own `kind` is not that of the row. */
export function toEntryRow(entry: Entry): Item {
  return { ...entryKey(entry.personId, entry.entryId), kind: 'credit-entry', entry };
}

export const isEntryRow = ({ kind }: Item): boolean => kind === 'credit-entry';
export const readEntry = (row: Item): Entry => entryRow.parse(row.entry);

/** Only what is open stands in the queue. */
export function toHoldRow(hold: Hold): Item {
  const { agencyId, heldAt, personId: whose, about: what, state } = hold;
  return {
    ...{ ...holdKey(whose, what), kind: 'credit-hold', ...hold },
    ...(state === 'open' &&
      agencyId !== undefined && {
        gsi1pk: heldPartition(agencyId),
        gsi1sk: composeKey(heldAt, whose, what),
      }),
  };
}

export const readHoldRow = (row: Item): Hold => holdRow.parse(row);

export function toYearItem(row: YearRow): Item {
  return { ...yearKey(row.personId, row.year), kind: 'credit-year', ...row };
}

export const readYearItem = (row: Item): YearRow => yearRow.parse(row);
