import { type AgencyId, type Clock, localDateOf } from '@sinau/kernel';
import { agencyOf, type Caller } from './authority.ts';
import { PlanNotFound } from './errors.ts';
import { type Basis, type Source, sourceOf, sources } from './need.ts';
import { asksIn, ruleSignalId } from './new-rule.ts';
import type {
  CitizenDirectory,
  GapDirectory,
  PlanStore,
  RuleStore,
  SignalStore,
  StandingStore,
  UnitDirectory,
} from './ports.ts';
import {
  commitmentSignalId,
  complaintSignalId,
  gapSignalId,
  type NeedSignal,
  standingSignalId,
  surveySignalId,
  unitOfSignal,
  type YearPlace,
} from './signal.ts';
import { isLow, meanOf, signalRuleOn } from './signal-rule.ts';
import { isBehind, standingRuleOn } from './standing.ts';

export interface SignalDeps {
  readonly plans: Pick<PlanStore, 'list' | 'items'>;
  readonly signals: Pick<SignalStore, 'read'>;
  readonly citizens: CitizenDirectory;
  readonly gaps: GapDirectory;
  readonly rules: Pick<RuleStore, 'list'>;
  readonly standings: Pick<StandingStore, 'find'>;
  readonly units: UnitDirectory;
  readonly clock: Clock;
}

/** A competency that half the agency is short of matters more than the fortieth one. */
const mostGaps = 15;

/** Of one service: what comes after them is one complaint among many. Ours, and no regulation. */
const mostThemes = 3;

/**
 * Every signal for the plan of a year: by source, and within one the most urgent first. Gaps are those of a unit with those below it where
 * one is named, else of the whole agency; what citizens say and what was written down is of the agency.
 */
export async function listSignals(
  deps: SignalDeps,
  input: { readonly principal: Caller; readonly year: number; readonly unitId?: string },
): Promise<readonly NeedSignal[]> {
  const { principal, year, unitId } = input;
  return signalsFor(deps, { agencyId: agencyOf(principal), year }, unitId);
}

/** One of them. Rejects with `PlanNotFound`. */
export async function findSignal(
  deps: SignalDeps,
  { agencyId, year, signalId }: YearPlace & { readonly signalId: string },
): Promise<NeedSignal> {
  const all = await signalsFor(deps, { agencyId, year }, unitOfSignal(signalId));
  const found = all.find((one) => one.signalId === signalId);
  if (!found) throw new PlanNotFound();
  return found;
}

async function signalsFor(
  deps: SignalDeps,
  place: YearPlace,
  unitId: string | undefined,
): Promise<readonly NeedSignal[]> {
  const [{ notes, asides }, lows, themes, promises, gaps, behind, asked, taken] = await Promise.all([
    deps.signals.read(place),
    lowElements(deps, place.agencyId),
    biggestThemes(deps, place.agencyId),
    commitments(deps, place.agencyId),
    biggestGaps(deps, place.agencyId, unitId),
    behindExpectation(deps, place.agencyId),
    newRules(deps, place),
    takenIn(deps, place),
  ]);
  const aside = new Map(asides.map((one) => [one.signalId, one]));
  const written = notes.map((note) => ({ signalId: note.noteId, basis: note.basis, note }));
  const all: readonly Pick<NeedSignal, 'signalId' | 'basis' | 'note'>[] = [
    ...gaps,
    ...lows,
    ...themes,
    ...promises,
    ...behind,
    ...asked,
    ...written,
  ];
  return all
    .map((signal): NeedSignal => {
      const itemId = taken.get(signal.signalId);
      const put = aside.get(signal.signalId);
      if (itemId !== undefined) return { ...signal, state: 'taken', itemId };
      return put ? { ...signal, state: 'aside', aside: put } : { ...signal, state: 'open' };
    })
    .toSorted(byUrgency);
}

/** The newest version is what signals are taken into. */
async function takenIn(
  { plans }: Pick<SignalDeps, 'plans'>,
  { agencyId, year }: YearPlace,
): Promise<ReadonlyMap<string, string>> {
  const newest = (await plans.list(agencyId)).find((plan) => plan.year === year);
  const items = newest ? await plans.items(newest) : [];
  return new Map(items.map(({ need, itemId }) => [need.signalId, itemId]));
}

async function lowElements(
  { citizens, clock }: Pick<SignalDeps, 'citizens' | 'clock'>,
  agencyId: AgencyId,
): Promise<readonly Pick<NeedSignal, 'signalId' | 'basis'>[]> {
  const rule = signalRuleOn(localDateOf(clock.now().getTime(), 'Asia/Jakarta'));
  if (!rule) return [];
  return (await citizens.resultsOf(agencyId)).flatMap(({ elements, answers, ...survey }) =>
    elements
      .filter(({ subject, sum }) => rule.subjects.includes(subject) && isLow(rule, { answers, sum }))
      .map(({ element, subject, sum }) => ({
        signalId: surveySignalId({ ...survey, element }),
        basis: {
          ...{ kind: 'survey' as const, ...survey, element, subject, answers },
          ...{ mean: meanOf({ answers, sum }), rule: rule.version },
        },
      })),
  );
}

/** Whether learning answers a theme, a person decides: a queue may need a counter and no course. */
async function biggestThemes(
  { citizens }: Pick<SignalDeps, 'citizens'>,
  agencyId: AgencyId,
): Promise<readonly Pick<NeedSignal, 'signalId' | 'basis'>[]> {
  const byService = Map.groupBy(await citizens.complaintsOf(agencyId), ({ serviceId }) => serviceId);
  return [...byService.values()].flatMap((themes) =>
    themes
      .toSorted((a, b) => b.count - a.count || a.theme.localeCompare(b.theme))
      .slice(0, mostThemes)
      .map((theme) => ({
        signalId: complaintSignalId(theme),
        basis: { kind: 'complaints' as const, ...theme },
      })),
  );
}

async function commitments(
  { citizens }: Pick<SignalDeps, 'citizens'>,
  agencyId: AgencyId,
): Promise<readonly Pick<NeedSignal, 'signalId' | 'basis'>[]> {
  return (await citizens.commitmentsOf(agencyId)).map((commitment) => ({
    signalId: commitmentSignalId(commitment),
    basis: { kind: 'commitment' as const, ...commitment },
  }));
}

async function biggestGaps(
  { gaps }: Pick<SignalDeps, 'gaps'>,
  agencyId: AgencyId,
  unitId: string | undefined,
): Promise<readonly Pick<NeedSignal, 'signalId' | 'basis'>[]> {
  const found = (await gaps.gapsOf(agencyId, unitId)).filter(({ short }) => short > 0);
  return found
    .toSorted((a, b) => b.points - a.points)
    .slice(0, mostGaps)
    .map((gap) => ({
      signalId: gapSignalId(gap.competencyId, gap.unit?.unitId),
      basis: { kind: 'competency' as const, ...gap },
    }));
}

/** A unit that half the agency's shortfall lies in matters more than the fortieth one. */
const mostBehind = 15;

/** Units and groups of posts in which performance stays behind; the agency as a whole where no unit can be told. */
async function behindExpectation(
  { standings, units, clock }: Pick<SignalDeps, 'standings' | 'units' | 'clock'>,
  agencyId: AgencyId,
): Promise<readonly Pick<NeedSignal, 'signalId' | 'basis'>[]> {
  const rule = standingRuleOn(localDateOf(clock.now().getTime(), 'Asia/Jakarta'));
  const told = rule && (await standings.find(agencyId))?.told;
  if (!rule || !told) return [];
  const nameOf = new Map((await units.unitsOf(agencyId)).map(({ unitId, name }) => [unitId, name]));
  const { year, groups } = told;
  const hasUnits = groups.some(({ by }) => by === 'unit');
  return groups
    .filter(({ by }) => !hasUnits || by !== 'agency')
    .filter((group) => isBehind(rule, group))
    .toSorted((a, b) => b.below - a.below)
    .slice(0, mostBehind)
    .map((group) => {
      const name = group.by === 'unit' ? nameOf.get(group.id) : undefined;
      return {
        signalId: standingSignalId({ year, ...group }),
        basis: {
          ...{ kind: 'standing' as const, ...group, year, rule: rule.version },
          ...(name !== undefined && { name }),
        },
      };
    });
}

async function newRules(
  { rules, units }: Pick<SignalDeps, 'rules' | 'units'>,
  { agencyId, year }: YearPlace,
): Promise<readonly Pick<NeedSignal, 'signalId' | 'basis'>[]> {
  const asking = (await rules.list(agencyId)).filter((rule) => asksIn(rule, year));
  if (asking.length === 0) return [];
  const known = await units.unitsOf(agencyId);
  return asking.map(({ ruleId, title, number, inForceFrom, asks, posts, unitIds, subject }) => ({
    signalId: ruleSignalId(ruleId),
    basis: {
      ...{ kind: 'new-rule' as const, ruleId, title, number, inForceFrom, posts, subject },
      // A unit that is no more touches nobody.
      units: known
        .filter(({ unitId }) => unitIds.includes(unitId))
        .map(({ unitId, name }) => ({ unitId, name })),
      ...(asks !== undefined && { asks }),
    },
  }));
}

const placeOfSource = new Map<Source, number>(sources.map((source, place) => [source, place]));

/** More than any mean and any count. */
const afterSurveys = 1_000_000_000;

/** The most points short; the most people below what was expected; the oldest rule; what was promised, by its day, the lowest mean, then the most complaints. Higher is less urgent. */
const weightOf = (basis: Basis): number => {
  if (basis.kind === 'competency') return -basis.points;
  if (basis.kind === 'commitment') return Number(basis.due.replaceAll('-', '')) - afterSurveys;
  if (basis.kind === 'complaints') return afterSurveys - basis.count;
  if (basis.kind === 'standing') return -basis.below;
  if (basis.kind === 'new-rule') return Number(basis.inForceFrom.replaceAll('-', '')) - afterSurveys;
  return basis.kind === 'survey' ? basis.mean : 0;
};

const byUrgency = (a: NeedSignal, b: NeedSignal): number =>
  (placeOfSource.get(sourceOf(a.basis)) ?? 0) - (placeOfSource.get(sourceOf(b.basis)) ?? 0) ||
  weightOf(a.basis) - weightOf(b.basis) ||
  a.signalId.localeCompare(b.signalId);
