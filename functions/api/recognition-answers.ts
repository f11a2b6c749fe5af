import { localDateOf, yearOf } from '@sinau/kernel';
import { type HttpApp, NotSignedIn } from '@sinau/platform/http';
import { countOfAgency, grantedAt, listOfAgency } from '@sinau/recognition';
import { listPriority } from '@sinau/recognition/priority';
import * as z from 'zod';
import { sealedPages } from '../shared/sealed-pages.ts';
import { readQuery } from './read-query.ts';
import type { RecognitionRouteDeps } from './recognition-routes.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const pageSize = 100;
const year = z.coerce.number().int().min(2020).max(2200).exactOptional();
const listQuery = z.strictObject({ year, pageToken: z.string().max(2_000).exactOptional() });

const thisYear = ({ clock }: RecognitionRouteDeps): number =>
  yearOf(localDateOf(clock.now().getTime(), 'Asia/Jakarta'));

function clientOf(c: Context) {
  const principal = c.get('principal');
  if (principal.kind !== 'client') throw new NotSignedIn('Sign in as an API client.');
  return principal;
}

export async function answerRecognitions(c: Context, deps: RecognitionRouteDeps): Promise<Response> {
  const { year: of = thisYear(deps), pageToken } = readQuery(c.req.query(), listQuery);
  const principal = clientOf(c);
  const pages = sealedPages(deps, { list: 'recognitions', by: principal, of });
  const page = { limit: pageSize, ...pages.open(pageToken) };
  const listed = await listOfAgency(await deps.recognition(), { principal, list: 'given', year: of, page });
  return c.json({
    year: of,
    recognitions: listed.recognitions.map((one) => ({
      ...{ recognitionId: one.recognitionId, personId: one.personId, value: one.value },
      ...{ origin: one.origin.kind, year: one.year, grantedAt: grantedAt(one) },
      ...(one.unitId !== '' && { unitId: one.unitId }),
    })),
    ...(listed.next !== undefined && { nextPageToken: pages.seal(listed.next) }),
  });
}

const countsQuery = z.strictObject({ year });

export async function answerCounts(c: Context, deps: RecognitionRouteDeps): Promise<Response> {
  const { year: of = thisYear(deps) } = readQuery(c.req.query(), countsQuery);
  const counts = await countOfAgency(await deps.recognition(), { principal: clientOf(c), year: of });
  const told = ({ count }: { readonly count?: number }) =>
    count === undefined ? { hidden: true as const } : { count };
  return c.json({
    year: of,
    ...(counts.total !== undefined && { total: counts.total }),
    values: counts.byValue.map((one) => ({ value: one.key, ...told(one) })),
    units: counts.byUnit.map((one) => ({ ...(one.key !== '' && { unitId: one.key }), ...told(one) })),
  });
}

export async function answerPrioritySeats(c: Context, deps: RecognitionRouteDeps): Promise<Response> {
  const { year: of = thisYear(deps), pageToken } = readQuery(c.req.query(), listQuery);
  const principal = clientOf(c);
  const pages = sealedPages(deps, { list: 'priority-seats', by: principal, of });
  const page = { limit: pageSize, ...pages.open(pageToken) };
  const found = await listPriority(await deps.priority(), { principal, year: of, page });
  const { stock, counts } = found.stock;
  const none = { granted: 0, redeemed: 0, spent: 0, 'taken-back': 0 };
  return c.json({
    year: of,
    ...(stock !== undefined && { stock }),
    counts: { ...none, ...counts },
    seats: found.seats.map(({ seat, standing }) => ({
      ...{ seatId: seat.seatId, personId: seat.personId, ground: seat.ground, state: standing },
      ...{ minutes: seat.minutes, validUntil: seat.validUntil, grantedAt: seat.createdAt },
    })),
    ...(found.next !== undefined && { nextPageToken: pages.seal(found.next) }),
  });
}
