import type { AtomicCompanion } from '@sinau/kernel';
import type { Item, TransactItem, UpdateInput, WriteResult } from '@sinau/platform/dynamo';
import { sameFingerprint } from '../fingerprint.ts';
import type { StoreName } from '../model.ts';
import { commitState, fence } from './commit-row.ts';
import type { LrsContext } from './context.ts';
import { idKey } from './keys.ts';
import { msOf, type Position } from './position.ts';

/** What a write puts into the row of an id. */
export interface Claim {
  readonly store: StoreName;
  readonly id: string;
  readonly position: Position;
  readonly fingerprint: string;
  /** For a batch: index of the statement; the row is only reserved until the commit row is there. */
  readonly index?: number;
  /** For a single: its body and notes; the row is the commit. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly companion?: AtomicCompanion;
}

export type ClaimResult =
  /** `referred`: another statement had announced that it refers to this one. */
  | { readonly outcome: 'claimed'; readonly referred: boolean }
  | { readonly outcome: 'duplicate' }
  | { readonly outcome: 'conflict' }
  /** Too much time has passed since the position was made; nothing was written. */
  | { readonly outcome: 'late' }
  | { readonly outcome: 'companion-refused' };

/**
 * Takes the row of an id, or tells who has it. Never answers against a write that is still pending: an older one is
 * waited for as long as it may be open, a younger one is fenced, so that two batches never wait for each other.
 */
export async function claim(context: LrsContext, claimed: Claim): Promise<ClaimResult> {
  let referred = false;
  let dead: Position | undefined;
  for (;;) {
    if (!isTimely(context, claimed)) return { outcome: 'late' };
    const result = await tryClaim(context, claimed, { referred, dead });
    if (result === 'companion-refused') return { outcome: 'companion-refused' };
    if (result.outcome === 'done') return { outcome: 'claimed', referred };
    const row = result.item;
    // The row went away or changed between the check and its report: look again.
    if (!row) continue;
    if (row.r === true) referred = true;
    if (row.p === undefined) {
      dead = undefined;
      continue;
    }
    const holder = String(row.p);
    if (holder === claimed.position) return { outcome: 'claimed', referred };
    const state = await stateOf(context, claimed, row);
    if (state === 'committed') {
      const same = sameFingerprint(String(row.f), claimed.fingerprint);
      return { outcome: same ? 'duplicate' : 'conflict' };
    }
    dead = state === 'dead' ? holder : undefined;
  }
}

/** A reservation waits for the commit row, which is late or not by itself; the row of a single is the commit. */
function isTimely({ horizon }: LrsContext, { index, position }: Claim): boolean {
  return index !== undefined || horizon.mayCommit(msOf(position));
}

async function tryClaim(
  context: LrsContext,
  claimed: Claim,
  seen: { readonly referred: boolean; readonly dead: Position | undefined },
): Promise<WriteResult | 'companion-refused'> {
  const { dynamo, table } = context;
  const stillTimely = () => isTimely(context, claimed);
  const update = { ...claimUpdate(table, claimed, seen), stillTimely };
  if (!claimed.companion) return dynamo.update(update);
  // Made by DynamoDB adapters alone (kernel's AtomicCompanion).
  const companions = claimed.companion.writes as readonly TransactItem[];
  const result = await dynamo.transactWrite([{ kind: 'update', ...update }, ...companions], {
    stillTimely,
  });
  if (result.outcome === 'done') return { outcome: 'done' };
  const [own] = result.reasons;
  if (own?.code !== 'ConditionalCheckFailed') return 'companion-refused';
  return { outcome: 'condition-failed', ...(own.item ? { item: own.item } : {}) };
}

function claimUpdate(
  table: string,
  claimed: Claim,
  { referred, dead }: { readonly referred: boolean; readonly dead: Position | undefined },
): UpdateInput {
  const { store, id, position, fingerprint, index, attributes = {} } = claimed;
  const set: Record<string, unknown> = { p: position, f: fingerprint, ...attributes };
  if (index !== undefined) set.n = index;
  const names = Object.fromEntries(Object.keys(set).map((name) => [`#${name}`, name]));
  const values = Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value]));
  const assignments = Object.keys(set).map((name) => `#${name} = :${name}`);
  return {
    table,
    key: idKey(store, id),
    update: `SET ${assignments.join(', ')}${index === undefined ? ' REMOVE n' : ''}`,
    // Free: nobody has the id, or the very reservation that was fenced has it · unreferred: whoever announces a
    // reference from now on sees this claim, so that one of the two finds the other.
    condition: [
      dead === undefined ? 'attribute_not_exists(f)' : '#p = :dead',
      ...(referred ? [] : ['attribute_not_exists(r)']),
    ].join(' AND '),
    names,
    values: dead === undefined ? values : { ...values, ':dead': dead },
  };
}

async function stateOf(
  context: LrsContext,
  claimed: Claim,
  row: Item,
): Promise<'committed' | 'dead' | 'unknown'> {
  if (row.n === undefined) return 'committed';
  const { store } = claimed;
  const holder = { store, position: String(row.p) };
  const state = await commitState(context, holder);
  if (state !== 'pending') return state;
  const older = holder.position < claimed.position;
  if (!older || !context.horizon.mayBeOpen(msOf(holder.position))) {
    const fenced = await fence(context, holder);
    return fenced === 'fenced' ? 'dead' : 'committed';
  }
  await context.sleep(15);
  return 'unknown';
}
