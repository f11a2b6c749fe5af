import { Icon } from '../layout/icon.tsx';
import type { Ui } from '../ui.ts';
import { labelOf } from './labels.ts';
import {
  type CatalogueQuery,
  type CatalogueView,
  type FacetName,
  type FacetValue,
  facetNames,
} from './ports.ts';
import { countChosen, hrefOfQuery, withoutFilters, withoutValue } from './query.ts';

interface FilterProps {
  readonly ui: Ui;
  readonly view: CatalogueView;
  readonly query: CatalogueQuery;
}

/** Belongs to the form with this id, though it stands beside it. */
export const searchForm = 'search';

/** So many values of one filter are seen at once; the others unfold. */
const shownAtOnce = 5;

/** Every filter with its counts. Folded on a phone until somebody wants it. */
export function Filters(props: FilterProps) {
  const { ui, query } = props;
  const words = ui.t.search;
  const count = countChosen(query);
  if (facetNames.every((name) => props.view.facets[name].length === 0)) return null;
  return (
    <details class="filters panel">
      <summary class="flex min-h-11 items-center gap-2 px-4 py-2 font-semibold">
        <Icon name="list" />
        {count === 0 ? words.filters : words.filtersChosen(count)}
      </summary>
      <div class="space-y-5 p-4">
        {facetNames.map((name) => (
          <Facet {...props} name={name} />
        ))}
        <button type="submit" form={searchForm} class="btn btn-primary w-full">
          {words.apply}
        </button>
      </div>
    </details>
  );
}

function Facet({ ui, view, query, name }: FilterProps & { readonly name: FacetName }) {
  const values = inOrder(ui, name, view.facets[name]);
  if (values.length === 0) return null;
  const chosen = query.chosen[name];
  // What is chosen stays in sight.
  const first = values.filter(({ value }, place) => place < shownAtOnce || chosen.includes(value));
  const rest = values.filter((one) => !first.includes(one));
  const box = (one: (typeof values)[number]) => (
    <label class="flex min-h-8 items-center gap-2.5 py-0.5 text-sm">
      <input
        type="checkbox"
        form={searchForm}
        name={name}
        value={one.value}
        checked={chosen.includes(one.value)}
        class="checkbox checkbox-primary checkbox-sm"
      />
      <span class="min-w-0 grow">{labelOf(ui, name, one)}</span>
      <span class="quiet tabular-nums">{ui.format.number(one.count)}</span>
    </label>
  );
  return (
    <fieldset>
      <legend class="mb-1 font-medium">{ui.t.search.facets[name]}</legend>
      {first.map(box)}
      {rest.length > 0 && (
        <details>
          <summary class="text-link inline-flex min-h-8 items-center text-sm">
            {ui.t.search.more(rest.length)}
          </summary>
          {rest.map(box)}
        </details>
      )}
    </fieldset>
  );
}

/** Ranges by size; everything else as it comes, the most frequent first. */
function inOrder(ui: Ui, name: FacetName, values: readonly FacetValue[]): readonly FacetValue[] {
  if (name !== 'jp' && name !== 'rating') return values;
  const bands = Object.keys(name === 'jp' ? ui.t.search.bands : ui.t.search.ratingBands);
  return values.toSorted((a, b) => bands.indexOf(a.value) - bands.indexOf(b.value));
}

/** What is filtered by now, each with the way out. */
export function Chosen({ ui, view, query }: FilterProps) {
  const words = ui.t.search;
  if (countChosen(query) === 0) return null;
  const all = facetNames.flatMap((name) =>
    query.chosen[name].map((value) => {
      const label = view.facets[name].find((one) => one.value === value)?.label;
      const text = labelOf(ui, name, { value, ...(label !== undefined && { label }) });
      return { name, value, text };
    }),
  );
  return (
    <nav aria-label={words.chosen} class="mb-3">
      <ul class="flex flex-wrap items-center gap-2">
        {all.map(({ name, value, text }) => (
          <li class="min-w-0">
            <a
              href={hrefOfQuery(withoutValue(query, name, value))}
              class="tag min-h-9 max-w-full hover:border-primary"
            >
              <span class="sr-only">{words.remove(text)}</span>
              <span aria-hidden="true" class="truncate">
                {text}
              </span>
              <Icon name="cross" class="size-4" />
            </a>
          </li>
        ))}
        <li>
          <a
            href={hrefOfQuery(withoutFilters(query))}
            class="text-link inline-flex min-h-8 items-center text-sm"
          >
            {words.clear}
          </a>
        </li>
      </ul>
    </nav>
  );
}
