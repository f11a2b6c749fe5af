import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell, type ShellProps } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { Chosen, Filters, searchForm } from './filters.tsx';
import { type CatalogueQuery, type CatalogueView, sorts } from './ports.ts';
import { countChosen, hrefOfQuery, withoutFilters } from './query.ts';
import { Result } from './result.tsx';

interface CatalogueProps {
  readonly ui: Ui;
  readonly view: CatalogueView;
  readonly query: CatalogueQuery;
  readonly notice?: ShellProps['notice'];
}

export function CataloguePage(props: CatalogueProps) {
  const { ui, view, query } = props;
  const words = ui.t.search;
  return (
    <Shell ui={ui} title={words.title} section="catalogue" notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          <a href="/saved" class="btn">
            <Icon name="bookmark" />
            {words.savedCount(view.savedCount)}
          </a>
        }
      />
      <SearchBox {...props} />
      <div class="grid items-start gap-6 lg:grid-cols-[16rem_1fr]">
        <Filters ui={ui} view={view} query={query} />
        <section aria-labelledby="results" class="min-w-0">
          <h2 id="results" class="sr-only">
            {words.courses}
          </h2>
          <Chosen ui={ui} view={view} query={query} />
          <Results {...props} />
        </section>
      </div>
    </Shell>
  );
}

function SearchBox({ ui, query }: CatalogueProps) {
  const words = ui.t.search;
  return (
    <search class="panel mb-6 block p-4">
      <form
        id={searchForm}
        method="get"
        action="/catalogue"
        class="grid items-end gap-3 sm:grid-cols-[1fr_13rem_auto]"
      >
        <div>
          <label for="q" class="mb-1 block text-sm font-medium">
            {words.label}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            class="input w-full"
            maxlength={100}
            placeholder={words.placeholder}
            autocomplete="off"
            autocapitalize="none"
            enterkeyhint="search"
            value={query.text}
          />
        </div>
        <div>
          <label for="sort" class="mb-1 block text-sm font-medium">
            {words.sort}
          </label>
          <select id="sort" name="sort" class="select w-full">
            {sorts.map((sort) => (
              <option value={sort} selected={sort === query.sort}>
                {words.sorts[sort]}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="btn btn-primary">
          <Icon name="search" />
          {ui.t.shell.search}
        </button>
      </form>
    </search>
  );
}

function Results(props: CatalogueProps) {
  const { ui, view, query } = props;
  const words = ui.t.search;
  if (view.total === 0) return <Nothing {...props} />;
  return (
    <>
      <p class="mb-3 font-medium" role="status">
        {words.results(ui.format.number(view.total), view.corrected ?? query.text)}
      </p>
      <Understood {...props} />
      {view.courses.length > 0 ? (
        <ul class="grid gap-4 md:grid-cols-2">
          {view.courses.map((course) => (
            <Result ui={ui} course={course} returnTo={hrefOfQuery(query)} />
          ))}
        </ul>
      ) : (
        <EmptyState icon="book" title={words.noPageTitle} text={words.noPageText}>
          <a href={hrefOfQuery({ ...query, page: 1 })} class="btn">
            {words.firstPage}
          </a>
        </EmptyState>
      )}
      <Pages {...props} />
    </>
  );
}

/** Says when the words were not taken as they stand. */
function Understood({ ui, view, query }: CatalogueProps) {
  const words = ui.t.search;
  if (view.corrected === undefined && !view.partial) return null;
  return (
    <div class="mb-4">
      <Notice tone="info">
        {view.corrected !== undefined && (
          <p>
            {words.correctedFrom(query.text)} {words.corrected(view.corrected)}
          </p>
        )}
        {view.partial && <p>{words.partial}</p>}
      </Notice>
    </div>
  );
}

function Nothing({ ui, view, query }: CatalogueProps) {
  const words = ui.t.search;
  const isFiltered = countChosen(query) > 0;
  if (query.text === '' && !isFiltered) {
    return <EmptyState icon="book" title={words.emptyTitle} text={words.emptyText} />;
  }
  return (
    <div role="status">
      <EmptyState
        icon="search"
        title={words.noMatchTitle}
        text={isFiltered ? words.noMatchFilters : words.noMatchText}
      >
        {view.suggestions.length > 0 && (
          <p class="w-full">
            {words.meant}{' '}
            {view.suggestions.map((text, place) => (
              <>
                {place > 0 && ' · '}
                <a href={hrefOfQuery({ ...query, text, page: 1 })} class="text-link">
                  {text}
                </a>
              </>
            ))}
          </p>
        )}
        {isFiltered && (
          <a href={hrefOfQuery(withoutFilters(query))} class="btn">
            {words.clear}
          </a>
        )}
      </EmptyState>
    </div>
  );
}

function Pages({ ui, view, query }: CatalogueProps) {
  const words = ui.t.search;
  const { page } = query;
  if (view.pages <= 1 || page > view.pages) return null;
  return (
    <nav aria-label={ui.t.shell.paging} class="no-print mt-6 flex flex-wrap items-center gap-3">
      {page > 1 && (
        <a class="btn" rel="prev" href={hrefOfQuery({ ...query, page: page - 1 })}>
          <Icon name="left" />
          {words.previous}
        </a>
      )}
      <span>{words.pageOf(ui.format.number(page), ui.format.number(view.pages))}</span>
      {page < view.pages && (
        <a class="btn" rel="next" href={hrefOfQuery({ ...query, page: page + 1 })}>
          {words.next}
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}
