import type { XmlElement } from '@sinau/findings';
import { type Question, type QuizRules, type QuizSection, quizLimits } from '../../model.ts';
import { type Gathering, titleOf } from '../gather.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, nameOf } from './qti-names.ts';
import { numberOf } from './read-scoring.ts';

/** The question of an item that a test names; undefined after a finding. */
export type ItemOf = (reference: XmlElement, weight: number) => Question | undefined;

export interface QtiTest {
  readonly title: string;
  readonly sections: readonly QuizSection[];
  readonly rules: Partial<QuizRules>;
}

/** Parts and sections of a test one behind the other; what has no place in a quiz is told. */
export function readQtiTest(reading: Gathering, test: XmlElement, itemOf: ItemOf): QtiTest {
  const parts = childrenOf(test, 'testpart');
  const found = parts.flatMap((part) => childrenOf(part, 'assessmentsection'));
  const sections = found.flatMap((section) => sectionsOf(reading, section, itemOf));
  tellDropped(reading, test);
  return {
    title: titleOf(attributeOf(test, 'title'), attributeOf(test, 'identifier') || 'QTI'),
    sections: sections.map((section, index) => ({ sectionId: `s${index + 1}`, ...section })),
    rules: rulesOf(reading, test, parts),
  };
}

function sectionsOf(
  reading: Gathering,
  section: XmlElement,
  itemOf: ItemOf,
): readonly Omit<QuizSection, 'sectionId'>[] {
  const inner = childrenOf(section, 'assessmentsection');
  const selection = childOf(section, 'selection');
  const pick = Math.floor(numberOf(attributeOf(selection, 'select')) ?? 0);
  if (selection && inner.length > 0) {
    reading.report({
      code: 'qti.part',
      at: selection,
      params: { element: selection.name },
    });
  }
  const questions = childrenOf(section, 'assessmentitemref').flatMap((reference) => {
    const weight = numberOf(attributeOf(childOf(reference, 'weight'), 'value')) ?? 1;
    return itemOf(reference, weight) ?? [];
  });
  const title = titleOf(attributeOf(section, 'title'), '');
  const drawn = inner.length === 0 && pick > 0 && pick < questions.length;
  const own = { ...(title !== '' && { title }), ...(drawn && { pick }), questions };
  return [
    ...(questions.length > 0 ? [own] : []),
    ...inner.flatMap((one) => sectionsOf(reading, one, itemOf)),
  ];
}

function rulesOf(reading: Gathering, test: XmlElement, parts: readonly XmlElement[]): Partial<QuizRules> {
  const [part] = parts;
  const limits =
    childOf(test, 'timelimits') ?? (parts.length === 1 ? childOf(part, 'timelimits') : undefined);
  const control = childOf(part, 'itemsessioncontrol');
  const attempts = Math.floor(numberOf(attributeOf(control, 'maxattempts')) ?? 0);
  const seconds = limits && timeLimit(reading, limits);
  return {
    ...(seconds !== undefined && { timeLimitSeconds: seconds }),
    ...(attempts >= 1 && attempts <= quizLimits.attempts && { maxAttempts: attempts }),
    ...(attributeOf(control, 'allowreview') === 'false' && { review: 'score' }),
    shuffleQuestions: descendantsOf(test).some(
      (one) => nameOf(one) === 'ordering' && attributeOf(one, 'shuffle') === 'true',
    ),
  };
}

function timeLimit(reading: Gathering, limits: XmlElement): number | undefined {
  const seconds = Math.round(numberOf(attributeOf(limits, 'maxtime')) ?? 0);
  if (seconds >= 10 && seconds <= quizLimits.timeLimitSeconds) return seconds;
  if (seconds > 0) {
    reading.report({
      code: 'qti.part',
      at: limits,
      params: { element: limits.name },
    });
  }
  return undefined;
}

/** Each kind once, with the first place. */
function tellDropped(reading: Gathering, test: XmlElement): void {
  const names = new Set([
    'precondition',
    'branchrule',
    'testfeedback',
    'assessmentsectionref',
    'rubricblock',
  ]);
  const told = new Set<string>();
  for (const one of descendantsOf(test)) {
    const name = nameOf(one);
    if (!names.has(name) || told.has(name)) continue;
    told.add(name);
    reading.report({ code: 'qti.part', at: one, params: { element: one.name } });
  }
}
