import { readMoodleXml } from '@sinau/quiz';
import { type Inspection, refused } from '../inspection.ts';
import { titleOfName } from '../title-of-name.ts';
import type { QuizDocument } from './inspect-quiz-json.ts';
import { readQuizXml } from './read-quiz-xml.ts';

/** With images in it, a third larger than they are. */
const maxMoodleBytes = 32 * 1024 * 1024;

/** Questions as Moodle exports them; images in it become files of the package. */
export async function inspectMoodleXml(document: QuizDocument): Promise<Inspection> {
  const xml = await readQuizXml(document, maxMoodleBytes);
  if (!xml.root) return refused(...xml.findings);
  const title = titleOfName(document.name);
  const { quiz, findings, images } = readMoodleXml(xml.root, { file: document.name, title });
  if (!quiz) return refused(...findings);
  const files = [...images].map(([name, { bytes, contentType }]) => ({ name, bytes, contentType }));
  return { outcome: 'readable', reading: { kind: 'quiz', quiz, findings }, files };
}
