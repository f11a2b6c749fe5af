import type { XmlElement } from '@sinau/findings';
import { parseIsoDuration, parseTimespan } from '../durations.ts';
import { composeLaunchUrl } from './launch-url.ts';
import {
  type CompletionThreshold,
  type HideableControl,
  hideableControls,
  type Item,
  type Launch,
  type SharedData,
  timeLimitActions,
} from './model.ts';
import { type Prerequisite, parsePrerequisites } from './prerequisites.ts';
import { type ResourceDraft, readIdentifier } from './read-resources.ts';
import { readSequencing } from './read-sequencing.ts';
import {
  attributeReader,
  parseNumberIn,
  parseOneOf,
  type Reading,
  readValue,
  report,
  writtenAttribute,
  writtenText,
} from './reading.ts';
import { childOf, childrenOf } from './xml-element.ts';

export interface ItemReading extends Reading {
  readonly resources: ReadonlyMap<string, ResourceDraft>;
  /** Sequencings by their ID. */
  readonly collection: ReadonlyMap<string, XmlElement>;
  /** Items and organizations by their identifier. */
  readonly named: Map<string, XmlElement>;
}

export function readItems(parent: XmlElement, reading: ItemReading): readonly Item[] {
  return childrenOf(parent, 'imscp', 'item').map((element) => readItem(element, reading));
}

export function readTitle(element: XmlElement, identifier: string, reading: Reading): string {
  const title = childOf(element, 'imscp', 'title')?.text.trim().replace(/\s+/g, ' ') ?? '';
  if (title !== '') return title;
  report(reading, element, { code: 'title.missing', params: { value: identifier } });
  return identifier;
}

/** An identifier that no other item or organization has. */
export function readOwnIdentifier(element: XmlElement, reading: ItemReading): string {
  const identifier = readIdentifier(element, reading);
  const other = reading.named.get(identifier);
  if (other === undefined) {
    if (identifier !== '') reading.named.set(identifier, element);
    return identifier;
  }
  const at = writtenAttribute(element, 'identifier') ?? element;
  report(reading, at, { code: 'id.duplicate', params: { value: identifier, other: other.line } });
  return identifier;
}

function readItem(element: XmlElement, reading: ItemReading): Item {
  const identifier = readOwnIdentifier(element, reading);
  const title = readTitle(element, identifier, reading);
  const children = readItems(element, reading);
  const launch = readLaunch(element, { identifier, parent: children.length > 0 }, reading);
  const sequencing = reading.version === '2004' ? readSequencing(element, reading) : undefined;
  const limit = sequencing?.limitConditions.attemptAbsoluteDurationLimitSeconds;
  const newer = reading.version === '2004';
  return {
    identifier,
    title,
    visible: attributeReader(element, reading).flag('isvisible', true),
    ...(launch && { launch }),
    children,
    ...(newer ? readNewerParts(element, reading) : readOlderParts(element, identifier, reading)),
    ...(limit !== undefined && { maxTimeAllowedSeconds: limit }),
    ...readCommonParts(element, reading),
    ...(sequencing && { sequencing }),
  };
}

function readLaunch(
  element: XmlElement,
  item: { readonly identifier: string; readonly parent: boolean },
  reading: ItemReading,
): Launch | undefined {
  const reference = writtenAttribute(element, 'identifierref');
  if (!reference || reference.value === '') {
    if (!item.parent) {
      report(reading, element, { code: 'item.leaf-without-resource', params: { item: item.identifier } });
    }
    return undefined;
  }
  const draft = reading.resources.get(reference.value);
  if (!draft) {
    const params = { item: item.identifier, value: reference.value };
    report(reading, reference, { code: 'item.reference-unknown', params });
    return undefined;
  }
  if (item.parent && reading.version === '2004') {
    report(reading, reference, { code: 'item.cluster-with-resource', params: { item: item.identifier } });
    return undefined;
  }
  return launchOf(draft, writtenAttribute(element, 'parameters')?.value ?? '', reading);
}

function launchOf(draft: ResourceDraft, parameters: string, reading: Reading): Launch | undefined {
  const { target, identifier, kind, at } = draft;
  if (target === undefined) {
    report(reading, at, { code: 'resource.no-href', params: { value: identifier } });
    return undefined;
  }
  if (target === 'refused') return undefined;
  if ('missing' in target) {
    const href = writtenAttribute(at, 'href') ?? at;
    report(reading, href, { code: 'path.missing', params: { value: target.missing } });
    return undefined;
  }
  return { resource: identifier, kind, file: target.file, url: composeLaunchUrl(target, parameters) };
}

function readOlderParts(element: XmlElement, identifier: string, reading: ItemReading) {
  const prerequisites = readPrerequisites(element, identifier, reading);
  const mastery = writtenText(childOf(element, 'adlcp', 'masteryscore'));
  const masteryScore = readValue(mastery, parseNumberIn(0, 100), reading);
  const limit = writtenText(childOf(element, 'adlcp', 'maxtimeallowed'));
  const parseLimit = (value: string) => parseTimespan(value) ?? parseIsoDuration(value);
  const maxTimeAllowedSeconds = readValue(limit, parseLimit, reading);
  return {
    sharedData: [],
    hiddenControls: [],
    ...(prerequisites && { prerequisites }),
    ...(masteryScore !== undefined && { masteryScore }),
    ...(maxTimeAllowedSeconds !== undefined && { maxTimeAllowedSeconds }),
  };
}

/** Read here; that the items exist is judged when all are known. */
function readPrerequisites(element: XmlElement, item: string, reading: Reading): Prerequisite | undefined {
  const prerequisites = childOf(element, 'adlcp', 'prerequisites');
  const script = prerequisites?.text.trim();
  if (!prerequisites || !script) return undefined;
  const type = writtenAttribute(prerequisites, 'type')?.value;
  if (type && type.toLowerCase() !== 'aicc_script') {
    report(reading, prerequisites, { code: 'prerequisites.type', params: { item } });
    return undefined;
  }
  const read = parsePrerequisites(script);
  if (!read)
    report(reading, prerequisites, { code: 'prerequisites.unreadable', params: { item, value: script } });
  return read;
}

function readNewerParts(element: XmlElement, reading: Reading) {
  const completionThreshold = readCompletionThreshold(element, reading);
  return {
    sharedData: readSharedData(element, reading),
    hiddenControls: readHiddenControls(element, reading),
    ...(completionThreshold && { completionThreshold }),
  };
}

function readCommonParts(element: XmlElement, reading: Reading) {
  const either = (older: string, newer: string) =>
    childOf(element, 'adlcp', newer) ?? childOf(element, 'adlcp', older);
  const action = writtenText(either('timelimitaction', 'timeLimitAction'));
  const parseAction = (value: string) =>
    parseOneOf(timeLimitActions)(value.replace(/\s+/g, ' ').replace(/ ?, ?/g, ','));
  const timeLimitAction = readValue(action, parseAction, { ...reading, used: 'continue,no message' });
  // White space may be part of what the content wants to be told.
  const dataFromLms = either('datafromlms', 'dataFromLMS')?.text;
  return {
    ...(timeLimitAction && { timeLimitAction }),
    ...(dataFromLms && { dataFromLms }),
  };
}

/** 2nd and 3rd edition write the threshold as text, the 4th as attributes. */
function readCompletionThreshold(element: XmlElement, reading: Reading): CompletionThreshold | undefined {
  const threshold = childOf(element, 'adlcp', 'completionThreshold');
  if (!threshold) return undefined;
  const { flag, number } = attributeReader(threshold, reading);
  const text = readValue(writtenText(threshold), parseNumberIn(0, 1), reading);
  return {
    minProgressMeasure: number('minProgressMeasure', { min: 0, max: 1, fallback: text ?? 1 }),
    completedByMeasure: flag('completedByMeasure', text !== undefined),
    progressWeight: number('progressWeight', { min: 0, max: 1, fallback: 1 }),
  };
}

function readSharedData(element: XmlElement, reading: Reading): readonly SharedData[] {
  const data = childOf(element, 'adlcp', 'data');
  return (data ? childrenOf(data, 'adlcp', 'map') : []).flatMap((map) => {
    const { flag, text } = attributeReader(map, reading);
    const targetId = text('targetID');
    if (targetId === undefined) return [];
    return { targetId, read: flag('readSharedData', true), write: flag('writeSharedData', true) };
  });
}

function readHiddenControls(element: XmlElement, reading: Reading): readonly HideableControl[] {
  const presentation = childOf(element, 'adlnav', 'presentation');
  const navigation = presentation && childOf(presentation, 'adlnav', 'navigationInterface');
  const hidden = (navigation ? childrenOf(navigation, 'adlnav', 'hideLMSUI') : []).flatMap(
    (control) => readValue(writtenText(control), parseOneOf(hideableControls), reading) ?? [],
  );
  return [...new Set(hidden)];
}
