/** Where a construct starts in the text: both 1-based, columns counted in UTF-16 units. */
export interface XmlPosition {
  readonly line: number;
  readonly column: number;
}

export interface XmlAttribute extends XmlPosition {
  /** Local name. */
  readonly name: string;
  /** Namespace IRI, empty for none. */
  readonly namespace: string;
  readonly value: string;
}

export interface XmlElement extends XmlPosition {
  /** Local name. */
  readonly name: string;
  /** Namespace IRI, empty for none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  /** Child elements in document order. */
  readonly children: readonly XmlElement[];
  /** Text and CDATA directly inside the element, joined, entities resolved, not trimmed. */
  readonly text: string;
  /** Text and elements in document order; only when asked for by `mixed`. */
  readonly mixed?: readonly (string | XmlElement)[];
}

/** What is wrong with the document; `detail` is the parser's or the schema validator's own English sentence. */
export interface XmlFinding extends XmlPosition {
  readonly code: 'xml.too-large' | 'xml.encoding' | 'xml.doctype' | 'xml.malformed' | 'xml.schema-violation';
  readonly detail: string;
}
