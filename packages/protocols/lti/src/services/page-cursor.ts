import type { TextBox } from '@sinau/kernel';

/**
 * Cursors in hexadecimal digits: some tools (PyLTI1p3) make the whole Link header lower-case before they read it, so nothing in an
 * address that we hand out may depend on case. For the same reason a cursor holds the filters of its page. It is sealed, since where a
 * list goes on may be at a person.
 */
export const sealCursor = (box: TextBox, purpose: string, state: unknown): string =>
  box.seal(purpose, JSON.stringify(state));

/** Undefined when the cursor is malformed, altered or sealed for another purpose. */
export function openCursor(box: TextBox, purpose: string, cursor: string): unknown {
  const text = box.open(purpose, cursor.toLowerCase());
  return text === undefined ? undefined : JSON.parse(text);
}

/** RFC 8288; absent where there is nothing to link to. */
export function linkHeader(links: Readonly<Record<string, string | undefined>>): string | undefined {
  const given = Object.entries(links).flatMap(([rel, url]) =>
    url === undefined ? [] : [`<${url}>; rel="${rel}"`],
  );
  return given.length > 0 ? given.join(', ') : undefined;
}
