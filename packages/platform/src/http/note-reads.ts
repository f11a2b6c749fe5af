import type { PersonId, Principal } from '@sinau/kernel';
import type { Context } from 'hono';
import type { Log } from '../log/log.ts';
import type { AppEnv } from './create-http-app.ts';
import type { Reads, RouteSpec } from './route.ts';

/** Keeps who was shown whose records; rejects when it could not be written. */
export interface ReadingNotes {
  note(reading: {
    readonly principal: Principal;
    readonly what: Reads['what'];
    /** Absent: a list of people of the reader's office. */
    readonly personId?: PersonId;
    /** Given: a line in any case, with these words. */
    readonly reason?: string;
  }): Promise<void>;
}

/**
 * Before the answer leaves: platform staff are shown nothing that could not be noted. Whoever works for their own agency or
 * provider goes on with it, and the log says so, which alarms: their work does not wait for ours.
 */
export async function noteReads(
  given: { readonly readings: ReadingNotes | undefined; readonly log: Log },
  spec: RouteSpec<string>,
  context: Context<AppEnv>,
): Promise<void> {
  const { readings, log } = given;
  const principal = context.get('principal');
  if (readings && principal.kind === 'person' && principal.viewedBy) {
    // Whatever page it is: it shows the person's own records to somebody else.
    await readings.note({ principal, what: 'portal-as', personId: principal.personId });
    return;
  }
  const { reads } = spec;
  if (!readings || !reads) return;
  const personId = personIn(reads, context);
  if (reads.of === 'told' && personId === undefined) return;
  try {
    await readings.note({ principal, what: reads.what, ...(personId !== undefined && { personId }) });
  } catch (error) {
    log.error('a reading was not noted', error, { path: spec.path });
    if (isPlatforms(principal)) throw error;
  }
}

function personIn({ of }: Reads, context: Context<AppEnv>): PersonId | undefined {
  if (of === 'told' || of === 'known') return context.get('readOf');
  if (of === undefined) return undefined;
  const given: Record<string, string> = context.req.param();
  return given[of] as PersonId | undefined;
}

const platformRoles = ['operator', 'auditor', 'reviewer'] as const;

function isPlatforms(principal: Principal): boolean {
  if (principal.kind === 'client') return principal.tenant.kind === 'platform';
  return principal.kind === 'person' && platformRoles.some((role) => principal.roles.includes(role));
}
