import * as z from 'zod';
import { AgencyFrame } from '../agency/frame.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { Confirmation, emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { formOf, itemFormSchema, newForm, orderFrom, wordsOfItemFields, wrongTogether } from './item-form.ts';
import { ItemFormPage, ItemPage } from './item-page.tsx';
import { itemPath, planPath, plansPath, signalsPath } from './paths.ts';
import { planIn } from './plan-visits.tsx';
import type { AnnualPlanPorts, NeedView, PlanView } from './ports.ts';

const itemIdIn = ({ context }: PersonVisit): string => (context.req.param('itemId') ?? '').slice(0, 64);

/** What a form of an item stands on: the plan, and the item or the signal that it is for. */
async function groundOf(
  visit: PersonVisit,
  ports: AnnualPlanPorts,
  signalId: string,
): Promise<{ readonly plan: PlanView; readonly need?: NeedView }> {
  const { person } = visit;
  const plan = await ports.planOf(person, planIn(visit));
  if (itemIdIn(visit) !== 'new') {
    const need = plan.items.find(({ itemId }) => itemId === itemIdIn(visit))?.need;
    return { plan, ...(need && { need }) };
  }
  const { signals } = await ports.signalsOf(person, plan.year, { signalId });
  const need = signals.find((one) => one.signalId === signalId && one.state === 'open');
  return { plan, ...(need && { need }) };
}

export async function showItem(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const itemId = itemIdIn(visit);
  const signalId = (context.req.query('signal') ?? '').slice(0, 200);
  const { plan, need } = await groundOf(visit, ports, signalId);
  const item = plan.items.find((one) => one.itemId === itemId);
  if (item && plan.state !== 'draft')
    return answerPage(context, <ItemPage ui={ui} plan={plan} item={item} />);
  // There is no such signal any more, or the plan takes nothing.
  if (!need || plan.state !== 'draft') return goTo(context, item ? planPath(plan) : signalsPath(plan.year));
  const form = item ? formOf(ui, item) : newForm(plan.year, { ...need, signalId });
  const choices = await ports.choices(person, plan.year);
  return answerPage(context, <ItemFormPage {...{ ui, plan, itemId, need, choices, form }} />);
}

export async function saveItem(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const words = wordsOfItemFields(ui);
  const read = await readForm(context, itemFormSchema, words);
  if (!read.ok) return refuse(visit, ports, read.form);
  const errors = wrongTogether(ui, read.data);
  if (errors) return refuse(visit, ports, { ...read.form, errors });
  const [at, itemId, order] = [planIn(visit), itemIdIn(visit), orderFrom(read.data)];
  const { rev, signal = '' } = read.data;
  const done = await attempt(visit, read.form, () =>
    itemId === 'new'
      ? ports.addItem(person, at, { signalId: signal, order })
      : ports.changeItem(person, at, { itemId, order, rev }),
  );
  return done.ok
    ? goTo(context, planPath(at), itemId === 'new' ? 'created' : 'saved')
    : refuse(visit, ports, withWords(ui, done.form, words));
}

async function refuse(visit: PersonVisit, ports: AnnualPlanPorts, form: FormState): Promise<Response> {
  const { context, ui, person } = visit;
  const { plan, need } = await groundOf(visit, ports, form.values.signal ?? '');
  if (!need) return goTo(context, signalsPath(plan.year));
  const choices = await ports.choices(person, plan.year);
  const page = <ItemFormPage {...{ ui, plan, need, choices, form }} itemId={itemIdIn(visit)} />;
  return answerPage(context, page, 422);
}

export const askRemove = (visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> =>
  onRemovePage(visit, ports, undefined);

async function onRemovePage(
  visit: PersonVisit,
  ports: AnnualPlanPorts,
  failure: string | undefined,
): Promise<Response> {
  const { context, ui, person } = visit;
  const words = annualPlanWords[ui.locale];
  const plan = await ports.planOf(person, planIn(visit));
  const item = plan.items.find(({ itemId }) => itemId === itemIdIn(visit));
  if (!item) return goTo(context, planPath(plan));
  const here = itemPath(plan, item.itemId);
  const page = (
    <AgencyFrame current={plansPath} ui={ui} title={words.removeTitle}>
      <Confirmation
        ui={ui}
        title={words.removeTitle}
        text={`${item.title}. ${words.removeText}`}
        action={`${here}/remove`}
        confirm={words.removeItem}
        back={here}
        danger
        failure={failure}
      />
    </AgencyFrame>
  );
  return answerPage(context, page, failure === undefined ? 200 : 422);
}

export async function removeItem(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const at = planIn(visit);
  const done = await attempt(visit, emptyForm, () => ports.removeItem(person, at, itemIdIn(visit)));
  return done.ok
    ? goTo(context, planPath(at), 'deleted')
    : onRemovePage(visit, ports, done.form.failure ?? ui.t.problem.other);
}
