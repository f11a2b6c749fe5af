import { nationalRules, type Rule, ruleBook } from '@sinau/credit';
import { formatJp, type Jp, localDateOf } from '@sinau/kernel';
import type { HttpApp } from '@sinau/platform/http';
import * as z from 'zod';
import type { CreditRouteDeps } from './credit-routes.ts';
import { readQuery } from './read-query.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const querySchema = z.strictObject({ on: z.iso.date().exactOptional() });

/** The rules of a day: of the nation, and of the agency whose system asks. */
export async function answerRules(c: Context, deps: CreditRouteDeps): Promise<Response> {
  const { on = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta') } = readQuery(
    c.req.query(),
    querySchema,
  );
  const principal = c.get('principal');
  const tenant = principal.kind === 'client' ? principal.tenant : undefined;
  const agencyId = tenant?.kind === 'agency' ? tenant.agencyId : undefined;
  const { credit } = await deps.credit();
  const own = await credit.rulesOf(agencyId === undefined ? [] : [agencyId]);
  const book = ruleBook([...nationalRules, ...own], { on, ...(agencyId !== undefined && { agencyId }) });
  return c.json({
    on,
    rules: book.map(({ topic, current, national, coming }) => ({
      topic,
      ...(current && { current: ruleView(current) }),
      ...(national && { national: ruleView(national) }),
      coming: coming.map(ruleView),
    })),
  });
}

const hours = (jp: Jp) => formatJp(jp, 'en');

/** Amounts of JP as text, like everywhere; without who added the row, which is nobody’s matter outside the agency. */
function ruleView(rule: Rule) {
  const { ruleId, legalBasis, validFrom, validTo, verified, scope, repealed } = rule;
  return {
    ...{ ruleId, scope: scope.kind, legalBasis, verified, validFrom },
    ...(validTo !== undefined && { validTo }),
    ...(repealed && { repealed }),
    ...whatOf(rule),
  };
}

function whatOf(rule: Rule) {
  switch (rule.kind) {
    case 'conversion': {
      const { formCode: form, unit, jpPerUnit, capAmount, capPeriod: period, capMeasure: measure } = rule;
      const cap = capAmount !== undefined && { cap: { amount: hours(capAmount as Jp), period, measure } };
      return { form, unit, ...(jpPerUnit !== undefined && { jpPerUnit: hours(jpPerUnit) }), ...cap };
    }
    case 'year': {
      const { status, minimum, maximum, period } = rule;
      return {
        ...{ status, period },
        ...(minimum !== undefined && { minimum: hours(minimum) }),
        ...(maximum !== undefined && { maximum: hours(maximum) }),
      };
    }
    case 'effort':
      return { leastShare: rule.leastShare, idleMinutes: rule.idleMinutes };
  }
}
