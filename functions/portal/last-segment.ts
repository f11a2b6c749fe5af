/** The readable end of an IRI, for things without any name. */
export function lastSegment(iri: string): string {
  return iri.split(/[/#:]/).filter(Boolean).at(-1) ?? iri;
}
