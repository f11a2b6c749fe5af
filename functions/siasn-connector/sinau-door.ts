import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonId } from '@sinau/kernel';
import type { Delivered, Training } from '@sinau/siasn';
import type { IndexBatch, IndexEnd, Standstill, WorkOrder } from '@sinau/siasn-sync';
import * as z from 'zod';
import type { Entry } from './journal.ts';
import type { Config } from './read-config.ts';

/** Sinau did not answer as it should. `kind`: who has to do something. */
export class SinauRefused extends Error {
  /** `credentials`: the client or its scope. `environment`: the settings. `away`: nobody, it is tried again. */
  readonly kind: 'credentials' | 'environment' | 'away' | 'broken';

  constructor(kind: SinauRefused['kind'], message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'SinauRefused';
    this.kind = kind;
  }
}

/** Without a lease, as a dry run sees them. */
export type Planned = Omit<WorkOrder, 'leaseId' | 'heldUntil' | 'document'> & {
  readonly hasDocument: boolean;
};
export type TakenOrder = WorkOrder & { readonly hasDocument: boolean };

export interface SinauDoor {
  /** Rejects when the environments differ, or the client may not. */
  seen(trouble?: Standstill): Promise<void>;
  claim(limit: number): Promise<readonly TakenOrder[]>;
  preview(limit: number): Promise<readonly Planned[]>;
  creating(entry: Entry, training: Training): Promise<'noted' | 'lost'>;
  /** `lost`: somebody else has it by now; it can be forgotten. */
  end(entry: Entry, end: Delivered): Promise<'noted' | 'lost'>;
  document(entry: Entry): Promise<Uint8Array | undefined>;
  /** People whose official index is to be read; undefined: nobody now. */
  people(limit: number): Promise<IndexBatch | undefined>;
  endPeople(batch: IndexBatch, end: IndexEnd): Promise<'noted' | 'lost'>;
}

export const version = '2';

/** As much as is relied upon; training and records are Sinau's own words, and go back to it as they came. */
const plannedSchema = z.looseObject({
  personId: z.custom<PersonId>((value) => typeof value === 'string' && value !== ''),
  lineId: z.string().min(1),
  nip: z.string(),
  environment: z.enum(['training', 'production']),
  siasnAgencyId: z.string().min(1),
  takenIds: z.array(z.string()),
  hasDocument: z.boolean(),
});
const ordersSchema = z.object({
  orders: z.array(plannedSchema.extend({ orderId: z.string().min(1), heldSeconds: z.number() })),
});
const previewSchema = z.object({ orders: z.array(plannedSchema) });
const peopleSchema = z.object({
  batchId: z.string().min(1).optional(),
  heldSeconds: z.number().optional(),
  people: z.array(z.object({ personId: plannedSchema.shape.personId, nip: z.string() })),
});
const problemSchema = z.object({ code: z.string() });

const timeoutMs = 30_000;
/** Sinau may be away for a moment; then the round ends, and what is known is kept. */
const waitsMs = [500, 2_000, 5_000];

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

/** Asks our API and waits a little where it is away. `secret`: of the client. */
function openApi({ sinau }: Pick<Config, 'sinau'>, secret: string) {
  const authorization = `Basic ${Buffer.from(`${sinau.clientId}:${secret}`).toString('base64')}`;

  async function once({ method, path, body }: Asked): Promise<Response> {
    try {
      return await fetch(new URL(path, sinau.url), {
        method,
        headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        ...{ redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) },
      });
    } catch (cause) {
      throw new SinauRefused('away', `Sinau cannot be reached at ${sinau.url}.`, { cause });
    }
  }

  /** Everything here is safe to repeat: a claim that was not heard of runs out by itself. */
  async function ask(asked: Asked): Promise<Response> {
    for (const waitMs of waitsMs) {
      const response = await once(asked).catch(() => undefined);
      if (response && response.status < 500 && response.status !== 429) return response;
      await sleep(waitMs);
    }
    const response = await once(asked);
    if (response.status >= 500 || response.status === 429)
      throw new SinauRefused('away', `Sinau answers ${response.status}.`);
    return response;
  }

  async function done(asked: Asked): Promise<Response> {
    const response = await ask(asked);
    if (!response.ok)
      throw (await refusalOf(response)) ?? new SinauRefused('broken', 'Sinau has lost an order.');
    return response;
  }

  async function held(asked: Asked): Promise<'noted' | 'lost'> {
    const response = await ask(asked);
    if (response.ok) return 'noted';
    const refusal = await refusalOf(response);
    if (refusal === undefined) return 'lost';
    throw refusal;
  }
  return { ask, done, held };
}

/** Our side of the API. `secret`: of the client. */
export function createSinauDoor(
  config: Pick<Config, 'sinau' | 'environment'>,
  secret: string,
  clock: { now(): Date },
): SinauDoor {
  const { environment } = config;
  const { ask, done, held } = openApi(config, secret);
  const one = ({ orderId }: Entry) => `/api/siasn/orders/${encodeURIComponent(orderId)}`;
  return {
    async seen(trouble) {
      const body = { environment, version, ...(trouble !== undefined && { trouble }) };
      await done({ method: 'POST', path: '/api/siasn/connector', body });
    },
    async claim(limit) {
      const askedAtMs = clock.now().getTime();
      const body = { environment, limit };
      const response = await done({ method: 'POST', path: '/api/siasn/orders', body });
      return (await parsed(response, ordersSchema)).orders.map(
        ({ orderId, heldSeconds, ...order }) =>
          ({
            ...{ ...order, leaseId: orderId },
            heldUntil: new Date(askedAtMs + heldSeconds * 1_000).toISOString(),
          }) as TakenOrder,
      );
    },
    async preview(limit) {
      const path = `/api/siasn/orders?environment=${environment}&limit=${limit}`;
      return (await parsed(await done({ method: 'GET', path }), previewSchema)).orders as readonly Planned[];
    },
    creating: (entry, training) =>
      held({ method: 'POST', path: `${one(entry)}/creating`, body: { ...refOf(entry), training } }),
    end: (entry, end) => held({ method: 'POST', path: `${one(entry)}/end`, body: { ...refOf(entry), end } }),
    async document(entry) {
      const path = `${one(entry)}/document?${new URLSearchParams(refOf(entry))}`;
      const response = await ask({ method: 'GET', path });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      const refusal = await refusalOf(response);
      if (refusal) throw refusal;
      // There is none any more, or somebody else has the order: that is told before anything is created.
      return undefined;
    },
    async people(limit) {
      const askedAtMs = clock.now().getTime();
      const body = { environment, limit };
      const response = await ask({ method: 'POST', path: '/api/siasn/indexes', body });
      // A Sinau that is older than this connector knows nothing of indexes, and lines are brought all the same.
      if (response.status === 404) return undefined;
      if (!response.ok)
        throw (await refusalOf(response)) ?? new SinauRefused('broken', 'Sinau has lost a batch.');
      const { batchId: leaseId, heldSeconds = 0, people } = await parsed(response, peopleSchema);
      if (leaseId === undefined || people.length === 0) return undefined;
      return { leaseId, heldUntil: new Date(askedAtMs + heldSeconds * 1_000).toISOString(), people };
    },
    endPeople: ({ leaseId }, end) =>
      held({ method: 'POST', path: `/api/siasn/indexes/${encodeURIComponent(leaseId)}/end`, body: end }),
  };
}

const refOf = ({ personId, lineId }: Entry) => ({ personId, lineId });

async function parsed<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  const read = schema.safeParse(await response.json().catch(() => undefined));
  if (read.success) return read.data;
  throw new SinauRefused(
    'broken',
    'Sinau answers otherwise than this connector understands. Is it up to date?',
  );
}

/** Undefined: the order is not ours any more. */
async function refusalOf(response: Response): Promise<SinauRefused | undefined> {
  const read = problemSchema.safeParse(await response.json().catch(() => undefined));
  const code = read.success ? read.data.code : '';
  if (code === 'siasn.lease-over' || code === 'siasn.not-found') return undefined;
  if (code === 'siasn.environment')
    return new SinauRefused(
      'environment',
      'The agency has chosen the other environment, or has not switched SIASN on. Compare its settings in Sinau with `environment`.',
    );
  if (response.status === 401 || response.status === 403)
    return new SinauRefused('credentials', 'Sinau refuses this client, or it lacks the scope siasn/sync.');
  return new SinauRefused('broken', `Sinau refuses: ${response.status} ${code}`);
}
