import { competencyWords } from '../i18n/competency.ts';
import { EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { CompetencyFrame } from './frame.tsx';
import { dayText } from './parts.tsx';
import { personPath } from './paths.ts';
import { currentOf, trailOf } from './person-page.tsx';
import type { ItemView, PersonView } from './person-ports.ts';

/** An individual plan on paper: what both sides have agreed, with room for both signatures (PP 11/2017 Ps 207). */
export function PlanPrintPage({ ui, view }: { readonly ui: Ui; readonly view: PersonView }) {
  const words = competencyWords[ui.locale];
  const agreed = view.items.filter(({ state }) => state === 'agreed' || state === 'done');
  const links = [
    ...trailOf(ui, view),
    [personPath(view.desk, view.personId), view.desk === 'own' ? words.title : view.name] as const,
  ];
  return (
    <CompetencyFrame ui={ui} desk={view.desk} title={words.printPlan} current={currentOf(view)}>
      <PageHeading
        title={words.plan}
        lead={`${view.name}${view.post === undefined ? '' : `, ${view.post}`}. ${words.printLead}`}
        trail={<Trail ui={ui} links={links} />}
      />
      {agreed.length === 0 ? (
        <EmptyState icon="list" title={words.printEmpty} text={words.printEmptyText} />
      ) : (
        <>
          <p class="no-print quiet mb-4">{words.printHint}</p>
          <Rows ui={ui} items={agreed} />
          <div class="mt-10 grid grid-cols-2 gap-8">
            {[words.signLearner, words.signOffice].map((line) => (
              <div>
                <p>{line}</p>
                <p class="mt-20 border-t border-base-content pt-1">{words.signName}</p>
              </div>
            ))}
          </div>
        </>
      )}
    </CompetencyFrame>
  );
}

function Rows({ ui, items }: { readonly ui: Ui; readonly items: readonly ItemView[] }) {
  const words = competencyWords[ui.locale];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls, and this is a table that scrolls
    <div class="overflow-x-auto" role="group" aria-label={words.plan} tabindex={0}>
      <table class="table table-cards text-sm">
        <caption class="sr-only">{words.plan}</caption>
        <thead>
          <tr>
            {words.printColumns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row ui={ui} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ ui, item }: { readonly ui: Ui; readonly item: ItemView }) {
  const words = competencyWords[ui.locale];
  const [, gap, learning, lastDay, evidence, commitment, when] = words.printColumns;
  const agreed = item.steps.findLast(({ move }) => move === 'agree');
  return (
    <tr>
      <th scope="row" class="font-medium">
        <Text ui={ui} map={item.competency} />
      </th>
      <td data-label={gap}>
        {words.printGap(
          item.gap?.held?.toString(),
          String(item.targetLevel),
          item.gap && String(item.gap.required),
        )}
      </td>
      <td data-label={learning}>
        {item.title} ({words.form[item.form]})
      </td>
      <td data-label={lastDay}>{dayText(ui, item.dueOn)}</td>
      <td data-label={evidence}>{item.evidence ?? '–'}</td>
      <td data-label={commitment}>{item.commitment ?? '–'}</td>
      <td data-label={when}>{agreed ? words.agreedBy(agreed.by, ui.format.date(agreed.at)) : '–'}</td>
    </tr>
  );
}
