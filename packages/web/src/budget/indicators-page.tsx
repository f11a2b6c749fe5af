import type { Jp } from '@sinau/kernel';
import { fitPath } from '../annual-plan/paths.ts';
import { eventPaymentsPath } from '../events/paths.ts';
import { indicatorWords } from '../i18n/indicators.ts';
import { Block, hrefOf, PageHeading, Table } from '../layout/parts.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { BudgetFrame } from './frame.tsx';
import { budgetPath, indicatorsPath, unitCostsPath } from './paths.ts';
import type { FigureView, IndicatorNameView, IndicatorView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly year: number;
  readonly indicators: readonly IndicatorView[];
}

/** The eleven indicators of a year, each with what it is made of and the lists behind it. */
export function IndicatorsPage(props: Props) {
  const { ui, year, indicators } = props;
  const words = indicatorWords[ui.locale];
  return (
    <BudgetFrame ui={ui} title={words.title} current={indicatorsPath}>
      <PageHeading title={words.title} lead={words.lead} />
      <Block
        id="indicators"
        title={words.heading(year)}
        aside={
          <nav aria-label={words.years} class="no-print flex gap-3">
            {[year - 1, year + 1].map((other) => (
              <a class="text-link" href={hrefOf(indicatorsPath, { year: String(other) })}>
                {other}
              </a>
            ))}
          </nav>
        }
      >
        <Table caption={words.heading(year)} columns={words.columns} cards>
          {indicators.map((indicator) => (
            <Row ui={ui} year={year} indicator={indicator} />
          ))}
        </Table>
      </Block>
    </BudgetFrame>
  );
}

function Row({
  ui,
  year,
  indicator,
}: {
  readonly ui: Ui;
  readonly year: number;
  readonly indicator: IndicatorView;
}) {
  const words = indicatorWords[ui.locale];
  const { name, figures, marks } = indicator;
  const [, value, from] = words.columns;
  return (
    <tr>
      <th scope="row" class="min-w-56 align-top font-medium">
        {words.names[name]}
        <p class="quiet text-sm font-normal">{words.notes[name]}</p>
        {marks.map((mark) => (
          <span class="tag tag-warning me-1">{words.marks[mark]}</span>
        ))}
      </th>
      <td data-label={value} class="align-top">
        {figures.map((figure) => (
          <Value ui={ui} figure={figure} isOne={figures.length === 1} />
        ))}
      </td>
      <td data-label={from} class="align-top">
        {figures.map((figure) => (
          <Parts ui={ui} figure={figure} />
        ))}
        <nav aria-label={words.listsLabel(words.names[name])} class="no-print flex flex-wrap gap-x-3">
          {listsOf(year)[name].map(([list, href]) => (
            <a class="text-link inline-flex min-h-8 items-center" href={href}>
              {words.lists[list]}
            </a>
          ))}
        </nav>
      </td>
    </tr>
  );
}

function Value(props: { readonly ui: Ui; readonly figure: FigureView; readonly isOne: boolean }) {
  const { ui, figure, isOne } = props;
  const words = indicatorWords[ui.locale];
  const { value, lack, of } = figure;
  return (
    <p class="mb-1">
      {value === undefined ? (
        <span class="quiet">{words.lacks[lack ?? 'nothing']}</span>
      ) : (
        <span class="text-lg font-bold whitespace-nowrap tabular-nums">{valueText(ui, figure, value)}</span>
      )}
      {!isOne && <span class="quiet block text-sm">{words.of[of]}</span>}
    </p>
  );
}

function valueText(ui: Ui, { unit }: FigureView, value: number): string {
  const { format } = ui;
  switch (unit) {
    case 'rupiah':
      return value < 0 ? `−${rupiah(ui, -value)}` : rupiah(ui, value);
    case 'share':
      return format.percent(value * 100);
    case 'jp':
      return format.jp(value as Jp);
    case 'points':
      return indicatorWords[ui.locale].points(change(ui, value));
    case 'score':
      return change(ui, value);
  }
}

/** Hundredths with their sign. */
const change = (ui: Ui, hundredths: number): string =>
  `${hundredths < 0 ? '−' : '+'}${ui.format.exact(Math.abs(hundredths) / 100)}`;

/** What was divided, or subtracted; nothing where it would tell of too few people. */
function Parts({ ui, figure }: { readonly ui: Ui; readonly figure: FigureView }) {
  const { unit, from, by, value, of } = figure;
  if (value === undefined) return null;
  const { number, exact, jp } = ui.format;
  const spent = (amount: number) => rupiah(ui, amount);
  const { units } = indicatorWords[ui.locale];
  const unitName = units[of];
  const counted = (count: number) =>
    unitName === undefined ? number(count) : `${number(count)} ${unitName}`;
  const texts = {
    rupiah: of === 'courses' ? [spent(from), spent(by)] : [spent(from), counted(by)],
    share: of === 'ceiling' ? [spent(from), spent(by)] : [number(from), counted(by)],
    // What is divided are hours; by whom are people.
    jp: [jp(from as Jp), `${number(by)} ${units.people}`],
    points: [exact(from / 100), exact(by / 100)],
    score: [exact(from / 100), exact(by / 100)],
  }[unit];
  const isDifference = unit === 'points' || unit === 'score' || of === 'courses';
  return <p class="mb-1 whitespace-nowrap tabular-nums">{texts.join(isDifference ? ' − ' : ' ÷ ')}</p>;
}

type ListName = keyof (typeof indicatorWords)['id']['lists'];

/** The lists behind each indicator, of the year. */
function listsOf(
  year: number,
): Readonly<Record<IndicatorNameView, readonly (readonly [list: ListName, href: string])[]>> {
  const of = { year: String(year) };
  const lines = ['lines', hrefOf(budgetPath, of)] as const;
  const spent = ['spent', hrefOf(budgetPath, of)] as const;
  const standing = (name: string) => hrefOf('/agency/numbers/people', { ...of, standing: name });
  const duties = (step: string) => hrefOf('/agency/numbers/duties', { ...of, step });
  const people = ['people', hrefOf('/agency', of)] as const;
  const courses = ['courses', `${hrefOf(budgetPath, of)}#per-unit`] as const;
  return {
    'cost-per-jp': [spent, ['jp', hrefOf('/agency', of)]],
    'cost-per-participant': [courses],
    'cost-per-gap-point': [spent, ['closed', hrefOf('/agency/competency/closed', of)]],
    coverage: [
      ['met', standing('met')],
      ['below', standing('below')],
    ],
    'average-jp': [people],
    completion: [
      ['finished', duties('finished')],
      ['started', duties('enrolled')],
      ['seats', '/agency/quotas'],
      ['eventSeats', hrefOf(eventPaymentsPath, of)],
    ],
    absorption: [lines],
    saving: [courses, ['unitCosts', unitCostsPath]],
    'index-delta': [
      ['met', standing('met')],
      ['below', standing('below')],
    ],
    'plan-fit': [['training', fitPath(year)]],
    outcome: [['services', '/agency/citizens']],
  };
}
