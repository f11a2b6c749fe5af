import { eventWords } from '../i18n/events.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { DeskEventRow } from './desk-ports.ts';
import { agencyRequestsPath, partnerEventsPath } from './paths.ts';
import { DeskFrame, type DeskPlace, eventAt } from './place.tsx';
import { eventDays } from './times.ts';

/** Events of one's agency or provider, the last one first. */
export function DeskEventsPage(props: {
  readonly ui: Ui;
  readonly place: DeskPlace;
  readonly rows: readonly DeskEventRow[];
  readonly next?: string;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, place, rows, next, isFirst, notice } = props;
  const words = eventWords[ui.locale];
  const add = (
    <a href={`${place.path}/new`} class="btn btn-primary">
      {words.add}
    </a>
  );
  return (
    <DeskFrame ui={ui} place={place} title={words.desk} notice={notice}>
      <PageHeading
        title={words.desk}
        lead={words.deskLead[place.section]}
        actions={
          <>
            {place.section === 'agency' && (
              <>
                <a href={agencyRequestsPath} class="btn">
                  {words.requests}
                </a>
                <a href={partnerEventsPath} class="btn">
                  {words.partners.title}
                </a>
              </>
            )}
            {rows.length > 0 && add}
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState icon="people" title={words.deskNone} text={words.deskNoneText[place.section]}>
          {add}
        </EmptyState>
      ) : (
        <Table caption={words.desk} columns={words.columns} cards>
          {rows.map((row) => (
            <Row ui={ui} place={place} row={row} />
          ))}
        </Table>
      )}
      <Paging ui={ui} path={place.path} next={next} isFirst={isFirst} />
    </DeskFrame>
  );
}

export const stateOf = (ui: Ui, { state, isClosed }: Pick<DeskEventRow, 'state' | 'isClosed'>): string =>
  eventWords[ui.locale].state[isClosed ? 'closed' : state];

function Row(props: { readonly ui: Ui; readonly place: DeskPlace; readonly row: DeskEventRow }) {
  const { ui, place, row } = props;
  const [, time, state, seats, queue] = eventWords[ui.locale].columns;
  const { number } = ui.format;
  return (
    <tr>
      <th scope="row" class="font-medium">
        <a class="text-link inline-flex min-h-8 items-center" href={eventAt(place, row.eventId)}>
          {row.title}
        </a>
      </th>
      <td data-label={time}>{eventDays(ui.locale, row.zone, row)}</td>
      <td data-label={state}>{stateOf(ui, row)}</td>
      <td data-label={seats} class="tabular-nums">
        {`${number(row.taken)} / ${number(row.capacity)}`}
      </td>
      <td data-label={queue} class="tabular-nums">
        {number(row.waiting)}
      </td>
    </tr>
  );
}
