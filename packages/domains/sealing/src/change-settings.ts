import type { AgencyId, Clock, PersonPrincipal } from '@sinau/kernel';
import { agencyOf } from './authority.ts';
import { SealAddressRefused, SealChanged, SealNotFound, SealNotReady, SealPasswordNeeded } from './errors.ts';
import { contextOf } from './open-service.ts';
import type { AddressCheck, SealSettingsStore, SecretBox } from './ports.ts';
import { type DocumentKind, documentKinds } from './seal-row.ts';
import { type ChangedThing, lacksOf, newSettings, type SealSettings } from './settings.ts';

export interface SettingsDeps {
  readonly settings: SealSettingsStore;
  readonly box: SecretBox;
  readonly addresses: AddressCheck;
  readonly clock: Clock;
}

export const readSettings = async (
  { settings, clock }: Pick<SettingsDeps, 'settings' | 'clock'>,
  agencyId: AgencyId,
): Promise<SealSettings> => (await settings.find(agencyId)) ?? newSettings(agencyId, clock.now());

export interface SealSettingsChange {
  readonly isOn: boolean;
  readonly documents: readonly DocumentKind[];
  /** ISO 8601 UTC. */
  readonly since: string;
  readonly address?: string | undefined;
  readonly username?: string | undefined;
  /** Absent: as it was. */
  readonly password?: string | undefined;
  readonly subscriberId?: string | undefined;
}

/** What is kept of who changed what. */
const longestHistory = 20;

export function noted(
  before: SealSettings,
  {
    principal,
    what,
    at,
  }: { readonly principal: PersonPrincipal; readonly what: readonly ChangedThing[]; readonly at: Date },
): SealSettings {
  if (what.length === 0) return before;
  const entry = { at: at.toISOString(), by: principal.personId, what };
  return { ...before, history: [entry, ...before.history].slice(0, longestHistory) };
}

/**
 * `hasWork`: what was issued meanwhile has to be looked at. Secrets stay with the address and account they were given for, and whose seal it is was
 * confirmed for one id: with another of these the agency begins anew.
 */
export async function changeSettings(
  deps: SettingsDeps,
  { principal, change }: { readonly principal: PersonPrincipal; readonly change: SealSettingsChange },
): Promise<{ readonly agencyId: AgencyId; readonly hasWork: boolean }> {
  const agencyId = agencyOf(principal);
  const before = await readSettings(deps, agencyId);
  const { isOn, documents, since, password, subscriberId, username } = change;
  const address = change.address?.replace(/\/+$/, '');
  const isSameAccount = address === before.address && username === before.username;
  if (address !== undefined && address !== before.address && !(await deps.addresses.mayAsk(address))) {
    throw new SealAddressRefused();
  }
  if (!isSameAccount && username !== undefined && password === undefined) throw new SealPasswordNeeded();
  const isSameSeal = isSameAccount && subscriberId === before.subscriberId;
  const sealedPassword =
    password === undefined
      ? isSameAccount
        ? before.sealedPassword
        : undefined
      : await deps.box.seal(password, contextOf(agencyId, 'password'));
  const next: SealSettings = {
    ...{ agencyId, isOn, documents: documentKinds.filter((one) => documents.includes(one)), since },
    ...(address !== undefined && { address }),
    ...(username !== undefined && { username }),
    ...(sealedPassword !== undefined && { sealedPassword }),
    ...(subscriberId !== undefined && { subscriberId }),
    ...(isSameSeal && before.activation && { activation: before.activation }),
    ...(isSameSeal && before.sealer && { sealer: before.sealer }),
    ...(isSameSeal && before.trial && { trial: before.trial }),
    ...(isSameSeal && password === undefined && before.standstill && { standstill: before.standstill }),
    ...(before.lastSealedAt !== undefined && { lastSealedAt: before.lastSealedAt }),
    ...(before.worker && { worker: before.worker }),
    ...{ streak: 0, history: before.history, rev: before.rev },
  };
  const now = deps.clock.now();
  if (isOn && lacksOf(next, now).length > 0) throw new SealNotReady();
  const what = changesOf(before, next);
  if ((await deps.settings.save(noted(next, { principal, what, at: now }))) !== 'saved')
    throw new SealChanged();
  return { agencyId, hasWork: isOn };
}

function changesOf(before: SealSettings, next: SealSettings): readonly ChangedThing[] {
  const differs: Readonly<Partial<Record<ChangedThing, boolean>>> = {
    on: next.isOn && !before.isOn,
    off: !next.isOn && before.isOn,
    address: next.address !== before.address,
    account: next.username !== before.username,
    password: next.sealedPassword !== before.sealedPassword,
    subscriber: next.subscriberId !== before.subscriberId,
    documents: next.documents.join() !== before.documents.join(),
    since: next.since !== before.since,
  };
  return (Object.keys(differs) as ChangedThing[]).filter((one) => differs[one]);
}

/** The code that came by mail to whoever holds the seal. When it ends nobody says; it is renewed with the first use. */
export async function enterActivation(
  deps: SettingsDeps,
  { principal, code }: { readonly principal: PersonPrincipal; readonly code: string },
): Promise<void> {
  const agencyId = agencyOf(principal);
  const before = await deps.settings.find(agencyId);
  if (!before?.subscriberId) throw new SealNotReady();
  const now = deps.clock.now();
  const { standstill, pause: _, ...rest } = before;
  const activation = {
    sealed: await deps.box.seal(code, contextOf(agencyId, 'activation')),
    ...{ since: now.toISOString(), isMailed: true as const },
  };
  const isOver = standstill?.because === 'not-activated';
  const next = { ...rest, activation, ...(standstill && !isOver && { standstill }) };
  const saved = await deps.settings.save(noted(next, { principal, what: ['activation'], at: now }));
  if (saved !== 'saved') throw new SealChanged();
}

/** An administrator has seen whose seal the trial came back with, and says that it is the agency's. */
export async function confirmSealer(
  deps: SettingsDeps,
  { principal, fingerprint }: { readonly principal: PersonPrincipal; readonly fingerprint: string },
): Promise<AgencyId> {
  const agencyId = agencyOf(principal);
  const before = await deps.settings.find(agencyId);
  const sealer = before?.trial?.outcome === 'good' ? before.trial.sealer : undefined;
  if (!before || sealer?.fingerprint !== fingerprint) throw new SealNotFound();
  const { standstill, ...rest } = before;
  const isOver = standstill?.because === 'other-seal' || standstill?.because === 'certificate-ended';
  const next = { ...rest, sealer, ...(standstill && !isOver && { standstill }) };
  const saved = await deps.settings.save(noted(next, { principal, what: ['sealer'], at: deps.clock.now() }));
  if (saved !== 'saved') throw new SealChanged();
  return agencyId;
}

/** Somebody has looked, and lets it go on. */
export async function resumeSealing(deps: SettingsDeps, principal: PersonPrincipal): Promise<AgencyId> {
  const agencyId = agencyOf(principal);
  const before = await deps.settings.find(agencyId);
  if (!before) throw new SealNotFound();
  const { standstill: _, pause: __, ...rest } = before;
  const next = noted({ ...rest, streak: 0 }, { principal, what: ['resumed'], at: deps.clock.now() });
  if ((await deps.settings.save(next)) !== 'saved') throw new SealChanged();
  return agencyId;
}
