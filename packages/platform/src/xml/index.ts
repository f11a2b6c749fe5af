export { type ReadXmlOptions, readXml, type XmlReading } from './read-xml.ts';
export type { XmlAttribute, XmlElement, XmlFinding, XmlPosition } from './xml-tree.ts';
