import type { AgencyId, Clock, PersonPrincipal } from '@sinau/kernel';
import { readTokenEnd } from '@sinau/siasn';
import { agencyOf } from './decide-row.ts';
import { SessionNotAccepted, SettingsIncomplete, SiasnChanged } from './errors.ts';
import type { SettingsStore } from './ports.ts';
import { newSettings, type Standstill, type SyncSettings } from './settings.ts';

/** Keeps what must be read again; what was sealed for one context opens in no other. */
export interface SecretBox {
  seal(text: string, context: Readonly<Record<string, string>>): Promise<string>;
  open(sealed: string, context: Readonly<Record<string, string>>): Promise<string>;
}

interface Deps {
  readonly settings: SettingsStore;
  readonly box: SecretBox;
  readonly clock: Clock;
}

export const contextOf = (agencyId: AgencyId, what: 'consumer' | 'session') => ({
  purpose: `siasn-${what}`,
  agency: agencyId,
});

export const readSettings = async (
  { settings, clock }: Pick<Deps, 'settings' | 'clock'>,
  agencyId: AgencyId,
): Promise<SyncSettings> => (await settings.find(agencyId)) ?? newSettings(agencyId, clock.now());

export interface SettingsChange {
  readonly isOn: boolean;
  readonly environment: SyncSettings['environment'];
  readonly fromYear: number;
  readonly siasnAgencyId?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly consumerKey?: string | undefined;
  /** Absent: as it was. */
  readonly consumerSecret?: string | undefined;
}

/** `switchedOn`: lines that are there already have to be looked at. */
export async function changeSettings(
  deps: Deps,
  { principal, change }: { readonly principal: PersonPrincipal; readonly change: SettingsChange },
): Promise<{ readonly agencyId: AgencyId; readonly hasWork: boolean }> {
  const agencyId = agencyOf(principal);
  const { isOn, environment, fromYear, siasnAgencyId, subjectId } = change;
  if (isOn && (siasnAgencyId === undefined || subjectId === undefined)) throw new SettingsIncomplete();
  const before = await readSettings(deps, agencyId);
  const consumer = await consumerOf(deps, { before, change });
  const { standstill, session, consumer: _, siasnAgencyId: __, subjectId: ___, ...rest } = before;
  const isSameClient = consumer?.sealed === before.consumer?.sealed && environment === before.environment;
  const next: SyncSettings = {
    ...{ ...rest, isOn, environment, fromYear },
    ...(siasnAgencyId !== undefined && { siasnAgencyId }),
    ...(subjectId !== undefined && { subjectId }),
    ...(consumer && { consumer }),
    // A session is one of a client at a place.
    ...(isSameClient && session && { session }),
    ...(isSameClient && standstill && { standstill }),
  };
  if ((await deps.settings.save(next)) !== 'saved') throw new SiasnChanged();
  return { agencyId, hasWork: isOn };
}

async function consumerOf(
  { box }: Deps,
  { before, change }: { readonly before: SyncSettings; readonly change: SettingsChange },
): Promise<SyncSettings['consumer']> {
  const { consumerKey: key, consumerSecret: secret } = change;
  if (key === undefined) return undefined;
  if (secret === undefined) return before.consumer?.key === key ? before.consumer : undefined;
  return { key, sealed: await box.seal(secret, contextOf(before.agencyId, 'consumer')) };
}

const mostTries = 5;
/** Tokens are long-lived for twelve hours; more is none of BKN's. */
const longestMs = 13 * 3_600_000;
const leastMs = 5 * 60_000;

/** An administrator hands over the token of an account: our worker sends until it ends. */
export async function openSession(
  deps: Deps,
  { principal, token }: { readonly principal: PersonPrincipal; readonly token: string },
): Promise<AgencyId> {
  const agencyId = agencyOf(principal);
  const before = await readSettings(deps, agencyId);
  if (!before.isOn || !before.consumer) throw new SettingsIncomplete();
  const now = deps.clock.now();
  const endsAtMs = readTokenEnd(token);
  if (endsAtMs === undefined || endsAtMs < now.getTime() + leastMs) throw new SessionNotAccepted();
  const { standstill: _, ...rest } = before;
  const session = {
    sealed: await sealToken(deps.box, { agencyId, token }),
    ...{ by: principal.personId, since: now.toISOString() },
    endsAt: new Date(Math.min(endsAtMs, now.getTime() + longestMs)).toISOString(),
  };
  if ((await deps.settings.save({ ...rest, session })) !== 'saved') throw new SiasnChanged();
  return agencyId;
}

export async function closeSession(
  deps: Pick<Deps, 'settings' | 'clock'>,
  principal: PersonPrincipal,
): Promise<void> {
  const { session: _, ...rest } = await readSettings(deps, agencyOf(principal));
  if ((await deps.settings.save(rest)) !== 'saved') throw new SiasnChanged();
}

/**
 * A session that goes on no more, with the reason for those who look after it. Another one that was opened meanwhile stays: `since` names the
 * one that is meant.
 */
export async function stopSession(
  { settings, clock }: Pick<Deps, 'settings' | 'clock'>,
  given: { readonly agencyId: AgencyId; readonly since: string; readonly because: Standstill },
): Promise<void> {
  const { agencyId, since, because } = given;
  for (let n = 0; n < mostTries; n += 1) {
    const found = await settings.find(agencyId);
    if (found?.session?.since !== since) return;
    const { session: _, ...rest } = found;
    const standstill = { because, at: clock.now().toISOString() };
    if ((await settings.save({ ...rest, standstill })) === 'saved') return;
  }
  throw new SiasnChanged();
}

/** Tokens are longer than what a box takes at once. */
const pieceLength = 3_000;

async function sealToken(
  box: SecretBox,
  { agencyId, token }: { readonly agencyId: AgencyId; readonly token: string },
): Promise<string> {
  const pieces: string[] = [];
  for (let at = 0; at < token.length; at += pieceLength) {
    const context = { ...contextOf(agencyId, 'session'), piece: String(pieces.length) };
    pieces.push(await box.seal(token.slice(at, at + pieceLength), context));
  }
  return pieces.join(' ');
}

export async function openToken(
  box: SecretBox,
  { agencyId, sealed }: { readonly agencyId: AgencyId; readonly sealed: string },
): Promise<string> {
  const pieces = sealed
    .split(' ')
    .map((piece, n) => box.open(piece, { ...contextOf(agencyId, 'session'), piece: String(n) }));
  return (await Promise.all(pieces)).join('');
}
