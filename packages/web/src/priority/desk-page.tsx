import { DeskFrame } from '../approvals/frame.tsx';
import { priorityWords } from '../i18n/priority.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { emptyForm, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { standingOf } from './own-page.tsx';
import { agencyPriorityPath, agencyPrioritySeatPath, grantPriorityPath, priorityStockPath } from './paths.ts';
import { type AgencyPriorityView, groundNames } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: AgencyPriorityView;
  readonly grantForm?: FormState | undefined;
  readonly stockForm?: FormState | undefined;
}

/** Stock, giving, and what became of each. */
export function AgencyPriorityPage(
  props: Props & { readonly isFirst: boolean; readonly notice?: NoticeName | undefined },
) {
  const { ui, view, isFirst, notice } = props;
  const words = priorityWords[ui.locale].desk;
  return (
    <DeskFrame ui={ui} desk="agency" title={words.title} current={agencyPriorityPath} notice={notice}>
      <PageHeading title={words.title} lead={words.lead} />
      <div class="grid items-start gap-x-8 lg:grid-cols-2">
        <Grant {...props} />
        <Stock {...props} />
      </div>
      <Block id="list" title={words.list}>
        <Years ui={ui} view={view} />
        <Seats ui={ui} view={view} />
        <Paging
          ui={ui}
          path={agencyPriorityPath}
          query={{ year: String(view.year) }}
          next={view.next}
          isFirst={isFirst}
        />
      </Block>
    </DeskFrame>
  );
}

function Grant({ ui, grantForm = emptyForm }: Props) {
  const { desk: words, grounds } = priorityWords[ui.locale];
  const field = { ui, form: grantForm };
  return (
    <Block id="grant" title={words.grantTitle}>
      <form method="post" action={grantPriorityPath} class="panel p-5">
        <FormProblem ui={ui} form={grantForm} />
        <TextField {...field} name="who" label={words.who} maxlength={254} required />
        <SelectField
          {...field}
          name="ground"
          label={words.ground}
          required
          options={groundNames.map((ground) => [ground, grounds[ground]])}
        />
        <TextField {...field} name="minutesNumber" label={words.minutesNumber} maxlength={120} required />
        <TextField {...field} name="minutesOn" type="date" label={words.minutesOn} maxlength={10} required />
        <TextField
          {...field}
          name="validUntil"
          type="date"
          label={words.validUntil}
          hint={words.validHint}
          maxlength={10}
        />
        <button type="submit" class="btn btn-primary">
          {words.grant}
        </button>
      </form>
    </Block>
  );
}

function Stock({ ui, view, stockForm }: Props) {
  const { desk: words, standings } = priorityWords[ui.locale];
  const { number } = ui.format;
  const { stock, counts, year } = view;
  const given = counts.granted + counts.redeemed + counts.spent;
  const form = stockForm ?? {
    ...{ values: { stock: stock === undefined ? '' : String(stock) }, errors: {} },
  };
  const isThisYear = view.years[0] === year;
  return (
    <Block id="stock" title={words.stockTitle(String(year))}>
      <div class="panel p-5">
        <p class="mb-3">
          {stock === undefined
            ? words.unlimited
            : words.left(number(Math.max(0, stock - given)), number(stock))}
        </p>
        <dl class="mb-4 grid grid-cols-2 gap-2 text-sm">
          {(['granted', 'redeemed', 'spent', 'taken-back'] as const).map((state) => (
            <div>
              <dt class="quiet">{standings[state]}</dt>
              <dd class="text-lg font-semibold tabular-nums">{number(counts[state])}</dd>
            </div>
          ))}
        </dl>
        {isThisYear && (
          <form method="post" action={priorityStockPath}>
            <FormProblem ui={ui} form={form} />
            <TextField
              {...{ ui, form, name: 'stock', label: words.stock, hint: words.stockHint, maxlength: 6 }}
              inputmode="numeric"
            />
            <button type="submit" class="btn">
              {words.stockSave}
            </button>
          </form>
        )}
      </div>
    </Block>
  );
}

function Years({ ui, view }: Props) {
  const words = priorityWords[ui.locale].desk;
  return (
    <form method="get" action={agencyPriorityPath} class="no-print mb-4 flex flex-wrap items-end gap-3">
      <label>
        <span class="mb-1 block font-medium">{words.year}</span>
        <select name="year" class="select w-auto">
          {view.years.map((year) => (
            <option value={String(year)} selected={year === view.year}>
              {String(year)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="btn">
        {words.show}
      </button>
    </form>
  );
}

function Seats({ ui, view }: Props) {
  const { desk: words, grounds } = priorityWords[ui.locale];
  const { columns } = words;
  const { date } = ui.format;
  if (view.seats.length === 0)
    return <EmptyState icon="bookmark" title={words.noneTitle} text={words.noneText} />;
  return (
    <Table
      caption={words.list}
      columns={[columns.person, columns.ground, columns.standing, columns.until, columns.given]}
      cards
    >
      {view.seats.map((seat) => (
        <tr>
          <th scope="row" class="font-medium">
            <a
              class="text-link inline-flex min-h-8 items-center"
              href={agencyPrioritySeatPath(seat)}
              aria-label={words.seatOf(seat.name)}
            >
              {seat.name}
            </a>
          </th>
          <td data-label={columns.ground}>{grounds[seat.ground]}</td>
          <td data-label={columns.standing}>{standingOf(ui, seat)}</td>
          <td data-label={columns.until}>{date(`${seat.validUntil}T05:00:00.000Z`)}</td>
          <td data-label={columns.given}>{date(seat.createdAt)}</td>
        </tr>
      ))}
    </Table>
  );
}
