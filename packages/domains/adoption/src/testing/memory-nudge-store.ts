import { type EffectStanding, type EffectSums, noSums } from '../nudges/effect.ts';
import type { Experiment, Met } from '../nudges/experiment.ts';
import type { EffectScope, ExperimentPlace, NudgeStore, NudgeTurn } from '../nudges/ports.ts';

const placeKey = ({ kind, version }: ExperimentPlace): string => `${kind} ${version}`;
const scopeKey = (scope: EffectScope): string => (scope.kind === 'nation' ? 'nation' : scope.agencyId);
const metKey = (met: ExperimentPlace & { readonly personId: string }): string =>
  `${placeKey(met)} ${met.personId}`;

/** Nudges without a table, in one part. */
export function memoryNudgeStore(): NudgeStore {
  const experiments = new Map<string, Experiment>();
  const turns = new Map<string, NudgeTurn>();
  const meetings = new Map<string, Met>();
  const sums = new Map<string, EffectSums>();
  const standings = new Map<string, EffectStanding>();
  const effectKey = (place: ExperimentPlace, scope: EffectScope) => `${placeKey(place)} ${scopeKey(scope)}`;
  const count = (met: Met, names: readonly (keyof EffectSums)[]) => {
    const { agencyId } = met;
    const scopes: readonly EffectScope[] = [
      { kind: 'nation' },
      ...(agencyId === undefined ? [] : [{ kind: 'agency' as const, agencyId }]),
    ];
    for (const scope of scopes) {
      const key = effectKey(met, scope);
      const next: Record<keyof EffectSums, number> = { ...(sums.get(key) ?? noSums) };
      for (const name of names) next[name] += 1;
      sums.set(key, next);
    }
  };
  return {
    parts: 1,
    experiments: async () => [...experiments.values()],
    async addExperiment(experiment) {
      if (experiments.has(placeKey(experiment))) return 'exists';
      experiments.set(placeKey(experiment), experiment);
      return 'added';
    },
    async stopExperiment(place, at) {
      const found = experiments.get(placeKey(place));
      if (!found) return 'absent';
      if (found.stoppedAt !== undefined) return 'was-stopped';
      experiments.set(placeKey(place), { ...found, stoppedAt: at });
      return 'stopped';
    },
    async addTurn(turn) {
      if (!turns.has(turn.personId)) turns.set(turn.personId, turn);
    },
    listDueTurns: async (_, until, limit) =>
      [...turns.values()]
        .filter(({ at }) => at <= until)
        .toSorted((a, b) => a.at.localeCompare(b.at))
        .slice(0, limit),
    async moveTurn(turn, next) {
      if (turns.get(turn.personId)?.at !== turn.at) return;
      if (next === undefined) turns.delete(turn.personId);
      else turns.set(turn.personId, { ...turn, at: next });
    },
    metBy: async (personId) => [...meetings.values()].filter((met) => met.personId === personId),
    async meet(met) {
      if (meetings.has(metKey(met))) return 'was-met';
      meetings.set(metKey(met), met);
      count(met, [met.group === 'told' ? 'told' : 'heldOut']);
      return 'met';
    },
    listDueOutcomes: async (_, until, limit) =>
      [...meetings.values()]
        .filter(({ settleAt }) => settleAt !== undefined && settleAt <= until)
        .toSorted((a, b) => (a.settleAt ?? '').localeCompare(b.settleAt ?? ''))
        .slice(0, limit),
    async settle(met, returned) {
      const found = meetings.get(metKey(met));
      if (found?.settleAt === undefined) return;
      const { settleAt: _, ...rest } = found;
      meetings.set(metKey(met), { ...rest, returned });
      const group = met.group === 'told' ? 'told' : 'heldOut';
      count(met, [`${group}Settled`, ...(returned ? ([`${group}Returned`] as const) : [])]);
    },
    async effectOf(place, scope) {
      const key = effectKey(place, scope);
      const standing = standings.get(key);
      return { sums: sums.get(key) ?? noSums, ...(standing && { standing }) };
    },
    async noteStanding({ place, scope }, { before, next }) {
      const key = effectKey(place, scope);
      if (standings.get(key)?.at !== before?.at) return 'lost';
      standings.set(key, next);
      return 'noted';
    },
    async forget(personId) {
      const own = [...meetings].filter(([, met]) => met.personId === personId);
      for (const [key] of own) meetings.delete(key);
      return own.length + (turns.delete(personId) ? 1 : 0);
    },
  };
}
