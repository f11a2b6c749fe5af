import { EsignRefused } from '@sinau/esign';
import type { AgencyId, Clock, PersonPrincipal } from '@sinau/kernel';
import { agencyOf } from './authority.ts';
import { SealChanged, SealNotReady } from './errors.ts';
import { noteSettings } from './note-settings.ts';
import { contextOf, openService } from './open-service.ts';
import type { EsignOpener, SealChecker, SealSettingsStore, SecretBox } from './ports.ts';
import { samplePdf } from './sample-pdf.ts';
import type { SealTrial } from './settings.ts';

/** An administrator has the worker ask for a first code, or seal a sample; what came of it is told by the settings. */
export async function orderTrial(
  { settings, clock }: { readonly settings: SealSettingsStore; readonly clock: Clock },
  { principal, what }: { readonly principal: PersonPrincipal; readonly what: SealTrial['what'] },
): Promise<AgencyId> {
  const agencyId = agencyOf(principal);
  const before = await settings.find(agencyId);
  const isKnown =
    before?.address !== undefined && before.sealedPassword !== undefined && before.subscriberId !== undefined;
  if (!before || !isKnown || (what === 'test' && !before.activation)) throw new SealNotReady();
  const trial = { what, at: clock.now().toISOString() };
  if ((await settings.save({ ...before, trial })) !== 'saved') throw new SealChanged();
  return agencyId;
}

export interface TrialDeps {
  readonly settings: SealSettingsStore;
  readonly box: SecretBox;
  readonly service: EsignOpener;
  readonly checker: SealChecker;
  readonly clock: Clock;
}

/** Does what was ordered, once: a message that comes again finds it done, so that no second sample is counted. */
export async function runTrial(deps: TrialDeps, agencyId: AgencyId): Promise<SealTrial | undefined> {
  const settings = await deps.settings.find(agencyId);
  const { trial, activation } = settings ?? {};
  if (!settings || !trial || trial.outcome !== undefined) return undefined;
  // Noted first: who comes second, or after a worker that died, finds that somebody was here.
  const begun = { ...settings, trial: { ...trial, outcome: 'no-answer' as const } };
  if ((await deps.settings.save(begun)) !== 'saved') return undefined;
  const told = await outcomeOf(async () => {
    const client = await openService(deps, settings);
    if (!client) return { outcome: 'address' };
    if (trial.what === 'activation') {
      await client.requestActivation();
      return { outcome: 'good' };
    }
    if (!activation) return { outcome: 'not-activated' };
    return seal(deps, {
      client,
      code: await deps.box.open(activation.sealed, contextOf(agencyId, 'activation')),
    });
  });
  const next: SealTrial = { what: trial.what, at: trial.at, ...told };
  await noteSettings(deps, agencyId, (before) =>
    before.trial?.at === trial.at ? { ...before, trial: next } : undefined,
  );
  return next;
}

type Told = Omit<SealTrial, 'what' | 'at'>;

async function seal(
  { checker, clock }: TrialDeps,
  { client, code: activation }: { readonly client: ReturnType<EsignOpener['open']>; readonly code: string },
): Promise<Told> {
  const pdf = samplePdf();
  const { code } = await client.sealCode(activation);
  const sealed = await client.seal({ code, pdf, reason: 'Uji segel elektronik' });
  const reading = checker.check({ original: pdf, sealed, at: clock.now() });
  return 'refused' in reading ? { outcome: reading.refused } : { outcome: 'good', sealer: reading.sealer };
}

async function outcomeOf(work: () => Promise<Told>): Promise<Told> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EsignRefused)) throw error;
    const { because, words } = error;
    return { outcome: because, ...(words !== '' && { words }) };
  }
}
