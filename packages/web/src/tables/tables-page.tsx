import { ConnectionFrame } from '../connections/frame.tsx';
import type { ConnectionView } from '../connections/ports.ts';
import { tabHref } from '../connections/tabs.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { Block } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { TableKindName, TableSlotView } from './ports.ts';

export interface TablesProps {
  readonly ui: Ui;
  readonly connection: ConnectionView;
  readonly slots: readonly TableSlotView[];
  readonly notice?: NoticeName | undefined;
  /** Why the file of this kind was not taken. */
  readonly failure?: { readonly kind: TableKindName; readonly text: string };
}

/** Three tables: what each holds now, what waits, and how to send another. */
export function TablesPage({ ui, connection, slots, notice, failure }: TablesProps) {
  const words = ui.t.tables;
  return (
    <ConnectionFrame ui={ui} connection={connection} tab="tables" lead={words.lead} notice={notice}>
      {slots.map((slot) => (
        <Slot
          ui={ui}
          base={tabHref(connection.connectionId, 'tables')}
          slot={slot}
          failure={failure?.kind === slot.kind ? failure.text : undefined}
        />
      ))}
    </ConnectionFrame>
  );
}

interface SlotProps {
  readonly ui: Ui;
  readonly base: string;
  readonly slot: TableSlotView;
  readonly failure: string | undefined;
}

function Slot({ ui, base, slot, failure }: SlotProps) {
  const words = ui.t.tables;
  const { kind, current, pending } = slot;
  return (
    <Block id={kind} title={words.kind[kind]}>
      <p class="mb-3 max-w-[68ch]">{words.kindText[kind]}</p>
      {failure && (
        <div class="mb-4">
          <Notice tone="error" live>
            {failure}
          </Notice>
        </div>
      )}
      <p class="mb-3">
        {current ? (
          <>
            {words.current(current.name, ui.format.number(current.rows))} <When ui={ui} at={current.at} />
          </>
        ) : (
          <span class="quiet">{words.none}</span>
        )}
      </p>
      {pending && (
        <p class="mb-4">
          <span class="tag tag-warning">{words.waiting}</span>{' '}
          <a href={`${base}/${kind}/${pending.tableId}`} class="text-link">
            {words.look(pending.name)}
          </a>
        </p>
      )}
      <ul class="mb-4 flex flex-wrap gap-2">
        {(['xlsx', 'csv'] as const).map((format) => (
          <li>
            <a href={`${base}/template?kind=${kind}&format=${format}`} class="btn">
              {words.template(format)}
              <span class="sr-only">: {words.kind[kind]}</span>
            </a>
          </li>
        ))}
      </ul>
      <Send ui={ui} base={base} kind={kind} />
    </Block>
  );
}

function Send({ ui, base, kind }: Pick<SlotProps, 'ui' | 'base'> & { readonly kind: TableKindName }) {
  const words = ui.t.tables;
  const id = `field-file-${kind}`;
  return (
    <form method="post" action={`${base}/${kind}`} enctype="multipart/form-data" class="panel max-w-2xl p-5">
      <label for={id} class="mb-1 block font-medium">
        {words.file(words.kind[kind])}
      </label>
      <input
        id={id}
        name="file"
        type="file"
        accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        required
        aria-describedby={`hint-file-${kind}`}
        class="file-input w-full"
      />
      <p id={`hint-file-${kind}`} class="quiet mt-1 mb-4 text-sm">
        {words.fileHint}
      </p>
      <button type="submit" class="btn btn-primary">
        {words.check}
        <span class="sr-only">: {words.kind[kind]}</span>
      </button>
    </form>
  );
}
