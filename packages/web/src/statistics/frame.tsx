import type { Child } from 'hono/jsx';
import { SelectField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { type TableName, tableHref } from './paths.ts';
import type { StatisticsHead } from './ports.ts';

/** Version and months to count; without script it is a form like any other. */
export function CohortForm({ ui, view }: { readonly ui: Ui; readonly view: StatisticsHead }) {
  const { t } = ui;
  const form = { values: { version: String(view.version) }, errors: {} };
  return (
    <form method="get" class="panel mb-6 grid gap-x-4 px-5 pt-4 sm:grid-cols-2 lg:grid-cols-4">
      <SelectField
        ui={ui}
        form={form}
        name="version"
        label={t.statistics.version}
        required
        options={[...view.versions]
          .sort((a, b) => b - a)
          .map((version) => [String(version), t.statistics.versionNumber(version)] as const)}
      />
      <Month ui={ui} name="from" label={t.statistics.from} value={view.from} />
      <Month ui={ui} name="until" label={t.statistics.until} value={view.until} />
      <div class="mb-4 flex items-end">
        <button type="submit" class="btn w-full">
          {t.statistics.show}
        </button>
      </div>
    </form>
  );
}

function Month(props: {
  readonly ui: Ui;
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
}) {
  const { ui, name } = props;
  return (
    <div class="mb-4">
      <label for={`field-${name}`} class="mb-1 block font-medium">
        {props.label} <span class="quiet text-sm font-normal">({ui.t.shell.optional})</span>
      </label>
      <input
        id={`field-${name}`}
        name={name}
        type="month"
        pattern="20[0-9]{2}-(0[1-9]|1[0-2])"
        placeholder="2026-03"
        title={ui.t.statistics.monthHint}
        value={props.value ?? ''}
        class="input w-full"
      />
    </div>
  );
}

/** Why nobody is named, and how exact the numbers are. */
export function Discretion({ ui, view }: { readonly ui: Ui; readonly view: StatisticsHead }) {
  const { t, format } = ui;
  return (
    <>
      {view.sampled < 1 && (
        <Notice tone="info">{t.statistics.sampled(format.number(view.sampled * 100))}</Notice>
      )}
      <details class="mb-6">
        <summary class="text-link inline-flex min-h-8 cursor-pointer items-center">
          {t.statistics.privacyHeading}
        </summary>
        <p class="quiet mt-2 max-w-[75ch]">{t.statistics.privacy}</p>
      </details>
    </>
  );
}

/** Undefined where there is something to see. */
export function NothingToSee({ ui, view }: { readonly ui: Ui; readonly view: StatisticsHead }) {
  const { t } = ui;
  const words = view.learners === 0 ? t.statistics.empty : t.statistics.suppressed;
  return <EmptyState icon="chart" title={words.title} text={words.text} />;
}

/** A table with its heading, what it counts, and its file. */
export function Figures(props: {
  readonly ui: Ui;
  readonly view: StatisticsHead;
  readonly id: string;
  readonly title: string;
  readonly lead?: Child;
  readonly table?: TableName;
  readonly moduleId?: string;
  readonly children?: Child;
}) {
  const { ui, view, table } = props;
  return (
    <Block
      id={props.id}
      title={props.title}
      aside={
        table && (
          <a
            href={tableHref(view, table, props.moduleId)}
            class="text-link no-print inline-flex min-h-8 items-center"
            aria-label={ui.t.statistics.downloadOf(props.title)}
          >
            {ui.t.statistics.download}
          </a>
        )
      }
    >
      {props.lead && <p class="quiet mb-3 max-w-[75ch]">{props.lead}</p>}
      {props.children}
    </Block>
  );
}
