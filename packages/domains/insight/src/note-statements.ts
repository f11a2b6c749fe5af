import type { Digest } from '@sinau/kernel';
import type { InsightStore, RegistrationDirectory } from './ports.ts';
import { type PlacedStatement, readSignal } from './read-signal.ts';
import type { Signal } from './signals.ts';
import type { TracePlace } from './traces.ts';

export interface NoteDeps {
  readonly insight: InsightStore;
  readonly registrations: RegistrationDirectory;
  readonly digest: Digest;
  /** Home page of the accounts of this platform. */
  readonly issuer: string;
}

/**
 * Follows recorded statements. Only what the platform itself vouches for counts, about the learner whose registration it
 * is: what other clients store under somebody's registration says nothing of the course. Idempotent, in any order.
 */
export async function noteStatements(deps: NoteDeps, statements: readonly PlacedStatement[]): Promise<void> {
  const runs = new Map<string, { readonly actor: string; readonly signals: Signal[] }>();
  for (const placed of statements) {
    const { actor, authority, context } = placed.statement;
    const registration = context?.registration?.toLowerCase();
    if (registration === undefined || !isOwn(deps, authority.account)) continue;
    const signal = readSignal(deps, placed);
    if (!signal) continue;
    const named = accountText(actor.account);
    const key = `${registration} ${named}`;
    const run = runs.get(key) ?? { actor: named, signals: [] };
    runs.set(key, run);
    run.signals.push(signal);
  }
  for (const [key, { actor, signals }] of runs) {
    const place = await placeOf(deps, key.slice(0, 36), actor);
    if (place) await deps.insight.noteSignals(place, signals);
  }
}

async function placeOf(deps: NoteDeps, registration: string, actor: string): Promise<TracePlace | undefined> {
  const found = await deps.registrations.find(registration);
  return found && accountText(found.actor) === actor ? { courseId: found.courseId, registration } : undefined;
}

interface Account {
  readonly homePage: string;
  readonly name: string;
}

const isOwn = ({ issuer }: NoteDeps, account: Account | undefined): boolean =>
  account?.homePage === issuer && account.name === 'lms';

const accountText = (account: Account | undefined): string =>
  account ? `${account.homePage} ${account.name}` : '';
