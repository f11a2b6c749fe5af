import { AgencyFrame } from '../agency/frame.tsx';
import { eventWords } from '../i18n/events.ts';
import { Block, hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { SeatUseRow } from './agency-ports.ts';
import { deskEventPath, deskEventsPath, eventPaymentsPath, partnerEventPath } from './paths.ts';
import { eventDays } from './times.ts';

/** Events of a year that are over: who had a seat, and who came. */
export function SeatUsePage(props: {
  readonly ui: Ui;
  readonly year: number;
  readonly rows: readonly SeatUseRow[];
}) {
  const { ui, year, rows } = props;
  const words = eventWords[ui.locale];
  const { seatUse } = words;
  const sum = (what: 'seats' | 'attended') => rows.reduce((all, row) => all + row[what], 0);
  const { number } = ui.format;
  return (
    <AgencyFrame current={deskEventsPath} ui={ui} title={seatUse.title}>
      <PageHeading
        title={seatUse.title}
        lead={seatUse.lead}
        trail={<Trail ui={ui} links={[[deskEventsPath, words.desk]]} />}
      />
      <Block
        id="events"
        title={seatUse.heading(year)}
        aside={
          <nav aria-label={seatUse.years} class="no-print flex gap-3">
            {[year - 1, year + 1].map((other) => (
              <a
                class="text-link inline-flex min-h-8 items-center"
                href={hrefOf(eventPaymentsPath, { year: String(other) })}
              >
                {other}
              </a>
            ))}
          </nav>
        }
      >
        {rows.length === 0 ? (
          <p class="quiet">{seatUse.none}</p>
        ) : (
          <>
            <p class="mb-3 font-medium">{seatUse.sum(number(sum('attended')), number(sum('seats')))}</p>
            <Table caption={seatUse.heading(year)} columns={seatUse.columns} cards>
              {rows.map((row) => (
                <Row ui={ui} row={row} />
              ))}
            </Table>
          </>
        )}
      </Block>
    </AgencyFrame>
  );
}

function Row({ ui, row }: { readonly ui: Ui; readonly row: SeatUseRow }) {
  const [, organiser, time, attended] = eventWords[ui.locale].seatUse.columns;
  const { number } = ui.format;
  const href = { own: deskEventPath(row.eventId), partner: partnerEventPath(row.eventId), other: undefined };
  const to = href[row.kind];
  return (
    <tr>
      <th scope="row" class="font-medium">
        {to === undefined ? (
          row.title
        ) : (
          <a class="text-link inline-flex min-h-8 items-center" href={to}>
            {row.title}
          </a>
        )}
      </th>
      <td data-label={organiser}>{row.organiser}</td>
      <td data-label={time}>{eventDays(ui.locale, row.zone, row)}</td>
      <td data-label={attended} class="tabular-nums">
        {`${number(row.attended)} / ${number(row.seats)}`}
      </td>
    </tr>
  );
}
