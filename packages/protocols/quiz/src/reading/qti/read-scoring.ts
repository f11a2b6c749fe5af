import type { XmlElement } from '@sinau/findings';
import { attributeOf, childOf, childrenOf, descendantsOf, nameOf } from './qti-names.ts';

/** How an item says that a response is scored. */
export interface QtiScoring {
  /** `map`: each value is worth what the mapping says; `match`: the correct response as a whole. */
  readonly by: 'map' | 'match';
  readonly cardinality: string;
  readonly baseType: string;
  readonly correct: readonly string[];
  readonly mapping: readonly {
    readonly key: string;
    readonly value: number;
    readonly caseSensitive: boolean;
  }[];
  /** Of values that the mapping does not name. */
  readonly otherwise: number;
  /** Where an `equal` of the processing says one. */
  readonly tolerance: { readonly amount: number; readonly isPercent: boolean };
  readonly caseSensitive: boolean;
  /** False where the processing is neither of the common templates nor like them. */
  readonly isUsual: boolean;
}

export function readScoring(item: XmlElement, interaction: XmlElement): QtiScoring {
  const wanted = attributeOf(interaction, 'responseidentifier');
  const declarations = childrenOf(item, 'responsedeclaration');
  const declaration =
    declarations.find((one) => attributeOf(one, 'identifier') === wanted) ?? declarations[0];
  const correct = childrenOf(childOf(declaration, 'correctresponse'), 'value').map(({ text }) => text.trim());
  const mapping = childOf(declaration, 'mapping');
  const entries = childrenOf(mapping, 'mapentry');
  return {
    ...processingOf(item, { hasMapping: entries.length > 0, hasCorrect: correct.length > 0 }),
    cardinality: attributeOf(declaration, 'cardinality').toLowerCase(),
    baseType: attributeOf(declaration, 'basetype').toLowerCase(),
    correct,
    mapping: entries.map((entry) => ({
      key: attributeOf(entry, 'mapkey'),
      value: numberOf(attributeOf(entry, 'mappedvalue')) ?? 0,
      caseSensitive: attributeOf(entry, 'casesensitive') !== 'false',
    })),
    otherwise: numberOf(attributeOf(mapping, 'defaultvalue')) ?? 0,
  };
}

function processingOf(
  item: XmlElement,
  has: { readonly hasMapping: boolean; readonly hasCorrect: boolean },
): Pick<QtiScoring, 'by' | 'tolerance' | 'caseSensitive' | 'isUsual'> {
  const processing = childOf(item, 'responseprocessing');
  const template = attributeOf(processing, 'template').toLowerCase();
  const used = descendantsOf(processing);
  const names = new Set(used.map(nameOf));
  const maps = names.has('mapresponse') || template.includes('map_response');
  const equal = used.find((one) => nameOf(one) === 'equal');
  const stringMatch = used.find((one) => nameOf(one) === 'stringmatch');
  const by = (maps && has.hasMapping) || !has.hasCorrect ? 'map' : 'match';
  const simple = /(?:match_correct|map_response)(?:\.xml)?$/.test(template) || processing === undefined;
  return {
    by,
    tolerance: toleranceOf(equal),
    caseSensitive: attributeOf(stringMatch, 'casesensitive') !== 'false',
    isUsual: simple || maps || names.has('match') || names.has('equal') || names.has('stringmatch'),
  };
}

function toleranceOf(equal: XmlElement | undefined): QtiScoring['tolerance'] {
  const mode = attributeOf(equal, 'tolerancemode').toLowerCase();
  const amount = Math.abs(numberOf(attributeOf(equal, 'tolerance').split(/\s+/)[0] ?? '') ?? 0);
  return { amount: mode === 'absolute' || mode === 'relative' ? amount : 0, isPercent: mode === 'relative' };
}

/** As computers write it; undefined for anything else. */
export function numberOf(text: string): number | undefined {
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
