import type { XmlElement } from '@sinau/findings';
import { attributeReader, parseNumberIn, type Reading, readValue, report, writtenText } from './reading.ts';
import type { ObjectiveMap, SequencingObjective, SharedParts } from './sequencing-model.ts';
import { childOf, childrenOf } from './xml-element.ts';

const nothingShared: SharedParts = {
  satisfiedStatus: false,
  normalizedMeasure: false,
  rawScore: false,
  minScore: false,
  maxScore: false,
  completionStatus: false,
  progressMeasure: false,
};

/** The objectives of an activity, the primary one first; the 4th edition adds maps in a list of its own. */
export function readObjectives(
  lists: { readonly imsss: XmlElement | undefined; readonly adlseq: XmlElement | undefined },
  reading: Reading,
): readonly SequencingObjective[] {
  if (!lists.imsss) return [];
  const primary = childrenOf(lists.imsss, 'imsss', 'primaryObjective').slice(0, 1);
  const others = childrenOf(lists.imsss, 'imsss', 'objective');
  const added = addedMaps(lists.adlseq, reading);
  const known = new Set<string>();
  return [...primary, ...others].flatMap((element, index) => {
    const { flag, text } = attributeReader(element, reading);
    const id = text('objectiveID');
    const isPrimary = index < primary.length;
    if (id === undefined && !isPrimary) {
      report(reading, element, { code: 'id.missing', params: { element: element.name } });
      return [];
    }
    if (id !== undefined && known.has(id)) {
      report(reading, element, { code: 'sequencing.objective-repeated', params: { value: id } });
      return [];
    }
    if (id !== undefined) known.add(id);
    const measure = writtenText(childOf(element, 'imsss', 'minNormalizedMeasure'));
    return {
      ...(id !== undefined && { id }),
      primary: isPrimary,
      satisfiedByMeasure: flag('satisfiedByMeasure', false),
      minNormalizedMeasure: readValue(measure, parseNumberIn(-1, 1), { ...reading, used: '1' }) ?? 1,
      maps: readMaps({ element, id, added }, reading),
    };
  });
}

/** The maps of the 4th edition by the id of their objective. */
function addedMaps(
  list: XmlElement | undefined,
  reading: Reading,
): ReadonlyMap<string, readonly XmlElement[]> {
  const maps = new Map<string, XmlElement[]>();
  for (const objective of list ? childrenOf(list, 'adlseq', 'objective') : []) {
    const id = attributeReader(objective, reading).text('objectiveID');
    if (id === undefined) continue;
    const known = maps.get(id) ?? [];
    known.push(...childrenOf(objective, 'adlseq', 'mapInfo'));
    maps.set(id, known);
  }
  return maps;
}

function readMaps(
  from: {
    readonly element: XmlElement;
    readonly id: string | undefined;
    readonly added: ReadonlyMap<string, readonly XmlElement[]>;
  },
  reading: Reading,
): readonly ObjectiveMap[] {
  const maps = new Map<string, ObjectiveMap>();
  for (const map of childrenOf(from.element, 'imsss', 'mapInfo')) {
    const target = readTarget(map, reading);
    if (target !== undefined && !maps.has(target)) maps.set(target, readMap(map, target, reading));
  }
  for (const map of from.added.get(from.id ?? '') ?? []) {
    const target = readTarget(map, reading);
    if (target === undefined) continue;
    const base = maps.get(target) ?? { target, read: nothingShared, write: nothingShared };
    maps.set(target, extendMap(map, base, reading));
  }
  return [...maps.values()];
}

function readTarget(map: XmlElement, reading: Reading): string | undefined {
  const target = attributeReader(map, reading).text('targetObjectiveID');
  if (target === undefined) report(reading, map, { code: 'sequencing.map-without-target' });
  return target;
}

function readMap(map: XmlElement, target: string, reading: Reading): ObjectiveMap {
  const { flag } = attributeReader(map, reading);
  return {
    target,
    read: {
      ...nothingShared,
      satisfiedStatus: flag('readSatisfiedStatus', true),
      normalizedMeasure: flag('readNormalizedMeasure', true),
    },
    write: {
      ...nothingShared,
      satisfiedStatus: flag('writeSatisfiedStatus', false),
      normalizedMeasure: flag('writeNormalizedMeasure', false),
    },
  };
}

function extendMap(map: XmlElement, base: ObjectiveMap, reading: Reading): ObjectiveMap {
  const { flag } = attributeReader(map, reading);
  return {
    target: base.target,
    read: {
      ...base.read,
      rawScore: flag('readRawScore', true),
      minScore: flag('readMinScore', true),
      maxScore: flag('readMaxScore', true),
      completionStatus: flag('readCompletionStatus', true),
      progressMeasure: flag('readProgressMeasure', true),
    },
    write: {
      ...base.write,
      rawScore: flag('writeRawScore', false),
      minScore: flag('writeMinScore', false),
      maxScore: flag('writeMaxScore', false),
      completionStatus: flag('writeCompletionStatus', false),
      progressMeasure: flag('writeProgressMeasure', false),
    },
  };
}
