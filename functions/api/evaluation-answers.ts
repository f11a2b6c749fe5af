import { ownerKey, readResults } from '@sinau/evaluation';
import { localDateOf, yearOf } from '@sinau/kernel';
import { type HttpApp, NotSignedIn } from '@sinau/platform/http';
import * as z from 'zod';
import { wordGroupNames, wordsPage } from '../shared/evaluation-results.ts';
import type { EvaluationRouteDeps } from './evaluation-routes.ts';
import { readQuery } from './read-query.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const year = z.coerce.number().int().min(2020).max(2200).exactOptional();
const kind = z.enum(['course', 'event']);
const resultsQuery = z.strictObject({
  ...{ year, kind: kind.exactOptional(), owner: z.string().max(100).exactOptional() },
});
const wordsQuery = z.strictObject({
  ...{ year, kind, id: z.string().min(1).max(64), of: z.enum(wordGroupNames).default('reaction') },
  pageToken: z.string().max(1_000).exactOptional(),
});

const thisYear = ({ clock }: EvaluationRouteDeps): number =>
  yearOf(localDateOf(clock.now().getTime(), 'Asia/Jakarta'));

function clientOf(c: Context) {
  const principal = c.get('principal');
  if (principal.kind !== 'client') throw new NotSignedIn('Sign in as an API client.');
  return principal;
}

export async function answerResults(c: Context, deps: EvaluationRouteDeps): Promise<Response> {
  const { year: wished, ...filter } = readQuery(c.req.query(), resultsQuery);
  const of = wished ?? thisYear(deps);
  const results = await readResults(await deps.evaluations(), {
    ...{ principal: clientOf(c), year: of, filter },
  });
  return c.json({
    year: of,
    all: results.all,
    owners: results.owners.map(({ owner, ...line }) => ({ owner: ownerKey(owner), ...line })),
    subjects: results.subjects.map(({ subject, owner, ...line }) => ({
      ...{ ...subject, owner: ownerKey(owner), ...line },
    })),
  });
}

export async function answerWords(c: Context, deps: EvaluationRouteDeps): Promise<Response> {
  const asked = readQuery(c.req.query(), wordsQuery);
  const principal = clientOf(c);
  const of = { principal, year: asked.year ?? thisYear(deps), subject: { kind: asked.kind, id: asked.id } };
  const reading = { desk: await deps.evaluations(), signer: deps.signer };
  const token = asked.pageToken === undefined ? {} : { token: asked.pageToken };
  const page = await wordsPage(reading, of, { group: asked.of, ...token });
  return c.json({
    words: page.words,
    ...(page.next !== undefined && { nextPageToken: page.next }),
  });
}
