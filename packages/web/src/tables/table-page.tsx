import { ConnectionFrame } from '../connections/frame.tsx';
import type { ConnectionView } from '../connections/ports.ts';
import { tabHref } from '../connections/tabs.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { Block, Table } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { TableFindingView, TablePreviewView } from './ports.ts';

export interface TableProps {
  readonly ui: Ui;
  readonly connection: ConnectionView;
  readonly preview: TablePreviewView;
  readonly notice?: NoticeName | undefined;
}

/** One uploaded table before it counts: what would be taken, what its columns mean, and what is wrong. */
export function TablePage({ ui, connection, preview, notice }: TableProps) {
  const words = ui.t.tables;
  const base = `${tabHref(connection.connectionId, 'tables')}/${preview.kind}/${preview.tableId}`;
  return (
    <ConnectionFrame
      ui={ui}
      connection={connection}
      tab="tables"
      lead={`${words.kind[preview.kind]}: ${preview.name}`}
      notice={notice}
    >
      <Outcome ui={ui} preview={preview} base={base} />
      <Columns ui={ui} preview={preview} base={base} />
      {preview.findings.length > 0 && <Findings ui={ui} preview={preview} />}
      <Sample ui={ui} preview={preview} />
    </ConnectionFrame>
  );
}

interface PartProps {
  readonly ui: Ui;
  readonly preview: TablePreviewView;
}

function Outcome({ ui, preview, base }: PartProps & { readonly base: string }) {
  const words = ui.t.tables;
  const [good, bad] = [preview.good, preview.bad].map((one) => ui.format.number(one));
  const some = preview.isUsable && preview.bad > 0;
  return (
    <Block id="outcome" title={words.outcome}>
      <div class="mb-4">
        <Notice tone={some ? 'warning' : preview.isUsable ? 'success' : 'error'} live>
          {preview.isUsable && preview.bad === 0 && words.ready[preview.kind](good ?? '')}
          {some && words.some(good ?? '', bad ?? '')}
          {!preview.isUsable && words.refused(bad ?? '')}
        </Notice>
      </div>
      <div class="flex flex-wrap gap-2">
        {preview.isUsable && (
          <form method="post" action={`${base}/confirm`}>
            {preview.kind === 'enrolments' && (
              <label class="mb-3 flex max-w-[68ch] gap-3">
                <input type="checkbox" name="whole" value="yes" class="checkbox checkbox-primary mt-1" />
                <span>
                  {words.whole}
                  <span class="quiet block text-sm">{words.wholeHint}</span>
                </span>
              </label>
            )}
            <button type="submit" class="btn btn-primary">
              {words.confirm[preview.kind]}
            </button>
          </form>
        )}
        <form method="post" action={`${base}/discard`}>
          <button type="submit" class="btn">
            {words.discard}
          </button>
        </form>
      </div>
    </Block>
  );
}

function Columns({ ui, preview, base }: PartProps & { readonly base: string }) {
  const words = ui.t.tables;
  return (
    <Block id="columns" title={words.columnsTitle}>
      <p class="mb-3 max-w-[68ch]">{words.columnsText}</p>
      <form method="post" action={`${base}/map`} class="panel max-w-3xl p-5">
        <div class="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {preview.columns.map(({ column, head, isRequired, at }) => (
            <div>
              <label for={`field-${column}`} class="mb-1 block font-medium">
                {head}
                {isRequired && <span class="quiet text-sm font-normal"> ({words.required})</span>}
              </label>
              <select id={`field-${column}`} name={column} class="select w-full">
                <option value="">{words.unused}</option>
                {preview.heads.map((name, n) => (
                  <option value={String(n)} selected={n === at}>
                    {name === '' ? words.unnamed(ui.format.number(n + 1)) : name}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
        <button type="submit" class="btn mt-5">
          {words.map}
        </button>
      </form>
    </Block>
  );
}

function Findings({ ui, preview }: PartProps) {
  const words = ui.t.tables;
  const { row, column, wrong } = words.findingColumns;
  return (
    <Block id="findings" title={words.findingsTitle}>
      {preview.isCut && <p class="quiet mb-3">{words.first(ui.format.number(preview.findings.length))}</p>}
      <Table caption={words.findingsTitle} columns={[row, column, wrong]}>
        {preview.findings.map((finding) => (
          <Finding ui={ui} finding={finding} />
        ))}
      </Table>
    </Block>
  );
}

function Finding({ ui, finding }: { readonly ui: Ui; readonly finding: TableFindingView }) {
  const { row, column, message, mend } = finding;
  return (
    <tr>
      <th scope="row" class="font-normal tabular-nums">
        {row === undefined ? ui.t.tables.wholeFile : ui.format.number(row)}
      </th>
      <td class="whitespace-nowrap">{column ?? ''}</td>
      <td class="w-full">
        <Text ui={ui} map={message} />{' '}
        <span class="quiet">
          <Text ui={ui} map={mend} />
        </span>
      </td>
    </tr>
  );
}

function Sample({ ui, preview }: PartProps) {
  const words = ui.t.tables;
  const heads = preview.heads.map((head, n) => (head === '' ? words.unnamed(ui.format.number(n + 1)) : head));
  return (
    <Block id="sample" title={words.sampleTitle}>
      <Table caption={words.sampleTitle} columns={[words.findingColumns.row, ...heads]}>
        {preview.sample.map(({ row, cells }) => (
          <tr>
            <th scope="row" class="font-normal tabular-nums">
              {ui.format.number(row)}
            </th>
            {cells.map((cell) => (
              <td class="max-w-[24rem] break-words">{cell}</td>
            ))}
          </tr>
        ))}
      </Table>
    </Block>
  );
}
