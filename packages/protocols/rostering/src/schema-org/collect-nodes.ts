import { idOf, isNode, type LdNode, listed, typesOf, valuesOf } from './node.ts';

/** Properties that lead from a page to the courses on it. What a course needs before it, or is a part of, is none of them. */
const containers = [
  'mainEntity',
  'itemListElement',
  'item',
  'hasPart',
  'itemOffered',
  'makesOffer',
  'hasOfferCatalog',
];
const mostNodes = 200_000;
const deepest = 30;

export interface Collected {
  readonly courses: readonly LdNode[];
  /** Addresses of lists that name pages instead of courses. */
  readonly links: readonly string[];
  /** What a bare `{"@id"}` stands for. */
  find(value: unknown): LdNode | undefined;
}

/** Every course in documents of a page; undefined when there is more than anybody has written by hand or program. */
export function collectNodes(documents: readonly unknown[]): Collected | undefined {
  const [courses, links, byId] = [new Set<LdNode>(), new Set<string>(), new Map<string, LdNode>()];
  const waiting: { readonly value: unknown; readonly depth: number }[] = documents.map((value) => ({
    value,
    depth: 0,
  }));
  let seen = 0;
  for (const { value, depth } of waiting) {
    if (!isNode(value)) continue;
    seen += 1;
    if (seen > mostNodes || depth > deepest) return undefined;
    const id = idOf(value);
    if (id !== undefined && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
    if (typesOf(value).includes('Course')) courses.add(value);
    if (typesOf(value).includes('ListItem')) for (const link of linksOf(value)) links.add(link);
    const further = [...listed(value['@graph']), ...containers.flatMap((name) => valuesOf(value, name))];
    for (const one of further) waiting.push({ value: one, depth: depth + 1 });
  }
  const find = (value: unknown): LdNode | undefined => {
    if (!isNode(value)) return undefined;
    const id = idOf(value);
    return id !== undefined && Object.keys(value).length <= 2 ? (byId.get(id) ?? value) : value;
  };
  return { courses: [...courses], links: [...links], find };
}

/** A list of a summary page: each item names the page of its course. */
function linksOf(item: LdNode): readonly string[] {
  const things = valuesOf(item, 'item');
  if (things.some((one) => isNode(one) && typesOf(one).length > 0)) return [];
  const named = things.flatMap((one) => (isNode(one) ? (idOf(one) ?? []) : one));
  return [...valuesOf(item, 'url'), ...named].filter((one): one is string => typeof one === 'string');
}
