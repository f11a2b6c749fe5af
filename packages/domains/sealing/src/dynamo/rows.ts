import type { AgencyId, PersonId } from '@sinau/kernel';
import { composeKey, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { documentKinds, type SealReason, type SealRow, sealStates } from '../seal-row.ts';
import type { Sealer } from '../sealer.ts';
import { changedThings, type SealSettings, type Standstill } from '../settings.ts';
import { duePartition, onPartition, sealKey, settingsKey, statePartition } from './keys.ts';

const text = <T extends string>() => z.custom<T>((value) => typeof value === 'string');

const sealer: z.ZodType<Sealer> = z.object({
  ...{ name: z.string(), organisation: z.string().exactOptional(), issuer: z.string() },
  ...{ serialNumber: z.string(), fingerprint: z.string(), validTo: z.string() },
});

const rowSchema = z.object({
  ...{ kind: z.literal('seal'), document: z.enum(documentKinds), number: z.string(), edition: z.number() },
  agencyId: text<AgencyId>(),
  state: z.enum(sealStates),
  because: text<SealReason>().exactOptional(),
  words: z.string().exactOptional(),
  attemptId: z.string().exactOptional(),
  seal: z.object({ at: z.string(), sealer, sha256: z.string(), fileId: z.string() }).exactOptional(),
  tries: z.number(),
  dueAt: z.string().exactOptional(),
  ...{ since: z.string(), changedAt: z.string(), rev: z.number() },
});

/** `kind` of a row says what row it is. */
export function readSealRow(item: Item): SealRow {
  const { kind: _, document, ...row } = rowSchema.parse(item);
  return { ...row, kind: document };
}

export function toSealItem({ kind: document, ...row }: SealRow): Item {
  const { number, edition, agencyId, state, dueAt, changedAt } = row;
  const name = composeKey(document, number, String(edition));
  return {
    ...sealKey({ kind: document, number, edition }),
    ...{ kind: 'seal', document, ...row },
    ...(dueAt !== undefined && { gsi1pk: duePartition(agencyId), gsi1sk: composeKey(dueAt, name) }),
    gsi2pk: statePartition(agencyId, state),
    gsi2sk: composeKey(changedAt, name),
  };
}

const settingsSchema = z.object({
  ...{ agencyId: text<AgencyId>(), isOn: z.boolean() },
  documents: z.array(z.enum(documentKinds)).readonly(),
  since: z.string(),
  address: z.string().exactOptional(),
  username: z.string().exactOptional(),
  sealedPassword: z.string().exactOptional(),
  subscriberId: z.string().exactOptional(),
  activation: z
    .object({
      ...{ sealed: z.string(), since: z.string(), endsAt: z.string().exactOptional() },
      isMailed: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  sealer: sealer.exactOptional(),
  trial: z
    .object({
      what: z.enum(['activation', 'test']),
      at: z.string(),
      outcome: text<'good' | SealReason>().exactOptional(),
      words: z.string().exactOptional(),
      sealer: sealer.exactOptional(),
    })
    .exactOptional(),
  standstill: z
    .object({ because: text<Standstill>(), at: z.string(), words: z.string().exactOptional() })
    .exactOptional(),
  pause: z.object({ until: z.string(), count: z.number() }).exactOptional(),
  worker: z.object({ id: z.string(), until: z.string() }).exactOptional(),
  streak: z.number(),
  lastSealedAt: z.string().exactOptional(),
  history: z
    .array(
      z.object({ at: z.string(), by: text<PersonId>(), what: z.array(z.enum(changedThings)).readonly() }),
    )
    .readonly(),
  rev: z.number(),
});

export const readSettingsRow = (row: Item): SealSettings => settingsSchema.parse(row);
export const toSettingsItem = (settings: SealSettings): Item => ({
  ...settingsKey(settings.agencyId),
  ...{ kind: 'seal-settings', ...settings },
  ...(settings.isOn && { gsi1pk: onPartition, gsi1sk: composeKey('AGENCY', settings.agencyId) }),
});
