import {
  isVerified,
  LearnerNotFound,
  type Line,
  readLedger,
  type YearLedger,
  type YearRule,
} from '@sinau/credit';
import { formatJp, type Jp, type PersonId } from '@sinau/kernel';
import type { HttpApp } from '@sinau/platform/http';
import * as z from 'zod';
import type { CreditRouteDeps } from './credit-routes.ts';
import { ownPerson } from './own-person.ts';
import { readQuery } from './read-query.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const querySchema = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).exactOptional() });

/** A year of a person with the line behind each number, as the person sees it. */
export async function answerYear(c: Context, deps: CreditRouteDeps): Promise<Response> {
  const asked = readQuery(c.req.query(), querySchema);
  const personId = c.req.param('personId') as PersonId;
  await ownPerson(deps, c.get('principal'), personId);
  const desk = await deps.credit();
  const { year } = asked;
  const ledger = await readLedger(desk, {
    ...{ personId, now: deps.clock.now() },
    ...(year !== undefined && { year }),
  });
  if (!ledger) throw new LearnerNotFound();
  return c.json({ personId, ...yearView(ledger) });
}

const hours = (jp: Jp) => formatJp(jp, 'en');
const groundOf = ({ ruleId, legalBasis, verified }: YearRule) => ({ ruleId, legalBasis, verified });

function yearView({ total, lines, standing }: YearLedger) {
  const { year, stated, computed, recognised, held, status, minimum, maximum, unbound } = total;
  return {
    ...{ year, stated: hours(stated), computed: hours(computed) },
    ...{ recognised: hours(recognised), held: hours(held), assumed: standing.assumed },
    ...(status && { status }),
    ...(minimum && {
      minimum: { jp: hours(minimum.jp), met: minimum.met, ...groundOf(minimum.rule) },
    }),
    ...(maximum && {
      maximum: {
        ...{ jp: hours(maximum.jp), recognised: hours(maximum.recognised) },
        ...{ from: maximum.from, to: maximum.to, ...groundOf(maximum.rule) },
      },
    }),
    ...(unbound?.maximum !== undefined && {
      unbound: { jp: hours(unbound.maximum), ...groundOf(unbound) },
    }),
    lines: lines.map(lineView),
  };
}

function lineView({ account, endsOn, stated, computed, recognised, reasons, parts, rule }: Line) {
  const { entryId, title, form, source, abroad, effort } = account.earned;
  return {
    ...{ entryId, title, form, abroad, endsOn, reasons, source },
    ...{ stated: hours(stated), computed: hours(computed), recognised: hours(recognised) },
    days: parts.map((part) => ({
      ...{ date: part.date, computed: hours(part.computed), recognised: hours(part.recognised) },
    })),
    ...(effort && { seconds: effort.seconds }),
    ...(rule && {
      rule: {
        ...{ ruleId: rule.ruleId, legalBasis: rule.legalBasis },
        verified: isVerified(rule, abroad),
      },
    }),
  };
}
