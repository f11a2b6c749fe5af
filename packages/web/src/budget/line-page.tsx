import { budgetWords } from '../i18n/budget.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Block, Figure, hrefOf, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { absorptionOf, BoundBar, BudgetFrame, Cause, signed } from './frame.tsx';
import { budgetPath, linePath } from './paths.ts';
import { boundStateNames, type EntryView, type LineView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly line: LineView;
  readonly entries: readonly EntryView[];
  readonly next?: string;
  readonly isFirst: boolean;
}

/** One line: what is bound of it, and everything that has changed it. */
export function LinePage(props: Props & { readonly notice: NoticeName | undefined }) {
  const { ui, line } = props;
  const words = budgetWords[ui.locale];
  const title = `${line.code} · ${line.title}`;
  const path = linePath(line.lineId);
  return (
    <BudgetFrame ui={ui} title={title} current={budgetPath} notice={props.notice}>
      <PageHeading
        title={title}
        lead={`${line.year} · ${words.lineLead(words.source[line.source], line.account)}`}
        trail={<Trail ui={ui} links={[[hrefOf(budgetPath, { year: String(line.year) }), words.title]]} />}
        actions={
          <>
            <a class="btn" href={`${path}/change`}>
              {words.change}
            </a>
            {line.state === 'open' && (
              <a class="btn btn-primary" href={`${path}/book`}>
                {words.book}
              </a>
            )}
          </>
        }
      />
      <Standing ui={ui} line={line} />
      <Entries {...props} />
    </BudgetFrame>
  );
}

function Standing({ ui, line }: { readonly ui: Ui; readonly line: LineView }) {
  const words = budgetWords[ui.locale];
  const notes = [
    ...(line.state === 'closed' ? [words.closed] : []),
    ...(line.waiting > 0 ? [words.waiting(ui.format.number(line.waiting))] : []),
  ];
  return (
    <div class="mb-8">
      {notes.length > 0 && <p class="mb-3 font-medium">{notes.join(' · ')}</p>}
      <div class="mb-3">
        <BoundBar line={line} />
      </div>
      <dl class="grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
        <Figure label={words.ceiling} value={rupiah(ui, line.ceiling)} />
        {boundStateNames.map((state) => (
          <Figure
            label={words.state[state]}
            value={
              <a class="text-link" href={hrefOf(`${linePath(line.lineId)}/bookings`, { state })}>
                {rupiah(ui, line[state])}
              </a>
            }
            note={words.stateNote[state]}
          />
        ))}
        <Figure
          label={words.room}
          value={rupiah(ui, line.room)}
          note={`${words.absorption} ${ui.format.percent(absorptionOf(line))}`}
        />
      </dl>
    </div>
  );
}

function Entries({ ui, line, entries, next, isFirst }: Props) {
  const words = budgetWords[ui.locale];
  return (
    <Block id="entries" title={words.entries}>
      <Table caption={words.entries} columns={words.entriesColumns}>
        {entries.map((entry) => (
          <tr>
            <td class="whitespace-nowrap">
              <When ui={ui} at={entry.at} />
            </td>
            <th scope="row" class="font-medium">
              {words.entry[entry.kind]}
            </th>
            <td>
              <Why ui={ui} entry={entry} />
            </td>
            <td class="whitespace-nowrap tabular-nums">
              <Changes ui={ui} entry={entry} />
            </td>
            <td>{entry.by ?? words.bySeat}</td>
          </tr>
        ))}
      </Table>
      <Paging ui={ui} path={linePath(line.lineId)} next={next} isFirst={isFirst} />
    </Block>
  );
}

function Why({ ui, entry }: { readonly ui: Ui; readonly entry: EntryView }) {
  const { cause, grounds } = entry;
  if (grounds) return <Cause ui={ui} cause={{ kind: 'hand', ...grounds }} />;
  return cause ? <Cause ui={ui} cause={cause} /> : <>–</>;
}

function Changes({ ui, entry }: { readonly ui: Ui; readonly entry: EntryView }) {
  const words = budgetWords[ui.locale];
  const changes = [
    [words.ceiling, entry.ceiling] as const,
    ...boundStateNames.map((state) => [words.state[state], entry[state]] as const),
  ].filter(([, amount]) => amount !== 0);
  if (changes.length === 0) return <>–</>;
  return (
    <ul>
      {changes.map(([name, amount]) => (
        <li>
          {name} {signed(ui, amount)}
        </li>
      ))}
    </ul>
  );
}
