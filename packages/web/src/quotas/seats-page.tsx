import { Notice } from '../layout/notice.tsx';
import { EmptyState, hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { homeOf, QuotaFrame, rupiah } from './place.tsx';
import type { ChargeFilter, ChargeRow } from './ports.ts';

const shown = 500;

/** The seats behind a number, the newest first. */
export function SeatsPage(props: {
  readonly ui: Ui;
  readonly filter: ChargeFilter;
  readonly charges: readonly ChargeRow[];
  readonly partial: boolean;
}) {
  const { ui, filter, charges } = props;
  const words = ui.t.quotas;
  const { year, ...rest } = filter;
  const sum = charges.reduce((all, { amount }) => all + amount, 0);
  const title = filter.state ? words.seatsTitleOf(words.state[filter.state]) : words.seatsTitle;
  return (
    <QuotaFrame ui={ui} place="agency" title={title}>
      <PageHeading
        title={title}
        lead={words.seatsLead(ui.format.number(charges.length), rupiah(ui, sum), year)}
        trail={<Trail ui={ui} links={[[hrefOf(homeOf.agency, { year: String(year) }), words.title]]} />}
        actions={
          <a class="btn" href={hrefOf(`${homeOf.agency}/seats.csv`, { ...rest, year: String(year) })}>
            {words.csv}
          </a>
        }
      />
      {(props.partial || charges.length > shown) && (
        <div class="mb-4">
          <Notice tone="info">{words.partial(ui.format.number(shown))}</Notice>
        </div>
      )}
      {charges.length === 0 ? (
        <EmptyState icon="book" title={words.seatsNone} text={words.seatsNoneText} />
      ) : (
        <Table caption={title} columns={words.seatColumns}>
          {charges.slice(0, shown).map((row) => (
            <tr>
              <th scope="row" class="font-medium">
                {row.learner}
              </th>
              <td>
                <Text ui={ui} map={row.course} />
                <p class="quiet text-sm">{row.provider}</p>
              </td>
              <td>
                <span class="tag tag-info">{words.state[row.state]}</span>
              </td>
              <td class="whitespace-nowrap tabular-nums">{rupiah(ui, row.amount)}</td>
              <td>{words.payer[row.payer]}</td>
              <td class="whitespace-nowrap">
                <When ui={ui} at={row.at} dateOnly />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </QuotaFrame>
  );
}
