import { type CloseDeps, closeRegistration } from './close-registration.ts';
import type { RegistrationStore } from './ports.ts';

/** Registrations whose enrolment has ended and whose session may not have. */
export interface EndedStore {
  /** Any number of times. */
  note(registration: string): Promise<void>;
  list(limit: number): Promise<readonly string[]>;
  forget(registration: string): Promise<void>;
}

/**
 * Follows the end of an enrolment. Whoever ends one closes its registration in the same request; a process that dies in
 * between leaves a session open, which is noted here and closed by `closeEnded`.
 */
export async function noteEnded(
  deps: { readonly registrations: Pick<RegistrationStore, 'read'>; readonly ended: EndedStore },
  { registration }: { readonly registration: string },
): Promise<void> {
  const state = await deps.registrations.read(registration.toLowerCase());
  if (state && state.closedAt === undefined) await deps.ended.note(state.registration);
}

/** Closes what was noted. Tells how many were looked at, and which failed; those are tried again. */
export async function closeEnded(
  deps: CloseDeps & { readonly ended: EndedStore },
  { limit }: { readonly limit: number },
): Promise<{ readonly closed: number; readonly failed: readonly unknown[] }> {
  const all = await deps.ended.list(limit);
  const failed: unknown[] = [];
  for (const registration of all) {
    try {
      await closeRegistration(deps, { registration });
      await deps.ended.forget(registration);
    } catch (error) {
      failed.push(error);
    }
  }
  return { closed: all.length - failed.length, failed };
}
