import type { Finding } from '@sinau/findings';
import { parseStrictJson } from '@sinau/kernel';
import { imagesOf, isQuizDocument, parseQuizDocument, type Quiz } from '@sinau/quiz';
import { type Inspection, refused } from '../inspection.ts';
import { decodeUtf8 } from '../read-captions.ts';
import { createQuizFinding } from './finding-texts.ts';
import type { QuizImages } from './quiz-images.ts';

/** Two million letters of text, written with escapes. */
const maxJsonBytes = 12 * 1024 * 1024;

/** A document of a package, read when its size allows it. */
export interface QuizDocument {
  readonly name: string;
  readonly sizeBytes: number;
  readonly read: () => Promise<Uint8Array>;
}

/** A quiz as Sinau writes it; undefined when the JSON is something else. */
export async function inspectQuizJson(
  { name, sizeBytes, read }: QuizDocument,
  images: QuizImages,
): Promise<Inspection | undefined> {
  const place = { file: name };
  if (sizeBytes > maxJsonBytes) {
    return refused(createQuizFinding('quiz.too-large', { file: name, limit: maxJsonBytes }, place));
  }
  const text = decodeUtf8(await read());
  if (text === undefined) return undefined;
  const parsed = parseStrictJson(text);
  if (!parsed.ok) {
    // Other JSON is not called a broken quiz.
    if (!text.includes('"sinauQuiz"')) return undefined;
    return refused(createQuizFinding('quiz.not-json', { detail: parsed.issue.message }, place));
  }
  if (!isQuizDocument(parsed.value)) return undefined;
  const quiz = parseQuizDocument(parsed.value);
  if (quiz.outcome === 'refused') return refused(...quiz.problems.map((one) => ({ ...one, file: name })));
  return withImages({ quiz: quiz.value, findings: [] }, images, name);
}

function withImages(
  read: { readonly quiz: Quiz; readonly findings: readonly Finding[] },
  images: QuizImages,
  file: string,
): Inspection {
  const used = imagesOf(read.quiz);
  const missing = used.filter((image) => !images.has(image));
  if (missing.length > 0) {
    return refused(...missing.map((image) => createQuizFinding('quiz.image-missing', { image }, { file })));
  }
  const files = used.flatMap((name) => images.get(name) ?? []);
  return { outcome: 'readable', reading: { kind: 'quiz', ...read }, files };
}
