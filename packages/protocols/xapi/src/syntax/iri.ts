// RFC 3987 characters after the scheme; space, controls and <>"{}|\^` are never part of an IRI.
const plain = /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`#%]+$/iu;
const full =
  /^[a-z][a-z0-9+.-]*:(?:[^\s\p{Cc}<>"{}|\\^`#%]|%[0-9a-f]{2})+(?:#(?:[^\s\p{Cc}<>"{}|\\^`#%]|%[0-9a-f]{2})*)?$/iu;

/** True for an absolute IRI (also IRL and URI): scheme, allowed characters, whole percent escapes, one fragment. */
export function isIri(text: string): boolean {
  // Nearly all ids have neither escapes nor fragment; the cheap pattern answers for them.
  return plain.test(text) || full.test(text);
}
