import type { XmlElement } from '@sinau/findings';
import type {
  ChoiceQuestion,
  MatchingQuestion,
  NumericQuestion,
  OrderingQuestion,
  Question,
  ShortTextQuestion,
} from '../../model.ts';
import type { RichText } from '../../rich-text.ts';
import { fitShares, type Gathering } from '../gather.ts';
import { idMaker } from '../stable-id.ts';
import { attributeOf, childrenOf, nameOf } from './qti-names.ts';
import { numberOf, type QtiScoring } from './read-scoring.ts';

type WithoutBase<Kind extends Question> = Kind extends Question
  ? Omit<Kind, 'questionId' | 'title' | 'prompt' | 'points' | 'explanation'>
  : never;

/** What can be answered, and what that is worth where the item does not say it. */
export interface AnswersOf {
  readonly question: WithoutBase<Question>;
  readonly points: number;
}

/** How the texts of an item are read. */
export interface TextReader {
  /** Text of a choice, without the feedback in it. */
  readonly text: (element: XmlElement) => RichText;
  readonly feedback: (element: XmlElement) => RichText;
}

interface Given {
  readonly interaction: XmlElement;
  readonly scoring: QtiScoring;
  readonly texts: TextReader;
  readonly gathering: Gathering;
  readonly title: string;
}

/** Undefined after a finding. */
export function readAnswers(given: Given): AnswersOf | undefined {
  switch (nameOf(given.interaction)) {
    case 'choiceinteraction':
      return readChoice(given);
    case 'textentryinteraction':
      return readEntry(given);
    case 'matchinteraction':
      return readMatch(given);
    default:
      return readOrder(given);
  }
}

/** Ids of options by the item's own identifiers; these tell authors something, and often learners too. */
function idsOf(elements: readonly XmlElement[]): ReadonlyMap<string, string> {
  const newId = idMaker('o-');
  return new Map(elements.map((one) => attributeOf(one, 'identifier')).map((own) => [own, newId(own)]));
}

function readChoice({ interaction, scoring, texts, gathering, title }: Given): AnswersOf {
  const elements = childrenOf(interaction, 'simplechoice');
  const ids = idsOf(elements);
  const multiple = scoring.cardinality === 'multiple';
  const values = elements.map((one) => worthOf(scoring, attributeOf(one, 'identifier')));
  const choices = elements.map((one, index) => {
    const feedback = texts.feedback(one);
    return {
      id: ids.get(attributeOf(one, 'identifier')) ?? '',
      text: texts.text(one),
      share: values[index] ?? 0,
      ...(feedback.length > 0 && { feedback }),
    };
  });
  if (multiple && scoring.by === 'match') tellParts(gathering, title, interaction);
  const right = values.filter((value) => value > 0);
  const worth = multiple ? right.reduce((sum, value) => sum + value, 0) : Math.max(0, ...right);
  const question: WithoutBase<ChoiceQuestion> = {
    ...{ kind: 'choice', multiple, shuffle: attributeOf(interaction, 'shuffle') === 'true' },
    choices: fitShares(choices, multiple).answers,
  };
  return { question, points: scoring.by === 'map' ? worth : 1 };
}

function worthOf({ by, correct, mapping, otherwise }: QtiScoring, key: string): number {
  if (by === 'match') return correct.includes(key) ? 1 : 0;
  return mapping.find((entry) => entry.key === key)?.value ?? otherwise;
}

function tellParts(gathering: Gathering, question: string, at: XmlElement): void {
  gathering.report({ code: 'source.in-parts', at, params: { question } });
}

function readEntry({ scoring }: Given): AnswersOf {
  const { by, correct, mapping, tolerance, baseType } = scoring;
  const keys = by === 'map' ? mapping : correct.map((key) => ({ key, value: 1, caseSensitive: true }));
  const right = keys.filter(({ value }) => value > 0);
  const points = by === 'map' ? Math.max(0, ...right.map(({ value }) => value)) : 1;
  if (baseType === 'integer' || baseType === 'float') {
    const answers = right.flatMap(({ key, value: share }) => {
      const value = numberOf(key);
      return value === undefined ? [] : [{ value, tolerance: toleranceAt(tolerance, value), share }];
    });
    const question: WithoutBase<NumericQuestion> = {
      kind: 'numeric',
      answers: fitShares(answers, false).answers,
    };
    return { question, points };
  }
  const answers = right.map(({ key, value: share }) => ({ text: key.replaceAll('*', '\\*'), share }));
  const question: WithoutBase<ShortTextQuestion> = {
    kind: 'short-text',
    caseSensitive: scoring.caseSensitive && right.some(({ caseSensitive }) => caseSensitive),
    answers: fitShares(answers, false).answers,
  };
  return { question, points };
}

/** To nine digits, without the dust of binary fractions. */
const toleranceAt = ({ amount, isPercent }: QtiScoring['tolerance'], value: number): number =>
  isPercent ? Number(((Math.abs(value) * amount) / 100).toPrecision(9)) : amount;

/** Each source has one target; where the item pairs them the other way round, the sets change their roles. */
function readMatch({ interaction, scoring, texts, gathering, title }: Given): AnswersOf | undefined {
  const sets = childrenOf(interaction, 'simplematchset').map((set) =>
    childrenOf(set, 'simpleassociablechoice'),
  );
  const right =
    scoring.correct.length > 0
      ? scoring.correct
      : scoring.mapping.filter(({ value }) => value > 0).map(({ key }) => key);
  const pairs = right.map((pair) => pair.split(/\s+/) as readonly string[]);
  const [first = [], second = []] = sets;
  const turned = !isFunction(pairs, 0) && isFunction(pairs, 1);
  const [from, to] = turned ? [second, first] : [first, second];
  const targetOf = new Map(pairs.map(([a = '', b = '']) => (turned ? [b, a] : [a, b])));
  const paired = from.every((one) => targetOf.has(attributeOf(one, 'identifier')));
  if (!paired || targetOf.size !== pairs.length) {
    const params = { question: title, kind: `${interaction.name} (n:m)` };
    gathering.report({ code: 'source.kind', at: interaction, params });
    return undefined;
  }
  if (scoring.by === 'match') tellParts(gathering, title, interaction);
  const ids = idsOf([...from, ...to]);
  const idOf = (own: string) => ids.get(own) ?? '';
  const option = (one: XmlElement) => ({ id: idOf(attributeOf(one, 'identifier')), text: texts.text(one) });
  const question: WithoutBase<MatchingQuestion> = {
    ...{ kind: 'matching', shuffle: attributeOf(interaction, 'shuffle') === 'true' },
    sources: from.map((one) => ({
      ...option(one),
      targetId: idOf(targetOf.get(attributeOf(one, 'identifier')) ?? ''),
    })),
    targets: to.map(option),
  };
  const worth = scoring.mapping.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  return { question, points: scoring.by === 'map' ? worth : 1 };
}

const isFunction = (pairs: readonly (readonly string[])[], side: 0 | 1): boolean =>
  new Set(pairs.map((pair) => pair[side])).size === pairs.length;

function readOrder({ interaction, scoring, texts, gathering, title }: Given): AnswersOf | undefined {
  const elements = childrenOf(interaction, 'simplechoice');
  const ids = idsOf(elements);
  const places = new Map(scoring.correct.map((own, index) => [own, index]));
  const placeOf = (one: XmlElement) => places.get(attributeOf(one, 'identifier')) ?? -1;
  if (places.size !== elements.length || elements.some((one) => placeOf(one) < 0)) {
    const params = { question: title, kind: `${interaction.name} (n of m)` };
    gathering.report({ code: 'source.kind', at: interaction, params });
    return undefined;
  }
  tellParts(gathering, title, interaction);
  const question: WithoutBase<OrderingQuestion> = {
    kind: 'ordering',
    items: elements
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((one) => ({ id: ids.get(attributeOf(one, 'identifier')) ?? '', text: texts.text(one) })),
  };
  return { question, points: 1 };
}
