import { type EsignClient, EsignRefused } from '@sinau/esign';
import type { AgencyId } from '@sinau/kernel';
import { noteSettings } from './note-settings.ts';
import { contextOf, openService } from './open-service.ts';
import type { EsignOpener, SealSettingsStore, SecretBox } from './ports.ts';
import { type SealEnd, type SealOneDeps, sealOne } from './seal-one.ts';
import { isOpen, type SealSettings, type Standstill } from './settings.ts';
import { mostInARow, pauseMs, renewsMs, runMs } from './timing.ts';

export interface SealDueDeps extends SealOneDeps {
  readonly settings: SealSettingsStore;
  readonly box: SecretBox;
  readonly service: EsignOpener;
}

export interface SealRun {
  readonly sealed: number;
  /** `idle`: nothing is due. `more`: time is up. `paused`: later, or by another worker. `stopped`: before somebody acts. */
  readonly outcome: 'idle' | 'more' | 'paused' | 'stopped';
  readonly because?: Standstill;
}

/** Read at once; each is held by itself when its turn comes. */
const inPage = 10;

/** Seals what is due in an agency, one after the other, while there is time. */
export async function sealDue(
  deps: SealDueDeps,
  { agencyId, stillTime }: { readonly agencyId: AgencyId; readonly stillTime: () => boolean },
): Promise<SealRun> {
  const found = await deps.settings.find(agencyId);
  const now = deps.clock.now();
  if (!found || !isOpen(found, now)) return { sealed: 0, outcome: 'stopped' };
  const [first] = await deps.rows.listDue(agencyId, now.toISOString(), 1);
  if (!first && !isRenewed(found, now)) return { sealed: 0, outcome: 'idle' };
  const id = deps.ids.uuid();
  const until = new Date(now.getTime() + runMs).toISOString();
  // One at a time: each renewal of the activation ends the one that another worker holds.
  const mine = await noteSettings(deps, agencyId, (before) =>
    before.worker && before.worker.until > now.toISOString()
      ? undefined
      : { ...before, worker: { id, until } },
  );
  if (!mine) return { sealed: 0, outcome: 'paused' };
  try {
    return await sealHeld(deps, mine, stillTime);
  } finally {
    await noteSettings(deps, agencyId, ({ worker, ...rest }) => (worker?.id === id ? rest : undefined));
  }
}

async function sealHeld(
  deps: SealDueDeps,
  settings: SealSettings,
  stillTime: () => boolean,
): Promise<SealRun> {
  const { agencyId } = settings;
  const opened = await openActivated(deps, settings);
  if ('run' in opened) return opened.run;
  let sealed = 0;
  while (stillTime()) {
    const due = await deps.rows.listDue(agencyId, deps.clock.now().toISOString(), inPage);
    if (due.length === 0) return { sealed, outcome: 'idle' };
    let moved = 0;
    for (const row of due) {
      if (!stillTime()) return { sealed, outcome: 'more' };
      const end = await sealOne(deps, opened, row);
      sealed += end.outcome === 'sealed' ? 1 : 0;
      moved += end.outcome === 'left' ? 0 : 1;
      const stop = await note(deps, agencyId, end);
      if (stop) return { sealed, ...stop };
    }
    // The list may be behind: what was left to others is theirs.
    if (moved === 0) return { sealed, outcome: 'idle' };
  }
  return { sealed, outcome: 'more' };
}

type Opened = {
  readonly client: EsignClient;
  readonly activation: string;
  readonly sealer: NonNullable<SealSettings['sealer']>;
};

async function openActivated(
  deps: SealDueDeps,
  settings: SealSettings,
): Promise<Opened | { readonly run: SealRun }> {
  const client = await openService(deps, settings);
  const { activation, sealer, agencyId } = settings;
  if (!client || !activation || !sealer) return { run: { sealed: 0, outcome: 'stopped' } };
  const code = await deps.box.open(activation.sealed, contextOf(agencyId, 'activation'));
  if (!isRenewed(settings, deps.clock.now())) return { client, sealer, activation: code };
  try {
    return { client, sealer, activation: await renew(deps, { agencyId, client, code }) };
  } catch (error) {
    if (!(error instanceof EsignRefused)) throw error;
    const { because, words, afterSeconds } = error;
    const isPassing = because === 'unreachable' || because === 'busy';
    // An answer that never came may have ended the code that is known.
    const end: SealEnd = isPassing
      ? { outcome: 'pause', ...(afterSeconds !== undefined && { afterSeconds }) }
      : { outcome: 'stop', because: because === 'signed-out' ? because : 'not-activated', words };
    const stop = await note(deps, agencyId, end);
    return { run: { sealed: 0, ...(stop ?? { outcome: 'paused' }) } };
  }
}

/** Whether the activation is to be renewed now. What tells no end is renewed by its age, and what came by mail with its first use. */
function isRenewed({ activation }: SealSettings, now: Date): boolean {
  if (!activation) return false;
  const { endsAt, since, isMailed = false } = activation;
  if (isMailed) return true;
  const endsAtMs = endsAt === undefined ? Date.parse(since) + renewsMs * 2 : Date.parse(endsAt);
  return endsAtMs - now.getTime() <= renewsMs;
}

async function renew(
  deps: SealDueDeps,
  {
    agencyId,
    client,
    code,
  }: { readonly agencyId: AgencyId; readonly client: EsignClient; readonly code: string },
): Promise<string> {
  const next = await client.renewActivation(code);
  const sealed = await deps.box.seal(next.code, contextOf(agencyId, 'activation'));
  const since = deps.clock.now().toISOString();
  const activation = { sealed, since, ...(next.endsAt !== undefined && { endsAt: next.endsAt }) };
  await noteSettings(deps, agencyId, (before) => ({ ...before, activation }));
  return next.code;
}

/** What the agency is to know of the end of one document; what it is when nothing more is to be tried now. */
async function note(
  deps: SealDueDeps,
  agencyId: AgencyId,
  end: SealEnd,
): Promise<Pick<SealRun, 'outcome' | 'because'> | undefined> {
  if (end.outcome === 'left') return undefined;
  const now = deps.clock.now();
  const at = now.toISOString();
  const after = await noteSettings(deps, agencyId, (before) => {
    if (end.outcome === 'sealed') {
      const { pause: _, ...rest } = before;
      return { ...rest, streak: 0, lastSealedAt: at };
    }
    if (end.outcome === 'stop') {
      const words = end.words === undefined || end.words === '' ? {} : { words: end.words };
      return { ...before, standstill: { because: end.because, at, ...words } };
    }
    return paused(before, { end, now });
  });
  if (after?.standstill) return { outcome: 'stopped', because: after.standstill.because };
  return after?.pause && Date.parse(after.pause.until) > now.getTime() ? { outcome: 'paused' } : undefined;
}

function paused(
  before: SealSettings,
  { end, now }: { readonly end: SealEnd; readonly now: Date },
): SealSettings {
  const streak = end.outcome === 'pause' ? before.streak : before.streak + 1;
  if (streak >= mostInARow) {
    const because = end.outcome === 'unsure' ? 'no-answer' : 'refusing';
    return { ...before, streak, standstill: { because, at: now.toISOString() } };
  }
  // One that was not taken says nothing about the next.
  if (end.outcome === 'refused') return { ...before, streak };
  const count = (before.pause?.count ?? -1) + 1;
  const wait = pauseMs(count, end.outcome === 'pause' ? end.afterSeconds : undefined);
  return { ...before, streak, pause: { until: new Date(now.getTime() + wait).toISOString(), count } };
}
