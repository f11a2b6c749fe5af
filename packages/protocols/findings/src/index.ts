export {
  type Finding,
  type FindingPlace,
  type FindingText,
  findingMaker,
  type LocalText,
} from './finding.ts';
export type { XmlAttribute, XmlComplaint, XmlElement } from './xml-element.ts';
