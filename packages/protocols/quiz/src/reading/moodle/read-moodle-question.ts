import type { XmlElement } from '@sinau/findings';
import { parseDecimal } from '../../grading/decimal.ts';
import { readNumbers } from '../../grading/read-number.ts';
import type { ChoiceQuestion, Question } from '../../model.ts';
import { plainText, type RichText, textOf } from '../../rich-text.ts';
import { fitShares, sensiblePoints, titleOf, usable } from '../gather.ts';
import { idMaker } from '../stable-id.ts';
import { childOf, childrenOf, type MoodleReading, plainOf, richOf } from './moodle-text.ts';

type Base = Pick<Question, 'questionId' | 'title' | 'prompt' | 'points' | 'explanation'>;
type Make = (reading: MoodleReading, element: XmlElement, base: Base) => Question;

const kinds: Readonly<Record<string, Make>> = {
  multichoice: readChoice,
  truefalse: readTrueFalse,
  shortanswer: readShortText,
  numerical: readNumber,
  matching: readMatching,
  ordering: readOrdering,
};

/** The question of an element; undefined, after a finding, when it is of a kind that is not known or cannot be asked. */
export function readMoodleQuestion(
  reading: MoodleReading,
  element: XmlElement,
  newId: (text: string) => string,
): Question | undefined {
  const kind = element.attributes.find(({ name }) => name === 'type')?.value ?? '';
  const prompt = richOf(reading, childOf(element, 'questiontext'), plainOf(element, 'name'));
  const title = titleOf(plainOf(element, 'name'), plainText(prompt).split('\n')[0] ?? kind);
  const make = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!make) {
    reading.report({ code: 'source.kind', at: element, params: { question: title, kind } });
    return undefined;
  }
  const idNumber = plainOf(element, 'idnumber');
  const explanation = richOf(reading, childOf(element, 'generalfeedback'), title);
  const base: Base = {
    questionId: newId(idNumber === '' ? `${kind}\n${title}\n${plainText(prompt)}` : `idnumber\n${idNumber}`),
    ...{ title, prompt, points: pointsOf(reading, element, title) },
    ...(explanation.length > 0 && { explanation }),
  };
  return usable(reading, make(reading, element, base), element);
}

function pointsOf(reading: MoodleReading, element: XmlElement, question: string): number {
  const at = childOf(element, 'defaultgrade') ?? element;
  return sensiblePoints(reading, numberOf(plainOf(element, 'defaultgrade')) ?? 1, { at, question });
}

/** Moodle writes a point before decimals, other tools what they like. */
function numberOf(text: string): number | undefined {
  const reading = parseDecimal(text.trim()) ? text.trim() : undefined;
  if (reading !== undefined) return Number(reading);
  const [other] = readNumbers(text);
  return other && Number(other.units) / 10 ** other.scale;
}

const flag = (element: XmlElement, name: string, fallback: boolean): boolean => {
  const text = plainOf(element, name);
  return text === '' ? fallback : /^(?:1|true|yes)$/i.test(text);
};

/** `fraction="33.33333"`: percent, or of ordering the place. */
const fractionOf = (answer: XmlElement): number =>
  numberOf(answer.attributes.find(({ name }) => name === 'fraction')?.value ?? plainOf(answer, 'fraction')) ??
  0;

const shareOf = (answer: XmlElement): number => Math.max(-1, Math.min(1, fractionOf(answer) / 100));

function readChoice(reading: MoodleReading, element: XmlElement, base: Base): ChoiceQuestion {
  const multiple = !flag(element, 'single', true);
  const newId = idMaker('o-');
  const choices = childrenOf(element, 'answer').map((answer) => {
    const text = richOf(reading, answer, base.title);
    const feedback = richOf(reading, childOf(answer, 'feedback'), base.title);
    const id = newId(JSON.stringify(text));
    return { id, text, share: shareOf(answer), ...(feedback.length > 0 && { feedback }) };
  });
  const { answers, changed } = fitShares(choices, multiple);
  if (changed) reading.report({ code: 'source.shares', at: element, params: { question: base.title } });
  return {
    ...base,
    kind: 'choice',
    multiple,
    shuffle: flag(element, 'shuffleanswers', true),
    choices: answers,
  };
}

function readTrueFalse(reading: MoodleReading, element: XmlElement, base: Base): ChoiceQuestion {
  const answers = childrenOf(element, 'answer');
  const of = (id: 'true' | 'false', text: RichText) => {
    const answer = answers.find((one) => plainOf(one, 'text').toLowerCase() === id);
    const feedback = richOf(reading, childOf(answer, 'feedback'), base.title);
    const share = answer && shareOf(answer) > 0 ? 1 : 0;
    return { id, text, share, ...(feedback.length > 0 && { feedback }) };
  };
  const choices = [of('true', textOf('Benar')), of('false', textOf('Salah'))];
  return { ...base, kind: 'choice', multiple: false, trueFalse: true, shuffle: false, choices };
}

function readShortText(reading: MoodleReading, element: XmlElement, base: Base): Question {
  const answers = childrenOf(element, 'answer')
    .map((answer) => ({ text: plainOf(answer, 'text'), share: shareOf(answer) }))
    .filter(({ share }) => share > 0);
  const fitted = fitShares(answers, false);
  if (fitted.changed)
    reading.report({ code: 'source.shares', at: element, params: { question: base.title } });
  return {
    ...base,
    kind: 'short-text',
    caseSensitive: flag(element, 'usecase', false),
    answers: fitted.answers,
  };
}

function readNumber(reading: MoodleReading, element: XmlElement, base: Base): Question {
  const answers = childrenOf(element, 'answer').flatMap((answer) => {
    const value = numberOf(plainOf(answer, 'text'));
    const share = shareOf(answer);
    const tolerance = Math.abs(numberOf(plainOf(answer, 'tolerance')) ?? 0);
    return value === undefined || share <= 0 ? [] : [{ value, tolerance, share }];
  });
  const fitted = fitShares(answers, false);
  if (fitted.changed)
    reading.report({ code: 'source.shares', at: element, params: { question: base.title } });
  const units = childOf(element, 'units')?.children.filter(({ name }) => name === 'unit') ?? [];
  const main = units.find((unit) => numberOf(plainOf(unit, 'multiplier')) === 1) ?? units[0];
  const unit = plainOf(main, 'unit_name').slice(0, 40);
  if (units.length > 1) {
    reading.report({ code: 'source.units', at: element, params: { question: base.title, unit } });
  }
  return { ...base, kind: 'numeric', answers: fitted.answers, ...(unit !== '' && { unit }) };
}

function readMatching(reading: MoodleReading, element: XmlElement, base: Base): Question {
  const newSource = idMaker('s-');
  const newTarget = idMaker('t-');
  const targets = new Map<string, { readonly id: string; readonly text: RichText }>();
  const sources = childrenOf(element, 'subquestion').flatMap((pair) => {
    const text = richOf(reading, pair, base.title);
    const answer = plainOf(childOf(pair, 'answer'), 'text');
    const target = targets.get(answer) ?? { id: newTarget(answer), text: textOf(answer) };
    if (answer !== '') targets.set(answer, target);
    // Without a text it is an answer that belongs to nothing.
    return text.length === 0 ? [] : [{ id: newSource(JSON.stringify(text)), text, targetId: target.id }];
  });
  const shuffle = flag(element, 'shuffleanswers', true);
  return { ...base, kind: 'matching', shuffle, sources, targets: [...targets.values()] };
}

/** The fraction of an answer is its place, or the answers stand in order. */
function readOrdering(reading: MoodleReading, element: XmlElement, base: Base): Question {
  const newId = idMaker('i-');
  const listed = childrenOf(element, 'answer').map((answer) => {
    const text = richOf(reading, answer, base.title);
    return { place: fractionOf(answer), item: { id: newId(JSON.stringify(text)), text } };
  });
  const places = new Set(listed.map(({ place }) => place));
  const ordered = places.size === listed.length ? listed.toSorted((a, b) => a.place - b.place) : listed;
  return { ...base, kind: 'ordering', items: ordered.map(({ item }) => item) };
}
