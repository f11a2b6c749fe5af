import { dayText, nameText } from '../competency/parts.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { basisDetail, basisTitle, planName, rupiah, scheduleText } from './parts.tsx';
import { planPath, plansPath } from './paths.ts';
import { PlanFrame } from './plan-frame.tsx';
import { Cheaper, Totals, unitsText } from './plan-page.tsx';
import type { ItemView, PlanView } from './ports.ts';

/** A plan on paper, with what PP 11/2017 Ps 207 asks for, and room for both signatures. */
export function PrintPage({ ui, view }: { readonly ui: Ui; readonly view: PlanView }) {
  const words = annualPlanWords[ui.locale];
  const title = planName(ui, view);
  return (
    <PlanFrame ui={ui} title={title}>
      <div class="no-print mb-5">
        <Trail
          ui={ui}
          links={[
            [plansPath, words.title],
            [planPath(view), title],
          ]}
        />
        <p class="quiet">{words.printHint}</p>
      </div>
      <p class="quiet">{view.agency}</p>
      <h1 class="mb-1 text-2xl font-bold">{title}</h1>
      <p class="mb-5">
        {words.states[view.state]} · {words.basis}
      </p>
      <Totals ui={ui} view={view} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls, and this is a table that scrolls */}
      <div class="overflow-x-auto" role="group" aria-label={words.items} tabindex={0}>
        <table class="table text-sm">
          <caption class="sr-only">{words.items}</caption>
          <thead>
            <tr>
              {['No.', ...words.itemColumns].map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.items.map((item, index) => (
              <PrintedRow ui={ui} item={item} number={index + 1} />
            ))}
          </tbody>
        </table>
      </div>
      <div class="mt-10 grid grid-cols-2 gap-8">
        <Signature ui={ui} view={view} to="agreed" line={words.signAgree} />
        <Signature ui={ui} view={view} to="set" line={words.signSet} />
      </div>
    </PlanFrame>
  );
}

/** Room for a signature, or who has decided and by which letter. */
function Signature(props: {
  readonly ui: Ui;
  readonly view: PlanView;
  readonly to: 'agreed' | 'set';
  readonly line: string;
}) {
  const { ui, view, to, line } = props;
  const words = annualPlanWords[ui.locale];
  const step = decidedStep(view, to);
  const { official, number, on } = step?.decision ?? {};
  const told = [official, number, on && dayText(ui, on)].filter(Boolean);
  return (
    <div>
      <p>{line}</p>
      <p class="mt-20 border-t border-base-content pt-1">
        {told.length > 0 ? told.join(' · ') : words.signName}
      </p>
      {step?.way === 'in-person' && (
        <p class="text-sm">{words.decidedBy(step.by, ui.format.dateTime(step.at))}</p>
      )}
    </div>
  );
}

/** The decision that the state of the plan rests on; none once it was returned or taken back. */
function decidedStep({ steps, state }: PlanView, to: 'agreed' | 'set') {
  const stands = to === 'set' ? ['set', 'replaced'] : ['agreed', 'set', 'replaced'];
  if (!stands.includes(state)) return undefined;
  return steps.findLast((step) => step.to === to && step.decision !== undefined);
}

function PrintedRow(props: { readonly ui: Ui; readonly item: ItemView; readonly number: number }) {
  const { ui, item, number } = props;
  const words = annualPlanWords[ui.locale];
  const { basis, source } = item.need;
  return (
    <tr>
      <td class="tabular-nums">{number}</td>
      <th scope="row" class="font-medium">
        {item.title}
        {item.curriculum !== undefined && <span class="block font-normal">{item.curriculum}</span>}
      </th>
      <td>
        {words.sources[source]}: {basisTitle(ui, basis)}. {basisDetail(ui, basis)}
      </td>
      <td>
        {nameText(ui, item.formName)}, {words.jpEach(ui.format.jp(item.jp))}
      </td>
      <td class="tabular-nums">
        {ui.format.number(item.people)} ({unitsText(ui, item)})
      </td>
      <td>{scheduleText(ui, item)}</td>
      <td>{item.organiser}</td>
      <td class="tabular-nums">
        {rupiah(ui, item.cost)}
        {item.budgetLine !== undefined && ` (${item.budgetLine})`}
      </td>
      <td>
        <Cheaper ui={ui} item={item} />
      </td>
    </tr>
  );
}
