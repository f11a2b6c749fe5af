import type { Jp } from '@sinau/kernel';
import type { Child } from 'hono/jsx';
import { budgetWords } from '../i18n/budget.ts';
import { Block, Table } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { linePath } from './paths.ts';
import type { BudgetYearView } from './ports.ts';

interface Spent {
  readonly spent: number;
  readonly people: number;
  /** Hundredths. */
  readonly jp: number;
}

/** Whole rupiah; undefined where there is nothing to divide by. */
export const perPerson = ({ spent, people }: Spent): number | undefined =>
  people === 0 ? undefined : Math.round(spent / people);
export const perJp = ({ spent, jp }: Spent): number | undefined =>
  jp === 0 ? undefined : Math.round((spent * 100) / jp);

/** What a person and a JP have cost, by line and by course. */
export function PerUnit({ ui, view }: { readonly ui: Ui; readonly view: BudgetYearView }) {
  const words = budgetWords[ui.locale];
  const lines = view.lines.filter(({ spent }) => spent > 0);
  return (
    <Block id="per-unit" title={words.perUnit}>
      <p class="quiet mb-3 max-w-[65ch]">{lines.length === 0 ? words.perNone : words.perUnitLead}</p>
      {lines.length > 0 && (
        <Table caption={words.ofLine} columns={words.perColumns} cards>
          {lines.map((line) => (
            <Row ui={ui} of={line} href={`${linePath(line.lineId)}/bookings?state=spent`}>
              {line.code} · {line.title}
            </Row>
          ))}
        </Table>
      )}
      {view.courses.length > 0 && (
        <div class="mt-4">
          <Table caption={words.ofCourse} columns={words.perColumns} cards>
            {view.courses.map((row) => (
              <Row
                ui={ui}
                of={row}
                href={`/agency/quotas/seats?year=${view.year}&course=${encodeURIComponent(row.courseId)}&state=spent`}
              >
                <Text ui={ui} map={row.course} />
              </Row>
            ))}
          </Table>
        </div>
      )}
    </Block>
  );
}

function Row(props: {
  readonly ui: Ui;
  readonly of: Spent;
  readonly href: string;
  readonly children?: Child;
}) {
  const { ui, of } = props;
  const [, spent, people, person, hours, hour] = budgetWords[ui.locale].perColumns;
  const money = (amount: number | undefined) => (amount === undefined ? '–' : rupiah(ui, amount));
  return (
    <tr>
      <th scope="row" class="font-medium">
        {props.children}
      </th>
      <td data-label={spent} class="whitespace-nowrap tabular-nums">
        <a class="text-link" href={props.href}>
          {rupiah(ui, of.spent)}
        </a>
      </td>
      <td data-label={people} class="tabular-nums">
        {ui.format.number(of.people)}
      </td>
      <td data-label={person} class="whitespace-nowrap tabular-nums">
        {money(perPerson(of))}
      </td>
      <td data-label={hours} class="whitespace-nowrap tabular-nums">
        {ui.format.jp(of.jp as Jp)}
      </td>
      <td data-label={hour} class="whitespace-nowrap tabular-nums">
        {money(perJp(of))}
      </td>
    </tr>
  );
}
