import { boardWords } from '../i18n/boards.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { Block, EmptyState, Figure, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import type { BoardView } from './board-ports.ts';
import { boardPath, habitsPath } from './paths.ts';

interface Part {
  readonly ui: Ui;
  readonly board: BoardView;
}

/** What a unit did together in a month, and the one click by which somebody is counted or not. */
export function BoardPage(props: {
  readonly ui: Ui;
  readonly board: BoardView | undefined;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, board } = props;
  const words = boardWords[ui.locale];
  return (
    <Shell ui={ui} title={words.title} section="home" notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[habitsPath, words.habits]]} />}
      />
      <FormProblem ui={ui} form={props.form} />
      {board === undefined ? (
        <EmptyState icon="people" title={words.noUnitTitle} text={words.noUnitText} />
      ) : (
        <>
          <Membership ui={ui} board={board} />
          <Sums ui={ui} board={board} />
          <Others ui={ui} board={board} />
          {board.mayManage && <Manage ui={ui} board={board} />}
        </>
      )}
    </Shell>
  );
}

function Membership({ ui, board }: Part) {
  const words = boardWords[ui.locale];
  const { isMember } = board;
  return (
    <Block id="membership" title={board.unit}>
      <form
        method="post"
        action={`${boardPath}/${isMember ? 'leave' : 'join'}`}
        class="panel flex max-w-2xl flex-wrap items-center justify-between gap-3 p-5"
      >
        <p>
          {isMember ? words.member : words.notMember}
          <span class="quiet block text-sm">
            {board.members === undefined ? words.fewMembers : words.members(ui.format.number(board.members))}
          </span>
        </p>
        <button type="submit" class={isMember ? 'btn' : 'btn btn-primary'}>
          {isMember ? words.leave : words.join}
        </button>
      </form>
      <p class="quiet mt-2 max-w-[68ch] text-sm">{words.rule}</p>
    </Block>
  );
}

function Sums({ ui, board }: Part) {
  const words = boardWords[ui.locale];
  const { sums } = board;
  const { number, duration } = ui.format;
  return (
    <Block id="sums" title={words.sumsTitle(words.month(board.month))}>
      {!sums ? (
        <p class="quiet max-w-[68ch]">{board.on ? words.noSums : words.closed}</p>
      ) : (
        <dl class="grid gap-3 sm:grid-cols-3">
          <Figure
            label={words.minutes}
            value={duration(sums.minutes * 60)}
            note={words.of(number(sums.members))}
          />
          <Figure label={words.finished} value={number(sums.finished)} />
          <Figure label={words.teaching} value={duration(sums.teachingMinutes * 60)} />
        </dl>
      )}
    </Block>
  );
}

/** Side by side in the order of their names: nobody comes first. */
function Others({ ui, board }: Part) {
  const words = boardWords[ui.locale];
  const { number, duration } = ui.format;
  if (board.others.length === 0 || !board.sums) return null;
  const rows = [{ name: board.unit, sums: board.sums }, ...board.others].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
  const { unit, members } = words.columns;
  return (
    <Block id="others" title={words.othersTitle}>
      <Table
        caption={words.othersTitle}
        columns={[unit, members, words.minutes, words.finished, words.teaching]}
        cards
      >
        {rows.map(({ name, sums }) => (
          <tr>
            <th scope="row" class="font-medium">
              {name}
            </th>
            <td data-label={members}>{number(sums.members)}</td>
            <td data-label={words.minutes}>{duration(sums.minutes * 60)}</td>
            <td data-label={words.finished}>{number(sums.finished)}</td>
            <td data-label={words.teaching}>{duration(sums.teachingMinutes * 60)}</td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

function Manage({ ui, board }: Part) {
  const words = boardWords[ui.locale];
  const state = board.compares ? 'compared' : board.on ? 'open' : 'closed';
  const options = (['closed', 'open', 'compared'] as const).map((one) => [one, words.states[one]] as const);
  return (
    <Block id="manage" title={words.manageTitle}>
      <form method="post" action={`${boardPath}/set`} class="panel max-w-2xl p-5">
        <p class="mb-3">{words.manageText}</p>
        <SelectField
          ui={ui}
          form={{ values: { state }, errors: {} }}
          name="state"
          label={words.state}
          required
          options={options}
        />
        <button type="submit" class="btn">
          {ui.t.shell.save}
        </button>
      </form>
    </Block>
  );
}
