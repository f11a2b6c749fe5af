import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ProviderId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type InboxResult, unmatchedReasons } from '../../results/inbox-result.ts';
import { resultSources } from '../../results/result-event.ts';
import { type KeptPayload, mostSentBytes, sentKeptDays } from '../../results/sent-payload.ts';
import {
  providerPartition,
  rawKey,
  receivedSort,
  resultKey,
  unmatchedPartition,
  unmatchedSort,
} from './keys.ts';

const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('registration'), registration: z.string(), moduleId: z.string() }),
  z.object({
    kind: z.literal('external'),
    ...{ connectionId: z.string(), externalCourseId: z.string() },
    externalLearnerId: z.string().exactOptional(),
    subject: z.string().exactOptional(),
  }),
]);

const time = { occurredAt: z.string(), untimed: z.literal(true).exactOptional() };
const saying = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('score'), ...time },
    ...{ given: z.number(), maximum: z.number(), isFinal: z.boolean() },
    withdrawn: z.literal(true).exactOptional(),
  }),
  z.object({
    ...{ kind: z.literal('completion'), ...time, completed: z.boolean() },
    passed: z.boolean().exactOptional(),
  }),
  z.object({
    ...{ kind: z.literal('credential'), ...time, number: z.string() },
    url: z.string().exactOptional(),
    issuedOn: z.string().exactOptional(),
  }),
]);

const decision = z.discriminatedUnion('state', [
  z.object({ state: z.literal('new') }),
  z.object({
    ...{ state: z.literal('placed'), at: z.string(), by: z.string().exactOptional() },
    place: z.object({ registration: z.string(), moduleId: z.string() }),
  }),
  z.object({ state: z.literal('unmatched'), reason: z.enum(unmatchedReasons), at: z.string() }),
  z.object({ state: z.literal('set-aside'), note: z.string(), at: z.string(), by: z.string() }),
]);

const resultRow = z.object({
  resultId: z.string(),
  event: z.object({
    providerId: z.custom<ProviderId>((value) => typeof value === 'string'),
    source: z.enum(resultSources),
    eventId: z.string(),
    about,
    result: saying,
    receivedAt: z.string(),
    // From before: when it was received.
    said: z.object({ at: z.string(), place: z.number(), as: z.enum(['state', 'message']) }).exactOptional(),
  }),
  decision,
  rev: z.number(),
});

const sentRow = z.union([
  z.object({
    text: z.string().exactOptional(),
    packed: z.instanceof(Uint8Array).exactOptional(),
    ...{ contentType: z.string(), bytes: z.number(), sha256: z.string() },
    where: z.string().exactOptional(),
    isCut: z.literal(true).exactOptional(),
  }),
  z.object({ erasedAt: z.string() }),
  // From before: in our form, and without a hash.
  z.object({ raw: z.string() }),
]);

/** Beyond this a text takes less as bytes that are packed. */
const plainBytes = 512;
/** More than is ever kept. */
const maxOutputLength = 2 * mostSentBytes;

export function toSentRow(resultId: string, receivedAt: string, sent: KeptPayload): Item {
  const row = { ...rawKey(resultId), kind: 'result-raw' };
  if (sent.state === 'erased') return { ...row, erasedAt: sent.at };
  const { state: _, text, isCut, ...rest } = sent;
  const isLong = text.length > plainBytes;
  return {
    ...{ ...row, ...rest, ...(isCut && { isCut }) },
    ...(isLong ? { packed: new Uint8Array(deflateRawSync(text)) } : { text }),
    expiresAt: Math.floor(Date.parse(receivedAt) / 1000) + sentKeptDays * 24 * 3600,
  };
}

export function readSentRow(row: Item): KeptPayload {
  const read = sentRow.parse(row);
  if ('erasedAt' in read) return { state: 'erased', at: read.erasedAt };
  if ('raw' in read) {
    const { raw: text } = read;
    const bytes = new TextEncoder().encode(text).length;
    return { state: 'kept', text, contentType: 'application/json', bytes, isCut: false };
  }
  const { text, packed, isCut, ...rest } = read;
  const kept = packed ? inflateRawSync(packed, { maxOutputLength }).toString('utf8') : (text ?? '');
  return { ...rest, state: 'kept', text: kept, isCut: isCut === true };
}

const rowKind = 'result';

export const isResultRow = (row: Item): boolean => row.kind === rowKind;
export const readResult = (row: Item): InboxResult => resultRow.parse(row);

/** In the list of its provider, and in that of the unmatched while it is one. */
export function toResultRow(result: InboxResult): Item {
  const { resultId, event, decision } = result;
  return {
    ...resultKey(resultId),
    kind: rowKind,
    ...result,
    gsi1pk: providerPartition(event.providerId),
    gsi1sk: receivedSort(event.receivedAt, resultId),
    ...(decision.state === 'unmatched' && {
      gsi2pk: unmatchedPartition(event.providerId),
      gsi2sk: unmatchedSort(event.about, resultId),
    }),
  };
}
