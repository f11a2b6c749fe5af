import {
  type AnnualPlan,
  addItem,
  beginPlan,
  beginVersion,
  bringBack,
  changeItem,
  type ItemId,
  ItemWrong,
  itemRequestSchema,
  lacksAlternative,
  listPlans,
  listSignals,
  mostDecreeBytes,
  movePlan,
  moveSchema,
  type NeedSignal,
  type NoteId,
  noteBasisSchema,
  type PlanItem,
  readDecree,
  readMoves,
  readPlan,
  removeItem,
  removePlan,
  savingOf,
  setAside,
  signalRules,
  sourceOf,
  unitOfSignal,
  writeNote,
  yearsToPlan,
} from '@sinau/annual-plan';
import { forms, nationalRules } from '@sinau/credit';
import { namesOf, organisationName } from '@sinau/identity';
import type { Clock, LanguageMap, PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  type AnnualPlanPorts,
  decreeProblemNames,
  type PlanAt,
  type PlanItemView,
  type PlanMoveOrder,
  type PlanRow,
  type PlanSignalView,
} from '@sinau/web';
import { planOfficials } from '../shared/plan-officials.ts';
import type { PortalDeps } from './deps.ts';
import { joinNeeds } from './join-needs.ts';
import { joinRealisation } from './join-realisation.ts';
import { ownTenant } from './own-tenant.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<
  PortalDeps,
  'annualPlan' | 'budget' | 'decrees' | 'events' | 'organisations' | 'people' | 'signer'
>;

/** Annual plans of the reader's own agency. */
export function joinAnnualPlan(deps: Deps): AnnualPlanPorts {
  return {
    maxBytes: mostDecreeBytes,
    ...{
      ...joinNeeds(deps),
      ...planPorts(deps),
      ...signalPorts(deps),
      ...itemPorts(deps),
      ...joinRealisation(deps),
    },
  };
}

function planPorts(
  deps: Deps,
): Pick<
  AnnualPlanPorts,
  'list' | 'begin' | 'planOf' | 'move' | 'decreeOf' | 'beginVersion' | 'remove' | 'file'
> {
  return {
    async list(principal) {
      const desk = await deps.annualPlan();
      const plans = await listPlans(desk, { principal });
      const planned = new Set(plans.map(({ year }) => year));
      return {
        plans: plans.map(planRow),
        years: yearsToPlan(desk.clock.now()).filter((year) => !planned.has(year)),
      };
    },
    begin: async (principal, year) => beginPlan(await deps.annualPlan(), { principal, year }),
    planOf: async (principal, at) => planViewOf(deps, principal, at),
    move: async (principal, at, { order, ...given }) =>
      moveByForm(deps, { principal, ...at, ...given }, order),
    decreeOf: async (principal, at, decreeId) => {
      const desk = { ...(await deps.annualPlan()), decrees: await deps.decrees() };
      return (await readDecree(desk, { principal, ...at, decreeId })).bytes;
    },
    beginVersion: async (principal, at, reason) =>
      beginVersion(await deps.annualPlan(), { principal, ...at, reason }),
    remove: async (principal, at) => removePlan(await deps.annualPlan(), { principal, ...at }),
    async file(principal, at, { format, locale }) {
      const [view, agency, units] = await Promise.all([
        readPlan(await deps.annualPlan(), { principal, ...at }),
        organisationName(deps, ownTenant(principal)),
        unitNames(deps, principal),
      ]);
      const { planFile } = await import('./annual-plan-file.ts');
      return planFile({ view, agency: agency ?? '', units, locale }, format);
    },
  };
}

/** What is wrong with a letter is an answer of the page, and what is missing of a decision is said at its field. */
async function moveByForm(
  deps: Deps,
  given: Omit<Parameters<typeof movePlan>[1], 'request'>,
  order: PlanMoveOrder,
): ReturnType<AnnualPlanPorts['move']> {
  const [desk, decrees] = await Promise.all([deps.annualPlan(), deps.decrees()]);
  const request = requestOfForm(moveSchema, order);
  try {
    await namingFields(async () => {
      await movePlan({ ...desk, decrees, officials: officialsOf(deps, desk) }, { ...given, request });
    });
    return 'moved';
  } catch (error) {
    const problem = error instanceof ItemWrong ? decreeProblemOf(error) : undefined;
    if (!problem) throw error;
    return problem;
  }
}

function decreeProblemOf({ issues }: ItemWrong) {
  const said = issues.find(({ path }) => path === '/decree')?.message;
  if (said === undefined) return undefined;
  return decreeProblemNames.find((name) => name === said) ?? 'missing';
}

const officialsOf = ({ people }: Deps, { clock }: { readonly clock: Clock }) =>
  planOfficials({ people, clock });

function signalPorts(deps: Deps): Pick<AnnualPlanPorts, 'signalsOf' | 'decide' | 'writeNote'> {
  return {
    async signalsOf(principal, year, of) {
      const desk = await deps.annualPlan();
      const unitId = of && ('unitId' in of ? of.unitId : unitOfSignal(of.signalId));
      const [signals, plans, units] = await Promise.all([
        listSignals(desk, { principal, year, ...(unitId !== undefined && { unitId }) }),
        listPlans(desk, { principal }),
        desk.units.unitsOf(ownTenant(principal).agencyId),
      ]);
      const newest = plans.find((plan) => plan.year === year);
      const names = await namesOf(
        deps,
        signals.flatMap(({ note, aside }) => [
          ...(note ? [note.changedBy] : []),
          ...(aside ? [aside.by] : []),
        ]),
      );
      const rule = signalRules.at(-1);
      return {
        ...{ year, signals: signals.map((signal) => signalView(signal, names)) },
        units: units.map((unit) => ({ unitId: unit.unitId, name: unit.name })),
        ...(units.some((unit) => unit.unitId === unitId) && unitId !== undefined && { unitId }),
        ...(rule && { rule: { basis: rule.basis, leastAnswers: rule.leastAnswers } }),
        ...(newest && { newest: { year, version: newest.version, state: newest.state } }),
      };
    },
    async decide(principal, year, { signalId, reason }) {
      const desk = await deps.annualPlan();
      if (reason === undefined) return bringBack(desk, { principal, year, signalId });
      await setAside(desk, { principal, year, signalId, reason });
    },
    async writeNote(principal, year, { order, existing }) {
      const basis = requestOfForm(noteBasisSchema, order);
      await writeNote(await deps.annualPlan(), {
        ...{ principal, year, basis },
        ...(existing && { existing: { ...existing, noteId: existing.noteId as NoteId } }),
      });
    },
  };
}

function itemPorts(deps: Deps): Pick<AnnualPlanPorts, 'choices' | 'addItem' | 'changeItem' | 'removeItem'> {
  return {
    async choices(principal, year) {
      const counted = new Set(
        nationalRules.flatMap((rule) => (rule.kind === 'conversion' ? [rule.formCode] : [])),
      );
      const offered = forms.filter(({ code }) => counted.has(code));
      return {
        forms: offered.map(({ code, id, en }) => [code, { id, en }] as const),
        units: [...(await unitNames(deps, principal))],
        budgetLines: (await budgetLines(deps, principal, year))
          .filter(({ state }) => state === 'open')
          .map(({ code, title }) => [code, title] as const),
      };
    },
    addItem: async (principal, at, { signalId, order }) =>
      namingFields(async () => {
        const request = requestOfForm(itemRequestSchema, order);
        await addItem(await deps.annualPlan(), { principal, ...at, signalId, request });
      }),
    changeItem: async (principal, at, { itemId, order, rev }) =>
      namingFields(async () => {
        const request = requestOfForm(itemRequestSchema, order);
        const given = { principal, ...at, itemId: itemId as ItemId, request, rev };
        await changeItem(await deps.annualPlan(), given);
      }),
    removeItem: async (principal, at, itemId) =>
      removeItem(await deps.annualPlan(), { principal, ...at, itemId: itemId as ItemId }),
  };
}

const unitNames = async (deps: Deps, principal: PersonPrincipal): Promise<ReadonlyMap<string, string>> => {
  const units = await (await deps.annualPlan()).units.unitsOf(ownTenant(principal).agencyId);
  return new Map(units.map(({ unitId, name }) => [unitId, name]));
};

const budgetLines = async (deps: Deps, principal: PersonPrincipal, year: number) =>
  (await deps.budget()).budgets.list(ownTenant(principal).agencyId, year);

const planRow = ({ year, version, state, items, steps, createdAt }: AnnualPlan): PlanRow => ({
  ...{ year, version, state, items, since: steps.at(-1)?.at ?? createdAt },
});

async function planViewOf(
  deps: Deps,
  principal: PersonPrincipal,
  at: PlanAt,
): ReturnType<AnnualPlanPorts['planOf']> {
  const desk = await deps.annualPlan();
  const [{ plan, items, totals }, plans, agency, units, lines] = await Promise.all([
    readPlan(desk, { principal, ...at }),
    listPlans(desk, { principal }),
    organisationName(deps, ownTenant(principal)),
    unitNames(deps, principal),
    budgetLines(deps, principal, at.year),
  ]);
  const next = await readMoves(
    { officials: officialsOf(deps, desk), clock: desk.clock },
    { principal, plan },
  );
  const lineOf = new Map(lines.map(({ code, lineId }) => [code, lineId as string]));
  const names = await namesOf(
    deps,
    plan.steps.map(({ by }) => by),
  );
  return {
    ...{ year: plan.year, version: plan.version, state: plan.state, rev: plan.rev, totals },
    ...{ agency: agency ?? '', waitsFor: next.waitsFor.map(({ name }) => name) },
    moves: next.moves.map(({ move, permission }) => ({ move, ...permission })),
    steps: plan.steps.map(({ by, ...step }) => ({ ...step, by: nameIn(names, by) })),
    items: items.map((item) => itemView(item, units, lineOf)),
    versions: plans.filter(({ year }) => year === plan.year).map(planRow),
  };
}

function itemView(
  item: PlanItem,
  units: ReadonlyMap<string, string>,
  lineOf: ReadonlyMap<string, string>,
): PlanItemView {
  const {
    agencyId: _,
    year: __,
    version: ___,
    lot: ____,
    changedBy: _____,
    changedAt: ______,
    ...rest
  } = item;
  const saving = savingOf(item);
  const budgetLineId = item.budgetLine === undefined ? undefined : lineOf.get(item.budgetLine);
  return {
    ...{ ...rest, lacksAlternative: lacksAlternative(item), formName: formName(item.form) },
    need: needView(item.need),
    units: item.unitIds.map((unitId) => units.get(unitId) ?? unitId),
    ...(item.alternative && { alternativeName: formName(item.alternative.form) }),
    ...(saving !== undefined && { saving }),
    ...(budgetLineId !== undefined && { budgetLineId }),
  };
}

const needView = ({ signalId, basis }: Pick<NeedSignal, 'signalId' | 'basis'>) => ({
  ...{ signalId, source: sourceOf(basis), basis },
});

function formName(code: string): LanguageMap {
  const form = forms.find((one) => one.code === code);
  return form ? { id: form.id, en: form.en } : { id: code };
}

function signalView(signal: NeedSignal, names: ReadonlyMap<PersonId, string>): PlanSignalView {
  const { state, note, aside, itemId } = signal;
  return {
    ...{ ...needView(signal), state },
    ...(note && { note: { rev: note.rev, by: nameIn(names, note.changedBy), at: note.changedAt } }),
    ...(aside && { aside: { reason: aside.reason, by: nameIn(names, aside.by), at: aside.at } }),
    ...(itemId !== undefined && { itemId }),
  };
}

const nameIn = (names: ReadonlyMap<PersonId, string>, personId: PersonId): string =>
  names.get(personId) ?? '–';

/** What does not fit is said at the field of the form: `/alternative/form` stands there as `alternativeForm`. */
async function namingFields(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ItemWrong)) throw error;
    throw new ItemWrong(error.issues.map((issue) => ({ ...issue, path: `/${fieldOf(issue.path)}` })));
  }
}

const fieldNames = new Map([
  ['/alternative/form', 'alternativeForm'],
  // Two forms of one page share no field.
  ['/reason', 'undoReason'],
]);

const fieldOf = (path: string): string => fieldNames.get(path) ?? path.split('/').at(-1) ?? '';
