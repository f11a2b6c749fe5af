import type { XmlElement } from '@sinau/findings';
import { type Question, type QuizSection, quizLimits } from '../../model.ts';
import { createGathering, gatherQuiz, type QuizReading, titleOf } from '../gather.ts';
import { idMaker } from '../stable-id.ts';
import { childOf, childrenOf, type EmbeddedImage, type MoodleReading, plainOf } from './moodle-text.ts';
import { readMoodleQuestion } from './read-moodle-question.ts';

export interface MoodleQuiz extends QuizReading {
  /** Images that lay in the document, by the names that the quiz calls them. */
  readonly images: ReadonlyMap<string, EmbeddedImage>;
}

/**
 * Questions as Moodle exports them (format "Moodle XML"). Each category becomes a section; what is not known is left out
 * and told. Never throws.
 * @param given file: name of the document; title: of the quiz, which the format does not have
 */
export function readMoodleXml(
  root: XmlElement,
  given: { readonly file: string; readonly title: string },
): MoodleQuiz {
  const gathering = createGathering(given.file);
  const reading: MoodleReading & typeof gathering = { ...gathering, images: new Map() };
  if (root.name !== 'quiz') {
    reading.report({ code: 'source.other-root', at: root, params: { expected: 'Moodle XML' } });
    return { findings: gathering.findings, images: reading.images };
  }
  const read = readSections(reading, root);
  tellTries(reading, root);
  const title = titleOf(given.title, 'Moodle');
  const quiz = gatherQuiz(reading, { ...read, title, at: root });
  return { ...(quiz && { quiz }), findings: gathering.findings, images: reading.images };
}

function readSections(
  reading: MoodleReading,
  root: XmlElement,
): { readonly sections: readonly QuizSection[]; readonly unread: number } {
  const sections = new Map<string, Question[]>();
  const newId = idMaker('q-');
  let category = '';
  let [taken, unread] = [0, 0];
  for (const element of childrenOf(root, 'question')) {
    const type = element.attributes.find(({ name }) => name === 'type')?.value;
    if (type === 'category') category = categoryOf(element);
    else if (taken === quizLimits.questions) unread += 1;
    else if (/^(?:1|true)$/.test(plainOf(element, 'hidden'))) {
      const question = titleOf(plainOf(element, 'name'), type ?? '');
      reading.report({ code: 'source.hidden', at: element, params: { question } });
    } else {
      const question = readMoodleQuestion(reading, element, newId);
      const section = sections.get(category) ?? [];
      if (question) sections.set(category, section);
      if (question) section.push(question);
      if (question) taken += 1;
    }
  }
  const list = [...sections].map(([path, questions], index) => {
    const title = titleOf(path.split('/').at(-1) ?? '', '');
    return { sectionId: `s${index + 1}`, ...(title !== '' && { title }), questions };
  });
  return { sections: list, unread };
}

/** `$course$/top/Default for X/Etika`: a slash in a name is written twice. */
function categoryOf(element: XmlElement): string {
  const path = plainOf(childOf(element, 'category') ?? element, 'text').replaceAll('//', '\u2044');
  return path.replace(/^\$[a-z]+\$\//, '').replace(/^top(?:\/|$)/, '');
}

/** Moodle lets a question be tried again at a price; here an attempt is over when it is submitted. */
function tellTries(reading: MoodleReading, root: XmlElement): void {
  const questions = childrenOf(root, 'question');
  const having = (names: readonly string[]) =>
    questions.filter(({ children }) =>
      children.some((child) => names.includes(child.name) && plainOf(child, 'text') !== ''),
    );
  const hints = having(['hint']);
  const feedback = having(['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']);
  for (const [code, list] of [
    ['source.tries', hints],
    ['source.feedback', feedback],
  ] as const) {
    const [first] = list;
    if (first) reading.report({ code, at: first, params: { count: list.length } });
  }
}
