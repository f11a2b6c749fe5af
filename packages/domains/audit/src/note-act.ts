import type { Clock, PersonId, Tenant } from '@sinau/kernel';
import type { ReadingLog, SeenLately } from './ports.ts';
import { type ActGround, type ActKind, type Actor, officeOfTenant, type Purpose } from './reading.ts';

/** Longer than a fact can wait to be told once more. */
const rememberedMs = 45 * 24 * 3600_000;

const purposeOf: Readonly<Record<ActGround, Purpose>> = {
  'identity-provider': 'integration',
  list: 'personnel',
  administrator: 'personnel',
  'legal-standing': 'personnel',
  operator: 'support',
};

/**
 * Notes that the account of somebody was closed or opened, for the office that did it: the platform's where an operator did, else that of the
 * person. Once by the id of what happened; a process that dies right after it leaves the line twice rather than not at all. Rejects with
 * `Unavailable` when it could not be written.
 */
export async function noteAct(
  deps: { readonly log: Pick<ReadingLog, 'append'>; readonly seen: SeenLately; readonly clock: Clock },
  act: {
    /** Of what happened. */
    readonly id: string;
    /** ISO 8601 UTC. */
    readonly at: string;
    readonly what: ActKind;
    readonly because: ActGround;
    readonly actor: Actor;
    readonly personId: PersonId;
    /** To whom the person belongs. */
    readonly home: Tenant;
  },
): Promise<'noted' | 'seen'> {
  const { id, at, what, because, actor, personId, home } = act;
  const about = { kind: 'person', personId } as const;
  const key = { actor, what: `${what} ${id}`, about };
  const now = deps.clock.now();
  if (await deps.seen.has(key, now)) return 'seen';
  const office = because === 'operator' ? 'platform' : officeOfTenant(home);
  await deps.log.append({ at, office, actor, about, purpose: purposeOf[because], what, because });
  await deps.seen.note(key, new Date(now.getTime() + rememberedMs));
  return 'noted';
}
