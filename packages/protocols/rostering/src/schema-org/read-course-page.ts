import type { ExternalCourse } from '../external.ts';
import { collectNodes } from './collect-nodes.ts';
import { findDocuments } from './find-documents.ts';
import type { LdNode } from './node.ts';
import { idOfCourse, readCourse, resolved } from './read-course.ts';

export interface CoursePage {
  readonly courses: readonly ExternalCourse[];
  /** Addresses of pages that a list here names. */
  readonly links: readonly string[];
}

/**
 * Courses of schema.org on a page (HTML with JSON-LD, or JSON-LD alone). `broken`: it breaks off, or its data cannot be read, so
 * that nobody knows which courses it would name.
 */
export function readCoursePage(
  text: string,
  page: { readonly address: string; readonly now: string },
): CoursePage | 'broken' {
  const documents = documentsOf(text);
  const collected = documents && collectNodes(documents);
  if (!collected) return 'broken';
  const { courses, links, find } = collected;
  const { address } = page;
  const ids = externalIds(courses, address);
  return {
    courses: courses.map((course, n) => ({
      externalId: ids[n] ?? address,
      ...readCourse(course, { ...page, find }),
    })),
    links: links.flatMap((link) => resolved(link, address) ?? []),
  };
}

function documentsOf(text: string): readonly unknown[] | undefined {
  const isJson = /^[\s\ufeff]*[[{]/.test(text);
  const { texts, isWhole } = isJson ? { texts: [text], isWhole: true } : findDocuments(text);
  if (!isWhole) return undefined;
  const documents: unknown[] = [];
  for (const one of texts) {
    try {
      documents.push(...[JSON.parse(one.replace(/^\ufeff/, ''))].flat());
    } catch {
      return undefined;
    }
  }
  return documents;
}

/** Each course its own name; those that have none beyond what others are called too are told apart by code or title. */
function externalIds(courses: readonly LdNode[], address: string): readonly string[] {
  const claims = new Map<string, number>();
  const named = courses.map((course) => idOfCourse(course, address));
  for (const { id } of named) claims.set(id, (claims.get(id) ?? 0) + 1);
  return courses.map((course, n) => {
    const { id, isGiven } = named[n] ?? { id: address, isGiven: false };
    // Two that give themselves one name are one course, told twice.
    return isGiven || claims.get(id) === 1 ? id : `${address.split('#')[0]}#${labelOf(course, address)}`;
  });
}

function labelOf(course: LdNode, address: string): string {
  const { code, title } = readCourse(course, { address, now: '', find: () => undefined });
  return encodeURIComponent(code ?? title).slice(0, 100);
}
