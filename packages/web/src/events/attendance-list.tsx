import { eventWords } from '../i18n/events.ts';
import { type FormState, TextField } from '../layout/form.tsx';
import { Block, hrefOf, Paging, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { boxesOf, pairOf, shownAs } from './attendance-form.ts';
import type { DeskEventView, DeskSession, ParticipantRow } from './desk-ports.ts';
import { type DeskPlace, eventAt } from './place.tsx';

interface Props {
  readonly ui: Ui;
  readonly place: DeskPlace;
  readonly event: DeskEventView;
  readonly people: { readonly rows: readonly ParticipantRow[]; readonly next?: string };
  /** Which page of people, as its address says it; undefined: the first. */
  readonly page: string | undefined;
  readonly form: FormState;
}

/** Where a form of the list goes to, and comes back from to the page of people that it was on. */
const actionOf = ({ place, event, page }: Pick<Props, 'place' | 'event' | 'page'>, below: string): string =>
  hrefOf(`${eventAt(place, event.eventId)}/${below}`, { page });

/** Who comes and who was there; a form that can be filled in without a connection. */
export function AttendanceList(props: Props) {
  const { ui, place, event, people, page, form } = props;
  const words = eventWords[ui.locale];
  const begun = event.sessions.filter(({ hasBegun }) => hasBegun);
  const mayMark = event.state === 'published' && begun.length > 0;
  const names = new Map(
    event.sessions.map(({ sessionId, title }, n) => [sessionId, title ?? words.session(n + 1)]),
  );
  const boxOf = boxesOf(form.values);
  const columns = [...words.peopleColumns, ...begun.map(({ sessionId }) => names.get(sessionId) ?? '')];
  return (
    <Block id="people" title={words.people}>
      {place.section === 'studio' && <p class="quiet mb-3 max-w-[65ch]">{words.byAgreement}</p>}
      {people.rows.length === 0 ? (
        <p class="quiet">{words.noPeople}</p>
      ) : (
        // A browser that puts boxes back as they were, beside what the page says now, would mark what nobody has said.
        <form method="post" action={actionOf(props, 'attendance')} autocomplete="off">
          {mayMark && <p class="quiet mb-3 max-w-[65ch]">{words.markLead}</p>}
          <Table caption={words.people} columns={columns} cards>
            {people.rows.map((row) => (
              <Row {...{ ui, row, begun, names, mayMark, boxOf }} />
            ))}
          </Table>
          {mayMark && (
            <div class="panel mt-4 max-w-2xl p-5">
              <TextField
                ui={ui}
                form={form}
                name="reason"
                label={words.markReason}
                hint={words.markReasonHint}
                required
                maxlength={300}
              />
              <button type="submit" class="btn btn-primary">
                {words.mark}
              </button>
            </div>
          )}
        </form>
      )}
      {mayMark && !event.isClosed && <AtTheDoor {...props} />}
      <TakeBack {...props} />
      <Paging ui={ui} path={eventAt(place, event.eventId)} next={people.next} isFirst={page === undefined} />
    </Block>
  );
}

function Row(props: {
  readonly ui: Ui;
  readonly row: ParticipantRow;
  readonly begun: readonly DeskSession[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayMark: boolean;
  readonly boxOf: ReturnType<typeof boxesOf>;
}) {
  const { ui, row, begun, names, mayMark, boxOf } = props;
  const words = eventWords[ui.locale];
  const [, state] = words.peopleColumns;
  return (
    <tr>
      <th scope="row" class="font-medium">
        {row.name}
        <span class="quiet block text-sm font-normal">
          {[row.code, row.agency].filter((one) => one !== undefined).join(' · ')}
        </span>
      </th>
      <td data-label={state}>
        {words.seatOfOthers[row.state]}
        {row.reason && <span class="quiet block text-sm">{words.reason(row.reason)}</span>}
        {mayMark && row.isOwn && row.state === 'confirmed' && (
          <span class="quiet block text-sm">{words.markOwn}</span>
        )}
      </td>
      {begun.map(({ sessionId }) => {
        const mark = row.marks[sessionId];
        const name = names.get(sessionId) ?? '';
        return (
          <td data-label={name}>
            {mayMark && row.state === 'confirmed' && !row.isOwn ? (
              <Box
                row={row}
                sessionId={sessionId}
                label={`${row.name}, ${name}`}
                known={mark?.present === true}
                boxOf={boxOf}
              />
            ) : (
              <span>{mark ? (mark.present ? words.present : words.absent) : '–'}</span>
            )}
            {mark?.by && (
              <span class="quiet block text-sm">{words.markedBy(mark.by, mark.reason ?? '')}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Box(props: {
  readonly row: ParticipantRow;
  readonly sessionId: string;
  readonly label: string;
  /** What is noted by now. */
  readonly known: boolean;
  readonly boxOf: ReturnType<typeof boxesOf>;
}) {
  const { row, sessionId, label, known, boxOf } = props;
  const pair = pairOf(row.personId, sessionId);
  return (
    <>
      <input type="hidden" name="shown" value={shownAs(pair, known)} />
      <input
        type="checkbox"
        name="present"
        value={pair}
        checked={boxOf(pair, known)}
        aria-label={label}
        class="checkbox checkbox-primary size-7"
      />
    </>
  );
}

/** Whoever came without a seat gets one by hand; whether they were there is noted in the list. */
function AtTheDoor(props: Props) {
  const { ui, place, form } = props;
  const words = eventWords[ui.locale];
  const isOpen = Boolean(form.errors.who ?? form.errors.doorReason ?? form.values.who);
  return (
    <details class="mt-4" open={isOpen}>
      <summary class="text-link inline-flex min-h-9 items-center">{words.atTheDoor}</summary>
      <form method="post" action={actionOf(props, 'door')} class="panel mt-2 max-w-2xl p-5">
        <p class="mb-3">{words.atTheDoorText}</p>
        {place.section === 'studio' && <p class="mb-3">{words.whoByAgreement}</p>}
        <TextField ui={ui} form={form} name="who" label={words.who} required maxlength={200} />
        <TextField
          ui={ui}
          form={form}
          name="doorReason"
          label={words.markReason}
          hint={words.doorReasonHint}
          required
          maxlength={300}
        />
        <button type="submit" class="btn">
          {words.seatByHand}
        </button>
      </form>
    </details>
  );
}

function TakeBack(props: Props) {
  const { ui, event, people, form } = props;
  const words = eventWords[ui.locale];
  const held = people.rows.filter(
    ({ state, marks }) =>
      Object.keys(marks).length === 0 &&
      ['requested', 'unfunded', 'waiting', 'offered', 'confirmed'].includes(state),
  );
  if (held.length === 0 || event.state !== 'published') return null;
  return (
    <details class="mt-4" open={form.values.takeBackReason !== undefined}>
      <summary class="text-link inline-flex min-h-9 items-center">{words.takeBack}</summary>
      <ul class="mt-2 grid gap-3">
        {held.map((row) => (
          <li class="panel max-w-2xl p-4">
            <form method="post" action={actionOf(props, 'seats')}>
              <input type="hidden" name="personId" value={row.personId} />
              <ReasonField ui={ui} row={row} form={form} />
              <button type="submit" class="btn btn-sm">
                {words.takeBack}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One of many fields of one name: what was typed and what is wrong stand with whom they were sent for. */
function ReasonField({ ui, row, form }: Pick<Props, 'ui' | 'form'> & { readonly row: ParticipantRow }) {
  const words = eventWords[ui.locale];
  const isBack = form.values.personId === row.personId;
  const error = isBack ? form.errors.takeBackReason : undefined;
  const id = isBack ? 'field-takeBackReason' : `why-${row.personId}`;
  return (
    <div class="mb-3">
      <label class="mb-1 block font-medium" for={id}>
        {words.takeBackReason(row.name)}
      </label>
      <input
        id={id}
        name="takeBackReason"
        required
        maxlength={300}
        autocomplete="off"
        class={`input w-full ${error ? 'input-error' : ''}`}
        value={isBack ? (form.values.takeBackReason ?? '') : ''}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? 'error-takeBackReason' : undefined}
      />
      {error && (
        <p id="error-takeBackReason" class="mt-1 text-sm font-medium text-error">
          {error}
        </p>
      )}
    </div>
  );
}
