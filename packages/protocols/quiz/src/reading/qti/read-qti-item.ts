import type { XmlElement } from '@sinau/findings';
import type { Question } from '../../model.ts';
import { type RichText, textOf } from '../../rich-text.ts';
import { type Gathering, lossReporter, sensiblePoints, titleOf, usable } from '../gather.ts';
import { collectRichText } from '../markup/collect-rich-text.ts';
import { readXmlMarkup } from '../markup/read-xml-markup.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, nameOf } from './qti-names.ts';
import { type AnswersOf, readAnswers, type TextReader } from './read-qti-answers.ts';
import { numberOf, readScoring } from './read-scoring.ts';

/** What an item is read with. */
export interface ItemReading extends Gathering {
  readonly imageOf: (src: string) => string | undefined;
  readonly newId: (text: string) => string;
  /** Of the test: what its points are multiplied by. @default 1 */
  readonly weight?: number;
}

const supported = new Set([
  'choiceinteraction',
  'textentryinteraction',
  'matchinteraction',
  'orderinteraction',
]);
/** Seen by nobody, or only when a response has been judged. */
const aside = new Set([
  ...['feedbackblock', 'feedbackinline', 'modalfeedback', 'rubricblock', 'templateblock', 'templateinline'],
  ...['cataloginfo', 'companionmaterialsinfo', 'stylesheet'],
]);

/** The question of an item with one interaction of a known kind; undefined after a finding. */
export function readQtiItem(reading: ItemReading, item: XmlElement): Question | undefined {
  const identifier = attributeOf(item, 'identifier');
  const title = titleOf(attributeOf(item, 'title'), identifier || reading.file);
  const body = childOf(item, 'itembody');
  const interactions = descendantsOf(body).filter((one) => /interaction$/.test(nameOf(one)));
  const [interaction, second] = interactions;
  const kind = unsupported(item, interactions);
  if (!body || !interaction || kind !== undefined) {
    const params = { question: title, kind: kind ?? 'item' };
    reading.report({ code: 'source.kind', at: second ?? interaction ?? item, params });
    return undefined;
  }
  if (childOf(item, 'stimulusref') ?? childOf(item, 'assessmentstimulusref')) {
    reading.report({ code: 'qti.stimulus', at: item, params: { question: title } });
  }
  const scoring = readScoring(item, interaction);
  if (!scoring.isUsual) reading.report({ code: 'qti.processing', at: item, params: { question: title } });
  const texts = textReader(reading, title);
  const answers = readAnswers({ interaction, scoring, texts, gathering: reading, title });
  if (!answers) return undefined;
  return usable(reading, questionOf(reading, { item, body, title, answers }), interaction);
}

/** What keeps an item out, in a word. */
function unsupported(item: XmlElement, interactions: readonly XmlElement[]): string | undefined {
  const [first, ...others] = interactions;
  if (attributeOf(item, 'adaptive') === 'true') return 'adaptive';
  if (childOf(item, 'templatedeclaration') ?? childOf(item, 'templateprocessing')) return 'template';
  if (!first) return 'item';
  if (others.length > 0) return [...new Set(interactions.map(({ name }) => name))].join(' + ');
  return supported.has(nameOf(first)) ? undefined : first.name;
}

interface Parts {
  readonly item: XmlElement;
  readonly body: XmlElement;
  readonly title: string;
  readonly answers: AnswersOf;
}

function questionOf(reading: ItemReading, { item, body, title, answers }: Parts): Question {
  const feedback = [...childrenOf(item, 'modalfeedback'), ...descendantsOf(body)].find((one) =>
    /^(?:modalfeedback|feedbackblock)$/.test(nameOf(one)),
  );
  if (feedback) reading.report({ code: 'source.feedback', at: feedback, params: { count: 1 } });
  const identifier = attributeOf(item, 'identifier');
  const points = Math.round((maximumOf(item) ?? answers.points) * (reading.weight ?? 1) * 1e6) / 1e6;
  return {
    ...answers.question,
    questionId: reading.newId(identifier || title),
    title,
    prompt: promptOf(reading, body, title),
    points: sensiblePoints(reading, points, { at: item, question: title }),
  };
}

/** MAXSCORE, or the maximum of SCORE, where the item states one. */
function maximumOf(item: XmlElement): number | undefined {
  const outcome = (name: string) =>
    childrenOf(item, 'outcomedeclaration').find((one) => attributeOf(one, 'identifier') === name);
  const stated = childOf(childOf(outcome('MAXSCORE'), 'defaultvalue'), 'value')?.text;
  return numberOf(stated ?? '') ?? numberOf(attributeOf(outcome('SCORE'), 'normalmaximum'));
}

/** The item's body and the prompt of its interaction; a gap is shown as a line. */
function promptOf(reading: ItemReading, body: XmlElement, title: string): RichText {
  const text = collectRichText({ imageOf: reading.imageOf, lost: lossReporter(reading, title, body) });
  const instead = (child: XmlElement): boolean => {
    const name = nameOf(child);
    if (aside.has(name)) return true;
    if (!name.endsWith('interaction')) return false;
    const prompt = childOf(child, 'prompt');
    if (name === 'textentryinteraction') text.text('____');
    else if (prompt) {
      text.open('div', new Map());
      readXmlMarkup(prompt, text, instead);
      text.close('div');
    }
    return true;
  };
  readXmlMarkup(body, text, instead);
  const prompt = text.finish();
  return prompt.length > 0 ? prompt : textOf(title);
}

function textReader(reading: ItemReading, title: string): TextReader {
  const read = (element: XmlElement, instead: (child: XmlElement) => boolean) => {
    const text = collectRichText({ imageOf: reading.imageOf, lost: lossReporter(reading, title, element) });
    readXmlMarkup(element, text, instead);
    return text.finish();
  };
  return {
    text: (element) => read(element, (child) => aside.has(nameOf(child))),
    feedback: (element) => childrenOf(element, 'feedbackinline').flatMap((one) => read(one, () => false)),
  };
}
