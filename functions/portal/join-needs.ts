import {
  closeRule,
  listRules,
  type NewRule,
  type RuleId,
  readFit,
  readStanding,
  reopenRule,
  ruleRequestSchema,
  saveRule,
} from '@sinau/annual-plan';
import { namesOf } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import type { NeedPorts, RuleView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { ownTenant } from './own-tenant.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<PortalDeps, 'annualPlan' | 'people'>;

/** What needs of the reader's own agency rest on. */
export function joinNeeds(deps: Deps): NeedPorts {
  return {
    async standingOf(principal) {
      const desk = await deps.annualPlan();
      const [{ standing, rule, behind }, units] = await Promise.all([
        readStanding(desk, { principal }),
        desk.units.unitsOf(ownTenant(principal).agencyId),
      ]);
      const nameOf = new Map(units.map(({ unitId, name }) => [unitId, name]));
      return {
        groups: (standing?.groups ?? []).map((group) => {
          const name = group.by === 'unit' ? nameOf.get(group.id) : undefined;
          return { ...group, isSignal: behind.includes(group), ...(name !== undefined && { name }) };
        }),
        ...(standing && { counted: { year: standing.year, at: standing.countedAt } }),
        ...(rule && { rule: rule.basis }),
      };
    },
    fitOf: async (principal, year) => ({
      year,
      ...(await readFit(await deps.annualPlan(), { principal, year })),
    }),
    async rulesOf(principal) {
      const desk = await deps.annualPlan();
      const [rules, units] = await Promise.all([
        listRules(desk, { principal }),
        desk.units.unitsOf(ownTenant(principal).agencyId),
      ]);
      const nameOf = new Map(units.map(({ unitId, name }) => [unitId, name]));
      const names = await namesOf(
        deps,
        rules.flatMap(({ closed }) => (closed ? [closed.by] : [])),
      );
      return { units: [...nameOf], rules: rules.map((rule) => ruleView(rule, nameOf, names)) };
    },
    async saveRule(principal, { order, existing }) {
      const request = requestOfForm(ruleRequestSchema, order);
      const known = existing && { ruleId: existing.ruleId as RuleId, rev: existing.rev };
      await saveRule(await deps.annualPlan(), { principal, request, ...(known && { existing: known }) });
    },
    async closeRule(principal, { ruleId, rev, reason }) {
      const at = { principal, ruleId: ruleId as RuleId, rev };
      const desk = await deps.annualPlan();
      await (reason === undefined ? reopenRule(desk, at) : closeRule(desk, { ...at, reason }));
    },
  };
}

function ruleView(
  { agencyId: _, changedBy: __, changedAt: ___, closed, ...rule }: NewRule,
  nameOf: ReadonlyMap<string, string>,
  names: ReadonlyMap<PersonId, string>,
): RuleView {
  return {
    ...{ ...rule, units: rule.unitIds.flatMap((unitId) => nameOf.get(unitId) ?? []) },
    ...(closed && { closed: { reason: closed.reason, at: closed.at, by: names.get(closed.by) ?? '–' } }),
  };
}
