import type { SiasnClient } from './client.ts';
import { SiasnRefused, type SiasnTrouble } from './siasn-refused.ts';
import { type DocumentPath, findSame, type StoredTraining, type Training, type Whose } from './training.ts';

/** The record there that stands for a line here. */
export interface RemoteRecord {
  readonly id: string;
  readonly kind: Training['kind'];
  /** We have created it: only then is it changed or deleted by us. */
  readonly made: boolean;
}

/** What is to stand there. */
export interface Order {
  readonly nip: string;
  /** `instansiId`. */
  readonly agencyId: string;
  /** `pnsOrangId`, if it is known. */
  readonly personId?: string;
  /** Absent: nothing is to stand there any more. */
  readonly training?: Training;
  readonly remote?: RemoteRecord;
  /** Creating it was tried before, and may have come through. `like`: what was sent then. */
  readonly tried?: { readonly like: Training };
  /** Records of the person that stand for other lines. */
  readonly takenIds: readonly string[];
  /** The certificate, PDF; asked for only when something is written. */
  readonly document?: () => Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
  /** Told right before something is created. `stop`: somebody else has it. */
  readonly beforeCreating?: (training: Training) => Promise<'go' | 'stop'>;
}

/** What stands there, as far as it tells. */
export type There = Pick<StoredTraining, 'title' | 'hours' | 'from' | 'to' | 'number'>;

export const rejections = ['person-unknown', 'gone-there', 'document', 'refused', 'forbidden'] as const;
export type Rejection = (typeof rejections)[number];

export type Delivered =
  | {
      readonly outcome: 'accepted';
      readonly remote: RemoteRecord;
      readonly personId: string;
      /** Somebody else has entered it, and it says this instead. */
      readonly differs?: There;
    }
  | { readonly outcome: 'removed' }
  /**
   * Not before something is mended. `words`: SIASN's own. `stands`: `nothing` when it was looked for and its creation was refused; else
   * nothing is known that was not before.
   */
  | {
      readonly outcome: 'rejected';
      readonly because: Rejection;
      readonly words: string;
      readonly stands: 'nothing' | 'as-before';
    }
  /** It may stand there or not: look before the next try. */
  | { readonly outcome: 'unknown'; readonly because: SiasnTrouble }
  /** Nothing was written. */
  | { readonly outcome: 'later'; readonly because: SiasnTrouble; readonly afterSeconds?: number }
  | { readonly outcome: 'stopped' };

/**
 * Brings one training to SIASN, or takes it away. SIASN knows no repetition, so before anything is created it is looked for, whether it was
 * tried before or not: what somebody has entered by hand is found too, and is then left as it is.
 */
export async function deliver(client: SiasnClient, order: Order): Promise<Delivered> {
  try {
    return order.training === undefined
      ? await takeAway(client, order)
      : await bring(client, order, order.training);
  } catch (error) {
    if (!(error instanceof SiasnRefused)) throw error;
    return ofRefusal(error, 'as-before');
  }
}

const rejected = (because: Rejection, words = ''): Delivered => ({
  ...{ outcome: 'rejected', because, words, stands: 'as-before' },
});

function ofRefusal(error: SiasnRefused, stands: 'nothing' | 'as-before'): Delivered {
  const { because, mayHaveArrived, afterSeconds, words } = error;
  if (because === 'refused' || because === 'forbidden')
    return { ...{ outcome: 'rejected', because, words, stands } };
  if (mayHaveArrived) return { outcome: 'unknown', because };
  return { outcome: 'later', because, ...(afterSeconds !== undefined && { afterSeconds }) };
}

async function bring(client: SiasnClient, order: Order, training: Training): Promise<Delivered> {
  const personId = order.personId ?? (await surely(client.personIdOf(order.nip)));
  if (personId === undefined) return rejected('person-unknown');
  const whose = { personId, agencyId: order.agencyId };
  const stored = await surely(client.trainingsOf(order.nip, training.kind));
  if (order.remote) return replace(client, { order, training, whose, stored, remote: order.remote });
  const free = stored.filter(({ id }) => !order.takenIds.includes(id));
  const same = findSame(training, free) ?? (order.tried && findSame(order.tried.like, free));
  if (same) {
    const remote = { id: same.id, kind: training.kind, made: order.tried !== undefined };
    // What was sent then says something else than what is to stand there now.
    if (order.tried && !saysSame(order.tried.like, training))
      return replace(client, { order, training, whose, stored, remote });
    if (order.tried) return { outcome: 'accepted', remote, personId };
    const differs = otherThan(training, same);
    return { outcome: 'accepted', remote, personId, ...(differs && { differs }) };
  }
  return write(client, { order, training, whose });
}

/** Hours and days are what JP are counted by; names are spelled in many ways. */
function otherThan(
  training: Training,
  { title, hours, from, to, number }: StoredTraining,
): There | undefined {
  const pairs = [
    [hours, training.hours],
    [from, training.from],
    [to, training.to],
  ];
  if (pairs.every(([there, here]) => there === undefined || there === here)) return undefined;
  return {
    title,
    ...(hours !== undefined && { hours }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(number !== undefined && { number }),
  };
}

/** Whatever order their fields come in, after a journey through tables and over the wire. */
const saysSame = (one: Training, other: Training) => sorted(one) === sorted(other);
const sorted = (training: Training) =>
  JSON.stringify(Object.entries({ ...training, path: [] }).toSorted(([a], [b]) => (a < b ? -1 : 1)));

async function replace(
  client: SiasnClient,
  given: {
    readonly order: Order;
    readonly training: Training;
    readonly whose: Whose;
    readonly stored: readonly StoredTraining[];
    readonly remote: RemoteRecord;
  },
): Promise<Delivered> {
  const { order, training, whose, stored, remote } = given;
  // What others have entered is theirs.
  if (!remote.made) return { outcome: 'accepted', remote, personId: whose.personId };
  const found = stored.find(({ id }) => id === remote.id);
  // Somebody has deleted it there, and is not overruled.
  if (!found) return rejected('gone-there');
  return write(client, { order, training, whose: { ...whose, recordId: remote.id }, path: found.path });
}

async function write(
  client: SiasnClient,
  given: {
    readonly order: Order;
    readonly training: Training;
    readonly whose: Whose;
    readonly path?: readonly DocumentPath[];
  },
): Promise<Delivered> {
  const { order, training, whose, path = [] } = given;
  const file = await order.document?.();
  const uploaded = file && (await upload(client, training, file));
  if (uploaded && 'outcome' in uploaded) return uploaded;
  const whole = { ...training, path: uploaded ? [uploaded] : path };
  if (whose.recordId !== undefined) return accepted(await client.save(whole, whose), training, whose);
  // Right before it: whatever takes long is done by then.
  if ((await order.beforeCreating?.(training)) === 'stop') return { outcome: 'stopped' };
  try {
    return accepted(await client.save(whole, whose), training, whose);
  } catch (error) {
    if (!(error instanceof SiasnRefused)) throw error;
    return ofRefusal(error, 'nothing');
  }
}

const accepted = (id: string, { kind }: Training, { personId }: Whose): Delivered => ({
  ...{ outcome: 'accepted', remote: { id, kind, made: true }, personId },
});

async function upload(
  client: SiasnClient,
  { kind }: Training,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<DocumentPath | Delivered> {
  try {
    return await surely(client.upload(kind, file));
  } catch (error) {
    if (!(error instanceof SiasnRefused) || error.because !== 'refused') throw error;
    return rejected('document', error.words);
  }
}

/** Reading, and handing over a file that no record names, changes nothing there: whatever became of it, it may be done again. */
async function surely<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof SiasnRefused) || !error.mayHaveArrived) throw error;
    throw new SiasnRefused(error.because, { afterSeconds: error.afterSeconds, cause: error });
  }
}

async function takeAway(client: SiasnClient, order: Order): Promise<Delivered> {
  const { remote, tried, nip, takenIds } = order;
  const record = remote ?? (tried && (await found(client, { nip, takenIds, like: tried.like })));
  if (!record?.made) return { outcome: 'removed' };
  // Deleting twice finds nothing the second time.
  await surely(client.remove(record.kind, record.id));
  return { outcome: 'removed' };
}

async function found(
  client: SiasnClient,
  given: { readonly nip: string; readonly takenIds: readonly string[]; readonly like: Training },
): Promise<RemoteRecord | undefined> {
  const stored = await surely(client.trainingsOf(given.nip, given.like.kind));
  const same = findSame(
    given.like,
    stored.filter(({ id }) => !given.takenIds.includes(id)),
  );
  return same && { id: same.id, kind: given.like.kind, made: true };
}
