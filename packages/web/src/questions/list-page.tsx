import type { NoticeName } from '../i18n/problem.ts';
import { SelectField, TextField } from '../layout/form.tsx';
import { EmptyState, hrefOf, PageHeading, Paging } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import { bankPath, exportPath, newQuestionHref, questionHref } from './paths.ts';
import {
  type BankView,
  type QuestionEntry,
  type QuestionFilter,
  type QuestionStatus,
  questionForms,
  questionKinds,
  questionStatuses,
} from './ports.ts';

interface BankProps {
  readonly ui: Ui;
  readonly view: BankView;
  readonly filter: QuestionFilter;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}

/** Every question of a provider, searched and filtered; the filters say how many each would find. */
export function BankPage(props: BankProps) {
  const { ui, view, filter } = props;
  const { t } = ui;
  const empty = view.all === 0;
  return (
    <Shell
      ui={ui}
      title={t.questions.title}
      section="studio"
      menu={<StudioMenu ui={ui} current={bankPath} />}
      notice={props.notice}
    >
      <PageHeading
        title={t.questions.title}
        lead={t.questions.lead(view.provider)}
        actions={empty ? undefined : <NewQuestion ui={ui} />}
      />
      {empty ? (
        <EmptyState icon="list" title={t.questions.emptyTitle} text={t.questions.emptyText}>
          <KindLinks ui={ui} />
        </EmptyState>
      ) : (
        <div class="grid items-start gap-6 lg:grid-cols-[17rem_1fr]">
          <Filters ui={ui} view={view} filter={filter} />
          <div class="min-w-0">
            <p class="quiet mb-3" role="status">
              {t.questions.found(ui.format.number(view.total), ui.format.number(view.all))}
            </p>
            <Entries {...props} />
            {view.total > 0 && (
              <p class="mt-4">
                <a
                  href={hrefOf(exportPath, { ...filter })}
                  class="text-link inline-flex min-h-8 items-center"
                >
                  {t.questions.exportTitle}
                </a>
              </p>
            )}
            <Paging ui={ui} path={bankPath} query={{ ...filter }} next={view.next} isFirst={props.isFirst} />
          </div>
        </div>
      )}
    </Shell>
  );
}

function NewQuestion({ ui }: { readonly ui: Ui }) {
  return (
    <details class="relative">
      <summary class="btn btn-primary list-none">{ui.t.questions.add}</summary>
      <div class="panel absolute end-0 z-20 mt-1 w-64 p-2 shadow-lg">
        <KindLinks ui={ui} />
      </div>
    </details>
  );
}

function KindLinks({ ui }: { readonly ui: Ui }) {
  const { questions } = ui.t;
  return (
    <ul class="w-full text-start" aria-label={questions.addKind}>
      {questionForms.map((form) => (
        <li>
          <a href={newQuestionHref(form)} class="block rounded-lg px-3 py-2.5 hover:bg-base-200">
            {questions.kinds[form]}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Filters({ ui, view, filter }: Pick<BankProps, 'ui' | 'view' | 'filter'>) {
  const { questions, shell } = ui.t;
  const form = { values: { ...filter }, errors: {} };
  const shared = { ui, form, required: true };
  const { counts } = view;
  const counted = (label: string, count: number) => `${label} (${ui.format.number(count)})`;
  const categories = counts.categories.map(
    ([path, count]) => [path, counted(path.replaceAll('/', ' / '), count)] as const,
  );
  // One that holds nothing now stays chosen.
  const chosen = filter.category;
  const known = chosen === undefined || counts.categories.some(([path]) => path === chosen);
  return (
    <form method="get" action={bankPath} class="panel p-4" aria-label={questions.filters}>
      <TextField
        {...shared}
        name="q"
        label={questions.q}
        hint={questions.qHint}
        type="search"
        maxlength={200}
      />
      <SelectField
        {...shared}
        name="category"
        label={questions.category}
        options={[
          ['', questions.anyCategory],
          ...categories,
          ...(known ? [] : [[chosen, counted(chosen.replaceAll('/', ' / '), 0)] as const]),
        ]}
      />
      <SelectField
        {...shared}
        name="kind"
        label={questions.kind}
        options={[
          ['', questions.anyKind],
          ...questionKinds.map(
            (kind) => [kind, counted(questions.kinds[kind], counts.kind[kind] ?? 0)] as const,
          ),
        ]}
      />
      <SelectField
        {...shared}
        name="status"
        label={questions.status}
        options={[
          ['', questions.anyStatus],
          ...questionStatuses.map(
            (one) => [one, counted(questions.statuses[one], counts.status[one])] as const,
          ),
        ]}
      />
      <div class="flex flex-wrap gap-2">
        <button type="submit" class="btn btn-primary">
          {shell.search}
        </button>
        {Object.keys(filter).length > 0 && (
          <a href={bankPath} class="btn btn-ghost">
            {questions.clear}
          </a>
        )}
      </div>
    </form>
  );
}

function Entries({ ui, view }: BankProps) {
  const { questions } = ui.t;
  if (view.entries.length === 0) {
    return (
      <EmptyState icon="search" title={questions.noneTitle} text={questions.noneText}>
        <a href={bankPath} class="btn">
          {questions.clear}
        </a>
      </EmptyState>
    );
  }
  return (
    <ul class="panel divide-y divide-base-300" aria-label={questions.listLabel}>
      {view.entries.map((entry) => (
        <Entry ui={ui} entry={entry} />
      ))}
    </ul>
  );
}

function Entry({ ui, entry }: { readonly ui: Ui; readonly entry: QuestionEntry }) {
  const { questions } = ui.t;
  return (
    <li class="px-4 py-3">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <a
          href={questionHref(entry.questionId)}
          class="text-link inline-flex min-h-8 min-w-0 items-center font-medium break-words"
        >
          {entry.title}
        </a>
        <StatusTag ui={ui} status={entry.status} />
      </div>
      <p class="quiet line-clamp-2 text-sm break-words" lang={entry.language}>
        {entry.preview}
      </p>
      <p class="mt-1 text-sm">
        {[
          questions.kinds[entry.kind],
          entry.category === '' ? questions.noCategory : entry.category.replaceAll('/', ' / '),
          questions.points(ui.format.number(entry.points)),
          ...entry.tags.map((tag) => `#${tag}`),
        ].join(' · ')}
        <span class="quiet">
          {' · '}
          {questions.changed} <When ui={ui} at={entry.updatedAt} dateOnly />
        </span>
      </p>
    </li>
  );
}

const tags: Readonly<Record<QuestionStatus, string>> = {
  draft: 'tag tag-warning',
  ready: 'tag tag-success',
  archived: 'tag',
};

export function StatusTag({ ui, status }: { readonly ui: Ui; readonly status: QuestionStatus }) {
  return <span class={tags[status]}>{ui.t.questions.statuses[status]}</span>;
}
