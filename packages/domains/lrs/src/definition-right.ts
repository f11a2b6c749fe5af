/**
 * What statements may tell the store about activities: everything, nothing, or as one source among many that nobody
 * vouches for (running content). A source is named by the prefix of its own activity ids, an absolute IRI that ends with a
 * slash.
 */
export type DefinitionRight = boolean | string;

/**
 * Whether a source may add to what is known about an activity. Its own it always may; others of the same site never; what
 * lies elsewhere belongs to the source that described it first, and to nobody once a trusted writer has described it.
 */
export function mayDescribe(
  source: string,
  activity: {
    readonly id: string;
    /** Whether anything is known about it. */
    readonly known: boolean;
    /** Source that was the first to describe it; absent when a trusted writer did. */
    readonly by?: string;
  },
): boolean {
  const { id, known, by } = activity;
  if (id.startsWith(source)) return true;
  if (siteOf(id) === siteOf(source)) return false;
  return !known || by === source;
}

/** Scheme and authority of an IRI in lower case. */
function siteOf(iri: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(iri)?.[0].toLowerCase();
}
