import type { Jp } from '@sinau/kernel';
import { budgetWords } from '../i18n/budget.ts';
import { EmptyState, hrefOf, PageHeading, Paging, SectionMenu, Table, Trail } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { BudgetFrame, Cause, causeText } from './frame.tsx';
import { budgetPath, linePath } from './paths.ts';
import { type BookingStateName, type BookingView, bookingStateNames, type LineView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly line: LineView;
  readonly state: BookingStateName;
  readonly bookings: readonly BookingView[];
  readonly next?: string;
  readonly isFirst: boolean;
}

/** What makes one number of a line. */
export function BookingsPage(props: Props) {
  const { ui, line, state, bookings, next, isFirst } = props;
  const words = budgetWords[ui.locale];
  const title = words.bookings(words.state[state]);
  const path = linePath(line.lineId);
  const listPath = `${path}/bookings`;
  const of = (one: BookingStateName) => hrefOf(listPath, { state: one });
  return (
    <BudgetFrame ui={ui} title={title} current={budgetPath}>
      <PageHeading
        title={title}
        lead={`${line.code} · ${line.title}`}
        trail={
          <Trail
            ui={ui}
            links={[
              [budgetPath, words.title],
              [path, `${line.code} · ${line.title}`],
            ]}
          />
        }
      />
      <SectionMenu
        label={words.listOf}
        current={of(state)}
        links={bookingStateNames.map((one) => [of(one), words.state[one]])}
      />
      {bookings.length === 0 ? (
        <EmptyState icon="book" title={words.bookingsNone} text={words.bookingsNoneText} />
      ) : (
        <Table caption={title} columns={words.bookingsColumns}>
          {bookings.map((booking) => (
            <Row ui={ui} line={line} booking={booking} />
          ))}
        </Table>
      )}
      <Paging ui={ui} path={listPath} query={{ state }} next={next} isFirst={isFirst} />
    </BudgetFrame>
  );
}

function Row({
  ui,
  line,
  booking,
}: {
  readonly ui: Ui;
  readonly line: LineView;
  readonly booking: BookingView;
}) {
  const words = budgetWords[ui.locale];
  const { people, jp, learner } = booking;
  return (
    <tr>
      <th scope="row" class="font-medium">
        <Cause ui={ui} cause={booking.cause} />
      </th>
      <td class="whitespace-nowrap tabular-nums">{rupiah(ui, booking.amount)}</td>
      <td>
        {learner}
        {(people > 0 || jp > 0) && (
          <p class="quiet text-sm">{words.outcome(ui.format.number(people), ui.format.jp(jp as Jp))}</p>
        )}
      </td>
      <td class="whitespace-nowrap">
        <When ui={ui} at={booking.createdAt} dateOnly />
      </td>
      <td class="whitespace-nowrap">
        <When ui={ui} at={booking.updatedAt} dateOnly />
      </td>
      <td>
        {booking.steps.length > 0 && (
          <a
            class="btn btn-sm whitespace-nowrap"
            href={`${linePath(line.lineId)}/bookings/${encodeURIComponent(booking.bookingId)}`}
            aria-label={words.goOf(causeText(ui, booking.cause))}
          >
            {words.go}
          </a>
        )}
      </td>
    </tr>
  );
}
