import type { PersonPrincipal } from '@sinau/kernel';
import {
  agencyOf,
  changeSettings,
  confirmSealer,
  countSeals,
  enterActivation,
  lacksOf,
  orderTrial,
  readSettings,
  resumeSealing,
  type SealSettings,
  tryAgain,
  tryAllAgain,
  type WatchedSeal,
  watchSeals,
} from '@sinau/sealing';
import type { SealDeskView, SealsPorts, WatchedSealView } from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'seals' | 'people' | 'organisations' | 'signer' | 'clock'>;

const inPage = 50;
const soonMs = 30 * 24 * 3_600_000;

/** The electronic seal of the reader's agency. */
export function joinSeals(deps: Deps): SealsPorts {
  const desk = async () => ({ ...(await deps.seals()), clock: deps.clock });
  return {
    watched: async () => {
      const [seals, agencies] = await Promise.all([
        watchSeals(await desk()),
        deps.organisations.listAgencies(),
      ]);
      const names = new Map<string, string>(agencies.map(({ agencyId, name }) => [agencyId, name]));
      return seals.map((seal) => watchedView(seal, { names, now: deps.clock.now() }));
    },
    deskOf: (principal) => deskOf(deps, principal),
    save: async (principal, { since, ...change }) => {
      const parts = await desk();
      const { agencyId, hasWork } = await changeSettings(parts, {
        principal,
        change: { ...change, since: startOf(since) },
      });
      if (hasWork) await parts.tell({ task: 'sweep', agencyId });
    },
    order: async (principal, what) => {
      const parts = await desk();
      await parts.tell({ task: 'try', agencyId: await orderTrial(parts, { principal, what }) });
    },
    activate: async (principal, code) => enterActivation(await desk(), { principal, code }),
    confirm: async (principal, fingerprint) => {
      await confirmSealer(await desk(), { principal, fingerprint });
    },
    resume: async (principal) => {
      const parts = await desk();
      await parts.tell({ task: 'send', agencyId: await resumeSealing(parts, principal) });
    },
    rowsOf: (principal, asked) => rowsOf(deps, principal, asked),
    tryAgain: async (principal, ref) => {
      const parts = await desk();
      await tryAgain(parts, { principal, ref });
      await parts.tell({ task: 'send', agencyId: agencyOf(principal) });
    },
    tryAllAgain: async (principal, state) => {
      const parts = await desk();
      await tryAllAgain(parts, { principal, state });
      await parts.tell({ task: 'send', agencyId: agencyOf(principal) });
    },
  };
}

/** A day of western Indonesia begins seven hours before that of UTC. */
const startOf = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - 7 * 3_600_000).toISOString();
const dayOf = (iso: string): string => new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 10);

async function deskOf(deps: Deps, principal: PersonPrincipal): Promise<SealDeskView> {
  const parts = { ...(await deps.seals()), clock: deps.clock };
  const [settings, counts] = await Promise.all([
    readSettings(parts, agencyOf(principal)),
    countSeals(parts, principal),
  ]);
  const now = deps.clock.now();
  const { sealer, activation, trial, standstill, pause, lastSealedAt, history } = settings;
  const people = await deps.people.findMany([...new Set(history.map(({ by }) => by))]);
  const names = new Map<string, string>(people.map(({ personId, name }) => [personId, name]));
  const isPaused = pause && Date.parse(pause.until) > now.getTime();
  return {
    settings: settingsView(settings),
    ...{ lacks: lacksOf(settings, now), counts },
    ...(sealer && {
      sealer: { ...sealer, endsSoon: Date.parse(sealer.validTo) - now.getTime() < soonMs },
    }),
    ...(activation?.endsAt !== undefined && { activationEndsAt: activation.endsAt }),
    ...(trial && {
      trial: { ...trial, isConfirmed: trial.sealer?.fingerprint === sealer?.fingerprint },
    }),
    ...(standstill && { standstill }),
    ...(isPaused && { pausedUntil: pause.until }),
    ...(lastSealedAt !== undefined && { lastSealedAt }),
    history: history.map(({ at, by, what }) => ({ at, by: names.get(by) ?? '–', what })),
  };
}

function settingsView(settings: SealSettings): SealDeskView['settings'] {
  const { isOn, documents, since, address, username, sealedPassword, subscriberId } = settings;
  return {
    ...{ isOn, documents, since: dayOf(since), hasPassword: sealedPassword !== undefined },
    ...(address !== undefined && { address }),
    ...(username !== undefined && { username }),
    ...(subscriberId !== undefined && { subscriberId }),
  };
}

async function rowsOf(
  deps: Deps,
  principal: PersonPrincipal,
  { state, token }: Parameters<SealsPorts['rowsOf']>[1],
) {
  const agencyId = agencyOf(principal);
  const pages = sealedPages(deps, { list: 'seals', by: principal, of: state });
  const page = { limit: inPage, ...pages.open(token) };
  const { rows, next } = await (await deps.seals()).rows.listIn(agencyId, state, page);
  return {
    rows: rows.map(({ kind, number, edition, state: now, because, words, tries, changedAt }) => ({
      ...{ kind, number, edition, state: now, tries, changedAt },
      ...(because && { because }),
      ...(words !== undefined && { words }),
    })),
    ...(next !== undefined && { nextPageToken: pages.seal(next) }),
  };
}

function watchedView(
  { settings, state, waiting, atLeast, longest }: WatchedSeal,
  { names, now }: { readonly names: ReadonlyMap<string, string>; readonly now: Date },
): WatchedSealView {
  const { agencyId, standstill, pause, lastSealedAt, sealer } = settings;
  return {
    ...{ agency: names.get(agencyId) ?? agencyId, state, waiting, atLeast, lacks: lacksOf(settings, now) },
    longest: longest.map(({ number, edition, since }) => ({ number, edition, since })),
    ...(standstill && { standstill }),
    ...(state === 'paused' && pause && { pausedUntil: pause.until }),
    ...(lastSealedAt !== undefined && { lastSealedAt }),
    ...(sealer && { sealerEndsAt: sealer.validTo }),
  };
}
