/**
 * The parsed document as readers of packages need it; `@sinau/platform/xml` gives values of this shape. Names are local,
 * namespaces are IRIs (empty for none), lines and columns are 1-based.
 */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Text and CDATA directly inside the element. */
  readonly text: string;
  /** Text and elements in document order, where the reader was asked for it. */
  readonly mixed?: readonly (string | XmlElement)[];
  readonly line: number;
  readonly column: number;
}

export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

/** Complaint of the parser or of the schema validator, in its own English. */
export interface XmlComplaint {
  readonly code: 'xml.too-large' | 'xml.encoding' | 'xml.doctype' | 'xml.malformed' | 'xml.schema-violation';
  readonly detail: string;
  readonly line: number;
  readonly column: number;
}
