import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { composeKey, type Item } from '@sinau/platform/dynamo';
import type { Training } from '@sinau/siasn';
import * as z from 'zod';
import { environments, type SyncSettings, standstills } from '../settings.ts';
import { lacks, type SyncReason, type SyncRow, syncStates } from '../sync-row.ts';
import { duePartition, onPartition, rowKey, settingsKey, statePartition } from './keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

const content = z.object({
  ...{ title: z.string(), organiser: z.string(), from: z.string(), to: z.string() },
  jp: z.custom<Jp>((value) => typeof value === 'number'),
  form: z.string(),
  number: z.string().exactOptional(),
  courseId: z.string().exactOptional(),
  document: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('certificate'), number: z.string(), edition: z.number() }),
      z.object({ kind: z.literal('evidence'), learningId: z.string(), evidenceId: z.string() }),
    ])
    .exactOptional(),
  isPrinting: z.literal(true).exactOptional(),
});

const kinds = z.enum(['course', 'leadership']);

const training = z.custom<Training>((value) => kinds.safeParse((value as Training | null)?.kind).success);
const chosen = z.object({ subjectId: z.string().exactOptional(), levelId: z.number().exactOptional() });
const by = z.enum(['service', 'file', 'hand']);

const facts = {
  environment: z.enum(environments),
  state: z.enum(syncStates),
  because: branded<SyncReason>().exactOptional(),
  words: z.string().exactOptional(),
  remote: z.object({ id: z.string(), kind: kinds, made: z.boolean() }).exactOptional(),
  tried: training.exactOptional(),
  standing: z
    .object({ mark: z.string(), at: z.string(), by, like: training.exactOptional() })
    .exactOptional(),
  as: chosen.exactOptional(),
  there: z
    .object({
      title: z.string(),
      hours: z.number().exactOptional(),
      ...{ from: z.string().exactOptional(), to: z.string().exactOptional() },
      number: z.string().exactOptional(),
    })
    .exactOptional(),
  reportId: z.string().exactOptional(),
  filed: z.object({ mark: z.string(), like: training }).exactOptional(),
};

const rowSchema = z.object({
  ...{ personId: branded<PersonId>(), lineId: z.string(), agencyId: branded<AgencyId>() },
  ...facts,
  // Rows of before there were two: of the real one, as nothing else is safe to take for sent.
  environment: facts.environment.default('production'),
  content: content.exactOptional(),
  ...{ title: z.string(), year: z.number() },
  lacks: z.array(z.enum(lacks)).readonly(),
  chosen: chosen.exactOptional(),
  aside: z.object(facts).exactOptional(),
  work: z.object({ leaseId: z.string(), mark: z.string(), as: chosen.default({}) }).exactOptional(),
  endedLease: z.string().exactOptional(),
  dueAt: z.string().exactOptional(),
  waitsSince: z.string().exactOptional(),
  tries: z.number(),
  changedAt: z.string(),
  rev: z.number(),
});
export const readRow = (row: Item): SyncRow => rowSchema.parse(row);

export function toRowItem(row: SyncRow): Item {
  const { personId, lineId, agencyId, state, dueAt, changedAt } = row;
  return {
    ...rowKey(personId, lineId),
    ...{ kind: 'siasn-row', ...row },
    ...(dueAt !== undefined && {
      gsi1pk: duePartition(agencyId),
      gsi1sk: composeKey(dueAt, personId, lineId),
    }),
    gsi2pk: statePartition(agencyId, state),
    gsi2sk: composeKey(changedAt, personId, lineId),
  };
}

const settingsSchema = z.object({
  agencyId: branded<AgencyId>(),
  isOn: z.boolean(),
  environment: z.enum(environments),
  fromYear: z.number(),
  siasnAgencyId: z.string().exactOptional(),
  subjectId: z.string().exactOptional(),
  consumer: z.object({ key: z.string(), sealed: z.string() }).exactOptional(),
  session: z
    .object({ sealed: z.string(), by: branded<PersonId>(), since: z.string(), endsAt: z.string() })
    .exactOptional(),
  standstill: z.object({ because: z.enum(standstills), at: z.string() }).exactOptional(),
  rev: z.number(),
});
export const readSettingsRow = (row: Item): SyncSettings => settingsSchema.parse(row);
export const toSettingsItem = (settings: SyncSettings): Item => ({
  ...settingsKey(settings.agencyId),
  ...{ kind: 'siasn-settings', ...settings },
  ...(settings.isOn && { gsi1pk: onPartition, gsi1sk: composeKey('AGENCY', settings.agencyId) }),
});

export const connectorSchema = z.object({
  agencyId: branded<AgencyId>(),
  ...{ clientId: z.string(), name: z.string(), at: z.string(), version: z.string() },
  environment: z.enum(environments),
  trouble: z.enum(['signed-out', 'client-refused', 'forbidden']).exactOptional(),
});

export const courseMappingSchema = z.object({
  subjectId: z.string().exactOptional(),
  levelId: z.number().exactOptional(),
});
export const subjectsSchema = z.object({
  subjects: z.array(z.object({ id: z.string(), name: z.string(), code: z.string().exactOptional() })),
});
export const siasnIdSchema = z.object({ siasnId: z.string() });
