import { pageNumber } from '../page-number.ts';
import { type CatalogueQuery, type FacetName, facetNames, sorts } from './ports.ts';

const longestText = 100;
const longestValue = 200;
const mostValues = 20;
const mostPages = 4_000;

/**
 * Reads what an address asks for. Whatever stands there is some search, and what is not understood is left out; but a page that
 * no list has is refused as everywhere (`InvalidInput`).
 */
export function readQuery(parameters: URLSearchParams): CatalogueQuery {
  const values = (name: string) =>
    [...new Set(parameters.getAll(name).map((value) => value.trim().slice(0, longestValue)))]
      .filter(Boolean)
      .slice(0, mostValues);
  const sort = parameters.get('sort');
  return {
    text: (parameters.get('q') ?? '').trim().slice(0, longestText).toWellFormed(),
    chosen: {
      subject: values('subject'),
      form: values('form'),
      jp: values('jp'),
      rating: values('rating'),
      language: values('language'),
      price: values('price'),
      provider: values('provider'),
      competency: values('competency'),
      field: values('field'),
      coreValue: values('coreValue'),
      digitalPillar: values('digitalPillar'),
      certification: values('certification'),
    },
    sort: sorts.find((known) => known === sort) ?? 'relevance',
    page: pageNumber(parameters.get('page'), mostPages) ?? 1,
  };
}

/** The address of a search, without what goes without saying. */
export function hrefOfQuery(query: CatalogueQuery): string {
  const parameters = new URLSearchParams();
  if (query.text !== '') parameters.set('q', query.text);
  for (const name of facetNames) for (const value of query.chosen[name]) parameters.append(name, value);
  if (query.sort !== 'relevance') parameters.set('sort', query.sort);
  if (query.page > 1) parameters.set('page', String(query.page));
  const text = parameters.toString();
  return text === '' ? '/catalogue' : `/catalogue?${text}`;
}

export function withoutValue(query: CatalogueQuery, name: FacetName, value: string): CatalogueQuery {
  const values = query.chosen[name].filter((one) => one !== value);
  return { ...query, chosen: { ...query.chosen, [name]: values }, page: 1 };
}

export function withoutFilters(query: CatalogueQuery): CatalogueQuery {
  return { ...readQuery(new URLSearchParams()), text: query.text, sort: query.sort };
}

export function countChosen(query: CatalogueQuery): number {
  return facetNames.reduce((sum, name) => sum + query.chosen[name].length, 0);
}
