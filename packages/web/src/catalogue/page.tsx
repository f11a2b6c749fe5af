import { CardGrid } from '../course/card.tsx';
import { Icon } from '../layout/icon.tsx';
import { EmptyState, PageHeading, Paging } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import type { CatalogueQuery, CatalogueView } from './ports.ts';

interface CatalogueProps {
  readonly ui: Ui;
  readonly view: CatalogueView;
  readonly query: CatalogueQuery;
}

export function CataloguePage(props: CatalogueProps) {
  const { ui, view, query } = props;
  const { t } = ui;
  const filtered = Boolean(query.text ?? query.language ?? query.providerId);
  return (
    <Shell ui={ui} title={t.catalogue.title} section="catalogue">
      <PageHeading title={t.catalogue.title} lead={t.catalogue.lead} />
      <Filters {...props} />
      {view.courses.length > 0 ? (
        <>
          <p class="quiet mb-3 text-sm" role="status">
            {t.catalogue.results(view.courses.length)}
          </p>
          <h2 class="sr-only">{t.catalogue.courses}</h2>
          <CardGrid ui={ui} courses={view.courses} />
        </>
      ) : (
        <EmptyState
          icon="book"
          title={filtered ? t.catalogue.noMatchTitle : t.catalogue.emptyTitle}
          text={filtered ? t.catalogue.noMatchText : t.catalogue.emptyText}
        >
          {filtered && (
            <a href="/catalogue" class="btn">
              {t.catalogue.clear}
            </a>
          )}
        </EmptyState>
      )}
      <Paging
        ui={ui}
        path="/catalogue"
        query={{ q: query.text, language: query.language, provider: query.providerId }}
        next={view.nextPageToken}
        isFirst={query.pageToken === undefined}
      />
    </Shell>
  );
}

function Filters({ ui, view, query }: CatalogueProps) {
  const { t, format } = ui;
  return (
    <search class="panel mb-6 block p-4">
      <form method="get" action="/catalogue" class="grid items-end gap-3 md:grid-cols-[1fr_12rem_14rem_auto]">
        <div>
          <label for="q" class="mb-1 block text-sm font-medium">
            {t.catalogue.searchLabel}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            class="input w-full"
            maxlength={100}
            value={query.text ?? ''}
          />
        </div>
        <Choice
          name="language"
          label={t.catalogue.language}
          any={t.catalogue.anyLanguage}
          chosen={query.language}
          options={view.languages.map((tag) => [tag, format.language(tag)])}
        />
        <Choice
          name="provider"
          label={t.catalogue.provider}
          any={t.catalogue.anyProvider}
          chosen={query.providerId}
          options={view.providers.map(({ providerId, name }) => [providerId, name])}
        />
        <button type="submit" class="btn btn-primary">
          <Icon name="search" />
          {t.shell.search}
        </button>
      </form>
    </search>
  );
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly chosen: string | undefined;
  readonly options: readonly (readonly [string, string])[];
}) {
  return (
    <div>
      <label for={props.name} class="mb-1 block text-sm font-medium">
        {props.label}
      </label>
      <select id={props.name} name={props.name} class="select w-full">
        <option value="">{props.any}</option>
        {props.options.map(([value, text]) => (
          <option value={value} selected={value === props.chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
