import { eventWords } from '../i18n/events.ts';
import { emptyForm, type FormState, TextField } from '../layout/form.tsx';
import { Block, Paging, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { pairOf, shownAs } from './attendance-form.ts';
import type { DeskEventView, DeskSession, ParticipantRow } from './desk-ports.ts';
import { type DeskPlace, eventAt } from './place.tsx';

interface Props {
  readonly ui: Ui;
  readonly place: DeskPlace;
  readonly event: DeskEventView;
  readonly people: { readonly rows: readonly ParticipantRow[]; readonly next?: string };
  readonly isFirst: boolean;
  readonly form: FormState;
}

/** Who comes and who was there; a form that can be filled in without a connection. */
export function AttendanceList({ ui, place, event, people, isFirst, form }: Props) {
  const words = eventWords[ui.locale];
  const here = eventAt(place, event.eventId);
  const begun = event.sessions.filter(({ hasBegun }) => hasBegun);
  const mayMark = event.state === 'published' && begun.length > 0;
  const names = new Map(
    event.sessions.map(({ sessionId, title }, n) => [sessionId, title ?? words.session(n + 1)]),
  );
  const columns = [...words.peopleColumns, ...begun.map(({ sessionId }) => names.get(sessionId) ?? '')];
  return (
    <Block id="people" title={words.people}>
      {place.section === 'studio' && <p class="quiet mb-3 max-w-[65ch]">{words.byAgreement}</p>}
      {people.rows.length === 0 ? (
        <p class="quiet">{words.noPeople}</p>
      ) : (
        // A browser that puts boxes back as they were, beside what the page says now, would mark what nobody has said.
        <form method="post" action={`${here}/attendance`} autocomplete="off">
          {mayMark && <p class="quiet mb-3 max-w-[65ch]">{words.markLead}</p>}
          <Table caption={words.people} columns={columns} cards>
            {people.rows.map((row) => (
              <Row ui={ui} row={row} begun={begun} names={names} mayMark={mayMark} />
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
      {mayMark && !event.isClosed && <AtTheDoor ui={ui} place={place} event={event} form={form} />}
      <TakeBack ui={ui} place={place} event={event} rows={people.rows} />
      <Paging ui={ui} path={here} next={people.next} isFirst={isFirst} />
    </Block>
  );
}

function Row(props: {
  readonly ui: Ui;
  readonly row: ParticipantRow;
  readonly begun: readonly DeskSession[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayMark: boolean;
}) {
  const { ui, row, begun, names, mayMark } = props;
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
        {words.seat[row.state]}
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
                present={mark?.present === true}
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
  readonly present: boolean;
}) {
  const { row, sessionId, label, present } = props;
  const pair = pairOf(row.personId, sessionId);
  return (
    <>
      <input type="hidden" name="shown" value={shownAs(pair, present)} />
      <input
        type="checkbox"
        name="present"
        value={pair}
        checked={present}
        aria-label={label}
        class="checkbox checkbox-primary size-7"
      />
    </>
  );
}

/** Whoever came without a seat gets one by hand; whether they were there is noted in the list. */
function AtTheDoor({ ui, place, event, form }: Pick<Props, 'ui' | 'place' | 'event' | 'form'>) {
  const words = eventWords[ui.locale];
  const isOpen = Boolean(form.errors.who ?? form.errors.doorReason ?? form.values.who);
  return (
    <details class="mt-4" open={isOpen}>
      <summary class="text-link inline-flex min-h-9 items-center">{words.atTheDoor}</summary>
      <form method="post" action={`${eventAt(place, event.eventId)}/door`} class="panel mt-2 max-w-2xl p-5">
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

function TakeBack({
  ui,
  place,
  event,
  rows,
}: {
  readonly ui: Ui;
  readonly place: DeskPlace;
  readonly event: DeskEventView;
  readonly rows: readonly ParticipantRow[];
}) {
  const words = eventWords[ui.locale];
  const held = rows.filter(
    ({ state, marks }) =>
      Object.keys(marks).length === 0 &&
      ['requested', 'unfunded', 'waiting', 'offered', 'confirmed'].includes(state),
  );
  if (held.length === 0 || event.state !== 'published') return null;
  return (
    <details class="mt-4">
      <summary class="text-link inline-flex min-h-9 items-center">{words.takeBack}</summary>
      <ul class="mt-2 grid gap-3">
        {held.map((row) => (
          <li class="panel max-w-2xl p-4">
            <form method="post" action={`${eventAt(place, event.eventId)}/seats`}>
              <input type="hidden" name="personId" value={row.personId} />
              <label class="mb-1 block font-medium" for={`why-${row.personId}`}>
                {words.takeBackReason(row.name)}
              </label>
              <input
                id={`why-${row.personId}`}
                name="reason"
                required
                maxlength={300}
                autocomplete="off"
                class="input mb-3 w-full"
                value={emptyForm.values.reason ?? ''}
              />
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
