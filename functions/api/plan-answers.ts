import {
  type Amounts,
  type AnnualPlan,
  type Caller,
  currentVersion,
  listPlans,
  listSignals,
  type Need,
  type NeedSignal,
  type PlanItem,
  PlanNotFound,
  readPlan,
  readRealisation,
  savingOf,
  sourceOf,
} from '@sinau/annual-plan';
import { type HttpApp, NotSignedIn } from '@sinau/platform/http';
import * as z from 'zod';
import type { AnnualPlanDesk } from '../shared/annual-plan-parts.ts';
import { readQuery } from './read-query.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const versionSchema = z.strictObject({ version: z.coerce.number().int().min(1).max(999).exactOptional() });
const signalsSchema = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2200),
  unit: z.string().min(1).max(64).exactOptional(),
});

function callerOf(c: Context): Caller {
  const principal = c.get('principal');
  if (principal.kind !== 'client') throw new NotSignedIn('Sign in as an API client.');
  return principal;
}

/** The version asked for, or the one that counts now. */
async function placeIn(c: Context, desk: AnnualPlanDesk) {
  const text = c.req.param('year') ?? '';
  if (!/^\d{4}$/.test(text)) throw new PlanNotFound();
  const at = { principal: callerOf(c), year: Number(text) };
  const { version } = readQuery(c.req.query(), versionSchema);
  return { ...at, version: version ?? (await currentVersion(desk, at)) };
}

export async function answerPlans(c: Context, desk: AnnualPlanDesk): Promise<Response> {
  const plans = await listPlans(desk, { principal: callerOf(c) });
  return c.json({ plans: plans.map(planView) });
}

export async function answerPlan(c: Context, desk: AnnualPlanDesk): Promise<Response> {
  const { plan, items, totals } = await readPlan(desk, await placeIn(c, desk));
  return c.json({
    ...planView(plan),
    totals: { ...totals, jp: totals.jp / 100 },
    list: items.map(itemView),
  });
}

export async function answerRealisation(c: Context, desk: AnnualPlanDesk): Promise<Response> {
  const at = await placeIn(c, desk);
  const { items, planned, realised } = await readRealisation(desk, at);
  return c.json({
    ...{ year: at.year, version: at.version, planned: amountsView(planned), realised: amountsView(realised) },
    items: items.map(({ item, held, ...row }) => ({
      ...{ itemId: item.itemId, title: item.title },
      ...{ planned: amountsView(row.planned), realised: amountsView(row.realised) },
      held: held.map(({ kind, learningId, title, ...amounts }) => ({
        ...{ kind, id: learningId, ...amountsView(amounts) },
        ...(title && { title }),
      })),
    })),
  });
}

export async function answerSignals(c: Context, desk: AnnualPlanDesk): Promise<Response> {
  const { year, unit: unitId } = readQuery(c.req.query(), signalsSchema);
  const of = unitId === undefined ? {} : { unitId };
  const signals = await listSignals(desk, { principal: callerOf(c), year, ...of });
  return c.json({ year, signals: signals.map(signalView) });
}

/** How a plan stands, with the letters by which it was agreed and set; who recorded it is the agency's own affair. */
const planView = ({ year, version, state, steps, items }: AnnualPlan) => ({
  ...{ year, version, state, items },
  steps: steps.map(({ by: _, decision, ...step }) => ({
    ...step,
    ...(decision && { decision: letterOf(decision) }),
  })),
});

/** A letter by its numbers; the file is for people. */
function letterOf({ decree, ...letter }: NonNullable<AnnualPlan['steps'][number]['decision']>) {
  return { ...letter, ...(decree && { decree: { pages: decree.pages, sha256: decree.sha256 } }) };
}

/** JP with a fraction, as elsewhere for machines. */
const amountsView = ({ people, jp, cost }: Amounts) => ({ people, jp: jp / 100, cost });

const needView = ({ signalId, basis }: Pick<Need, 'signalId' | 'basis'>) => ({
  ...{ signalId, source: sourceOf(basis), basis },
});

function itemView({ agencyId: _, year: __, version: ___, lot: ____, ...item }: PlanItem) {
  const { changedBy: _____, changedAt: ______, rev: _______, need, jp, ...rest } = item;
  const saving = savingOf(item);
  return { ...rest, jp: jp / 100, need: needView(need), ...(saving !== undefined && { saving }) };
}

const signalView = ({ state, itemId, aside, ...need }: NeedSignal) => ({
  ...{ ...needView(need), state },
  ...(itemId !== undefined && { itemId }),
  ...(aside && { asideBecause: aside.reason }),
});
