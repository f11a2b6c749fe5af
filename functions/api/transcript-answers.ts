import {
  downloadRecord,
  downloadTranscript,
  orderTranscript,
  printedNumber,
  readTranscript,
} from '@sinau/credentials';
import { LearnerNotFound } from '@sinau/credit';
import { formatJp, type PersonId } from '@sinau/kernel';
import type { HttpApp } from '@sinau/platform/http';
import * as z from 'zod';
import { ownPerson } from './own-person.ts';
import type { TranscriptRouteDeps } from './transcript-routes.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const yearSchema = z.coerce.number().int().min(2000).max(2100);

/** What is no year is answered like one of nobody. */
async function placeOf(c: Context, deps: TranscriptRouteDeps) {
  const personId = c.req.param('personId') as PersonId;
  await ownPerson(deps, c.get('principal'), personId);
  const year = yearSchema.safeParse(c.req.param('year'));
  if (!year.success) throw new LearnerNotFound();
  return { personId, year: year.data };
}

/** Asked for again while one is being made, it says so. */
export async function answerOrdered(c: Context, deps: TranscriptRouteDeps): Promise<Response> {
  const place = await placeOf(c, deps);
  const desk = await deps.transcripts();
  await orderTranscript(desk, { principal: c.get('principal'), ...place });
  c.header('retry-after', '2');
  return c.json(await view(deps, place), 202);
}

export async function answerTranscript(c: Context, deps: TranscriptRouteDeps): Promise<Response> {
  const seen = await view(deps, await placeOf(c, deps));
  if (seen.state === 'making') c.header('retry-after', '2');
  return c.json(seen);
}

export async function answerPdf(c: Context, deps: TranscriptRouteDeps): Promise<Response> {
  const place = await placeOf(c, deps);
  const { edition, pdf } = await downloadTranscript(await deps.transcripts(), place);
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Transkrip-${printedNumber(edition)}.pdf"`,
    'cache-control': 'no-store',
  });
}

/** By `Accept: application/vc+jwt` the sum of the year as a token. */
export async function answerRecord(c: Context, deps: TranscriptRouteDeps): Promise<Response> {
  const place = await placeOf(c, deps);
  const form = (c.req.header('accept') ?? '').includes('application/vc+jwt') ? 'jwt' : 'clr';
  const { text } = await downloadRecord(await deps.transcripts(), { ...place, form });
  return c.body(text, 200, {
    'content-type': form === 'jwt' ? 'application/vc+jwt' : 'application/vc+ld+json',
    'cache-control': 'no-store',
    vary: 'accept',
  });
}

async function view(
  deps: TranscriptRouteDeps,
  place: { readonly personId: PersonId; readonly year: number },
) {
  const desk = await deps.transcripts();
  const { state, edition } = await readTranscript(desk, place);
  return {
    ...{ ...place, state },
    ...(edition && {
      ...{ number: printedNumber(edition), edition: edition.edition, asOf: edition.asOf },
      ...{ recognised: formatJp(edition.recognised, 'en'), pdfSha256: edition.pdfSha256 },
      verifyUrl: `${desk.issuer.origin}/verify/${printedNumber(edition)}`,
    }),
  };
}
