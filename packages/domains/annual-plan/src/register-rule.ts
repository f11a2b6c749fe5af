import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { agencyOf } from './authority.ts';
import { ItemWrong, PlanChanged, PlanFull, PlanNotFound } from './errors.ts';
import { mostRules, type NewRule, type RuleId, type RuleRequest, ruleRequestSchema } from './new-rule.ts';
import { reasonSchema } from './plan.ts';
import type { RuleStore, UnitDirectory } from './ports.ts';

interface Deps {
  readonly rules: RuleStore;
  readonly units: UnitDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Where {
  readonly principal: PersonPrincipal;
}

/** A rule that is there, as it was read. */
interface Existing extends Where {
  readonly ruleId: RuleId;
  readonly rev: number;
}

/** The register of one's agency: what came into force last first. */
export async function listRules(
  { rules }: Pick<Deps, 'rules'>,
  { principal }: Where,
): Promise<readonly NewRule[]> {
  const all = await rules.list(agencyOf(principal));
  return all.toSorted(
    (a, b) => b.inForceFrom.localeCompare(a.inForceFrom) || a.ruleId.localeCompare(b.ruleId),
  );
}

/** One more rule, or other words of one. What is in a plan already keeps its words. */
export async function saveRule(
  deps: Deps,
  input: Where & { readonly request: RuleRequest; readonly existing?: Omit<Existing, 'principal'> },
): Promise<NewRule> {
  const { principal, existing } = input;
  const request = ruleRequestSchema.parse(input.request);
  const agencyId = agencyOf(principal);
  const found = existing && (await ruleOf(deps, { principal, ...existing }));
  if (!existing && (await deps.rules.list(agencyId)).length >= mostRules) throw new PlanFull();
  const known = new Set((await deps.units.unitsOf(agencyId)).map(({ unitId }) => unitId));
  if (request.unitIds.some((unitId) => !known.has(unitId))) {
    throw new ItemWrong([{ path: '/unitIds', message: 'names a unit that there is not' }]);
  }
  const ruleId = found?.ruleId ?? (deps.ids.uuid() as RuleId);
  const closed = found?.closed;
  return write(deps, principal, {
    ...{ agencyId, ruleId, ...request, rev: existing?.rev ?? 0 },
    ...(closed && { closed }),
  });
}

/** Takes a rule out of the signals of every year, with the reason. */
export async function closeRule(deps: Deps, input: Existing & { readonly reason: string }): Promise<NewRule> {
  const { principal, rev } = input;
  const reason = reasonSchema.parse(input.reason);
  const rule = await ruleOf(deps, input);
  if (rule.closed) throw new PlanChanged();
  const closed = { reason, by: principal.personId, at: deps.clock.now().toISOString() };
  return write(deps, principal, { ...rule, closed, rev });
}

/** Undoes that. */
export async function reopenRule(deps: Deps, input: Existing): Promise<NewRule> {
  const { closed, ...rule } = await ruleOf(deps, input);
  if (!closed) throw new PlanChanged();
  return write(deps, input.principal, { ...rule, rev: input.rev });
}

async function ruleOf({ rules }: Pick<Deps, 'rules'>, { principal, ruleId }: Existing): Promise<NewRule> {
  const found = (await rules.list(agencyOf(principal))).find((rule) => rule.ruleId === ruleId);
  if (!found) throw new PlanNotFound();
  return found;
}

async function write(
  { rules, clock }: Deps,
  { personId }: PersonPrincipal,
  rule: Omit<NewRule, 'changedBy' | 'changedAt'>,
): Promise<NewRule> {
  const next: NewRule = { ...rule, changedBy: personId, changedAt: clock.now().toISOString() };
  if ((await rules.save(next)) === 'conflict') throw new PlanChanged();
  return { ...next, rev: next.rev + 1 };
}
