import {
  decideLearning,
  decisionSchema,
  type ExternalLearning,
  enterLearning,
  isPrivate,
  type LearningId,
  LearningNotFound,
} from '@sinau/external-learning';
import { agenciesOf } from '@sinau/identity';
import {
  type ClientPrincipal,
  formatJp,
  type Jp,
  lettersAndDigits,
  oneLine,
  type PersonId,
  type Principal,
  parseJp,
  plainLines,
  withoutTurns,
} from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ExternalRouteDeps } from './external-routes.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const personIn = (c: Context) => c.req.param('personId') as PersonId;

function clientOf(principal: Principal): ClientPrincipal {
  if (principal.kind !== 'client') throw new LearningNotFound();
  return principal;
}

/** Everything about somebody but what is theirs alone. Home and working agency read alike (invariant 8). */
export async function answerRecords(c: Context, deps: ExternalRouteDeps): Promise<Response> {
  const personId = personIn(c);
  const { tenant } = clientOf(c.get('principal'));
  const agencies = (await agenciesOf(deps, [personId])).get(personId) ?? [];
  if (tenant.kind !== 'agency' || !agencies.includes(tenant.agencyId)) throw new LearningNotFound();
  const { learnings } = await deps.external();
  const records = (await learnings.listOf(personId)).filter((one) => !isPrivate(one));
  return c.json({ records: records.map(recordView) });
}

const jp = z
  .string()
  .refine((text) => (parseJp(text) ?? 0) >= 100, { message: 'must be JP of at least 1, e.g. "8" or "2.5"' })
  .transform((text) => parseJp(text) ?? (0 as Jp));
/** Systems send what people have copied: marks of direction are left out, as of lists. */
const said = z.string().transform(withoutTurns);
const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const line = (least: number, most: number) =>
  said.pipe(text(least, most).regex(oneLine, { message: 'must be one line of text' }));
/** Titles and numbers are compared by their letters and digits. */
const named = (least: number, most: number) =>
  line(least, most).refine((given) => lettersAndDigits(given) !== '', {
    message: 'must have a letter or a digit',
  });
const dated = z.strictObject({ number: line(1, 100), date: z.iso.date() });

const enteredSchema = z.strictObject({
  ...{ form: z.string().regex(/^[A-Z]{2,3}\d{2}$/), title: named(2, 300), organiser: line(2, 200) },
  ...{ abroad: z.boolean().default(false), startsOn: z.iso.date(), endsOn: z.iso.date() },
  count: z.int().min(1).max(400).exactOptional(),
  stated: jp.exactOptional(),
  certificate: z
    .strictObject({ number: named(1, 100), issuer: named(2, 200), date: z.iso.date().exactOptional() })
    .exactOptional(),
  letter: dated.exactOptional(),
  notes: said.pipe(text(1, 1000).regex(plainLines, { message: 'must be plain text' })).exactOptional(),
});

/** Sent again it says that it is there: lists may be sent as often as one likes. */
export async function answerEntered(c: Context, deps: ExternalRouteDeps): Promise<Response> {
  const details = await readJson(c.req, enteredSchema);
  const desk = { ...(await deps.external()), clock: deps.clock, ids: deps.ids };
  const asked = { principal: clientOf(c.get('principal')), personId: personIn(c), details };
  const done = await enterLearning(desk, asked);
  if (done.outcome === 'exists') return c.json(done);
  return c.json({ outcome: done.outcome, ...recordView(done.learning) }, 201);
}

const decidedSchema = z.strictObject({ decision: decisionSchema, rev: z.int().min(1) });

export async function answerDecision(c: Context, deps: ExternalRouteDeps): Promise<Response> {
  const { decision, rev } = await readJson(c.req, decidedSchema);
  const place = { personId: personIn(c), learningId: c.req.param('learningId') as LearningId };
  const desk = { ...(await deps.external()), clock: deps.clock };
  const principal = clientOf(c.get('principal'));
  return c.json(recordView(await decideLearning(desk, { principal, ...place, decision, rev })));
}

function recordView(learning: ExternalLearning) {
  const { learningId, personId, way, state, details, evidence, createdAt, waitingSince, reason, rev } =
    learning;
  const { stated, ...said } = details;
  return {
    ...{ learningId, personId, way, state, ...said, createdAt, rev },
    ...(stated !== undefined && { stated: formatJp(stated, 'en') }),
    ...(waitingSince !== undefined && { waitingSince }),
    ...(reason !== undefined && { reason }),
    evidence: evidence.map(({ kind, name, sizeBytes, sha256 }) => ({ kind, name, sizeBytes, sha256 })),
  };
}
