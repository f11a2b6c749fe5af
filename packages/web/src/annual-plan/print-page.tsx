import { AgencyFrame } from '../agency/frame.tsx';
import { nameText } from '../competency/parts.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { basisDetail, basisTitle, planName, rupiah, scheduleText } from './parts.tsx';
import { planPath, plansPath } from './paths.ts';
import { Cheaper, Totals, unitsText } from './plan-page.tsx';
import type { ItemView, PlanView } from './ports.ts';

/** A plan on paper, with what PP 11/2017 Ps 207 asks for, and room for both signatures. */
export function PrintPage({ ui, view }: { readonly ui: Ui; readonly view: PlanView }) {
  const words = annualPlanWords[ui.locale];
  const title = planName(ui, view);
  return (
    <AgencyFrame current={plansPath} ui={ui} title={title}>
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
        {[words.signAgree, words.signSet].map((line) => (
          <div>
            <p>{line}</p>
            <p class="mt-20 border-t border-base-content pt-1">{words.signName}</p>
          </div>
        ))}
      </div>
    </AgencyFrame>
  );
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
