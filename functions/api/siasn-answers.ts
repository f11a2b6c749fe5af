import type { PersonId } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import { type Delivered, officialIndexSchema, rejections, siasnTroubles, type Training } from '@sinau/siasn';
import {
  claimForConnector,
  claimIndexesForConnector,
  creatingForConnector,
  documentForConnector,
  endForConnector,
  environments,
  type IndexEnd,
  noteConnector,
  previewForConnector,
  SiasnNotFound,
  settleIndexesForConnector,
  type WorkOrder,
} from '@sinau/siasn-sync';
import * as z from 'zod';
import { readQuery } from './read-query.ts';
import type { SiasnRouteDeps } from './siasn-routes.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const environment = z.enum(environments);
const limit = z.coerce.number().int().min(1).max(20).default(10);
const short = z.string().min(1).max(100);

const seenSchema = z.strictObject({
  environment,
  version: short,
  trouble: z.enum(['signed-out', 'client-refused', 'forbidden']).exactOptional(),
});

/** A connector is there. Asked for in each of its rounds. */
export async function answerSeen(c: Context, deps: SiasnRouteDeps): Promise<Response> {
  const seen = await readJson(c.req, seenSchema);
  await noteConnector(await deps.siasn(), { principal: c.get('principal'), ...seen });
  return c.body(null, 204);
}

const claimSchema = z.strictObject({ environment, limit });

export async function answerClaimed(c: Context, deps: SiasnRouteDeps): Promise<Response> {
  const asked = await readJson(c.req, claimSchema);
  const parts = await deps.siasn();
  const orders = await claimForConnector(parts, { principal: c.get('principal'), ...asked });
  const now = parts.clock.now().getTime();
  c.header('cache-control', 'no-store');
  return c.json({
    orders: orders.map(({ leaseId: orderId, heldUntil, ...order }) => ({
      ...{ orderId, ...view(order), heldUntil },
      // By the clock of whoever asks, whatever that says.
      heldSeconds: Math.floor((Date.parse(heldUntil) - now) / 1_000),
    })),
  });
}

export async function answerPreview(c: Context, deps: SiasnRouteDeps): Promise<Response> {
  const asked = readQuery(c.req.query(), claimSchema);
  const orders = await previewForConnector(await deps.siasn(), { principal: c.get('principal'), ...asked });
  c.header('cache-control', 'no-store');
  return c.json({ orders: orders.map(view) });
}

/** The file is fetched by itself, and what it is called here is nobody's business. */
const view = ({ document, ...order }: Omit<WorkOrder, 'leaseId' | 'heldUntil'>) => ({
  ...order,
  hasDocument: document !== undefined,
});

const ref = { personId: short, lineId: short };
const id = z.string().min(1).max(64);
const day = z.iso.date();
const part = z.string().max(500);
const common = {
  ...{ title: z.string().min(1).max(500), organiser: z.string().min(1).max(500), from: day, to: day },
  ...{ hours: z.int().positive(), number: z.string().max(200).exactOptional() },
  path: z.array(z.object({ dok_id: part, dok_nama: part, dok_uri: part, object: part, slug: part })).max(10),
};
const trainingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ kind: z.literal('course'), ...common, courseKindId: z.int().min(1).max(25), subjectId: id },
  }),
  z.strictObject({ kind: z.literal('leadership'), ...common, levelId: z.int().min(1).max(8) }),
]) satisfies z.ZodType<Training>;

const creatingSchema = z.strictObject({ ...ref, training: trainingSchema });

export async function answerCreating(c: Context, deps: SiasnRouteDeps): Promise<Response> {
  const { training, ...of } = await readJson(c.req, creatingSchema);
  const parts = await deps.siasn();
  return c.json(
    await creatingForConnector(parts, { principal: c.get('principal'), held: heldOf(c, of), training }),
  );
}

const heldOf = (
  c: Context,
  { personId, lineId }: { readonly personId: string; readonly lineId: string },
) => ({
  ...{ personId: personId as PersonId, lineId, leaseId: c.req.param('orderId') ?? '' },
});

const kind = z.enum(['course', 'leadership']);
const trouble = z.enum(siasnTroubles);
const words = z.string().max(300);
const endSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    ...{ outcome: z.literal('accepted'), personId: id },
    remote: z.strictObject({ id, kind, made: z.boolean() }),
    differs: z
      .strictObject({
        title: z.string().max(500),
        hours: z.number().exactOptional(),
        ...{
          from: day.exactOptional(),
          to: day.exactOptional(),
          number: z.string().max(200).exactOptional(),
        },
      })
      .exactOptional(),
  }),
  z.strictObject({ outcome: z.literal('removed') }),
  z.strictObject({
    ...{ outcome: z.literal('rejected'), because: z.enum(rejections), words },
    stands: z.enum(['nothing', 'as-before']),
  }),
  z.strictObject({ outcome: z.literal('unknown'), because: trouble }),
  z.strictObject({
    ...{ outcome: z.literal('later'), because: trouble },
    afterSeconds: z.number().positive().max(86_400).exactOptional(),
  }),
  z.strictObject({ outcome: z.literal('stopped') }),
]) satisfies z.ZodType<Delivered>;

const endedSchema = z.strictObject({ ...ref, end: endSchema });

export async function answerEnd(c: Context, deps: SiasnRouteDeps): Promise<Response> {
  const { end, ...of } = await readJson(c.req, endedSchema);
  const parts = await deps.siasn();
  await endForConnector(parts, { principal: c.get('principal'), held: heldOf(c, of), end });
  return c.body(null, 204);
}

const refSchema = z.strictObject(ref);

export async function answerDocument(c: Context, deps: SiasnRouteDeps): Promise<Response> {
  const of = readQuery(c.req.query(), refSchema);
  const held = heldOf(c, of);
  const pdf = await documentForConnector(await deps.siasn(), { principal: c.get('principal'), held });
  if (!pdf) throw new SiasnNotFound();
  c.set('readOf', held.personId);
  return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf', 'cache-control': 'no-store' });
}

const batchSchema = z.strictObject({ environment, limit: z.int().min(1).max(50).default(25) });

/** People whose official index is to be read, each with the number that SIASN knows them by. */
export async function answerPeople(c: Context, deps: SiasnRouteDeps): Promise<Response> {
  const asked = await readJson(c.req, batchSchema);
  const parts = await deps.siasn();
  const batch = await claimIndexesForConnector(parts, { principal: c.get('principal'), ...asked });
  c.header('cache-control', 'no-store');
  if (!batch) return c.json({ people: [] });
  const { leaseId: batchId, heldUntil, people } = batch;
  const heldSeconds = Math.floor((Date.parse(heldUntil) - parts.clock.now().getTime()) / 1_000);
  return c.json({ batchId, heldUntil, heldSeconds, people });
}

const indexTrouble = z.enum([...siasnTroubles, 'unreadable']);
const whose = { personId: short.transform((value) => value as PersonId) };
/** A connector runs elsewhere, and what it read came from elsewhere still: nothing of it is taken for right. */
const indexResult = z.discriminatedUnion('outcome', [
  z.strictObject({ ...whose, outcome: z.literal('value'), index: officialIndexSchema }),
  z.strictObject({ ...whose, outcome: z.literal('none') }),
  z.strictObject({ ...whose, outcome: z.enum(['failed', 'later']), because: indexTrouble }),
]);
const indexEndSchema = z.strictObject({
  results: z
    .array(indexResult)
    .max(50)
    .refine(
      (all) => new Set(all.map(({ personId }) => personId)).size === all.length,
      'One result a person.',
    ),
  stopped: z
    .strictObject({
      because: indexTrouble,
      afterSeconds: z.number().positive().max(86_400).exactOptional(),
    })
    .exactOptional(),
}) satisfies z.ZodType<IndexEnd>;

/** What came of a batch; 409 `siasn.lease-over` the second time. */
export async function answerIndexes(c: Context, deps: SiasnRouteDeps): Promise<Response> {
  const end = await readJson(c.req, indexEndSchema);
  const leaseId = c.req.param('batchId') ?? '';
  await settleIndexesForConnector(await deps.siasn(), { principal: c.get('principal'), leaseId, end });
  return c.body(null, 204);
}
