import type { Finding, XmlElement } from '@sinau/findings';
import { readXml } from '@sinau/platform/xml';
import { createQuizFinding } from './finding-texts.ts';
import type { QuizDocument } from './inspect-quiz-json.ts';

type XmlDocument =
  | { readonly root: XmlElement }
  | { readonly root?: undefined; readonly findings: readonly Finding[] };

/** A document of words: no document type, no entities (cases A5, A6), at most so large. */
export async function readQuizXml(
  { name, sizeBytes, read }: QuizDocument,
  maxBytes: number,
): Promise<XmlDocument> {
  if (sizeBytes > maxBytes) {
    return {
      findings: [createQuizFinding('quiz.too-large', { file: name, limit: maxBytes }, { file: name })],
    };
  }
  const { root, findings } = readXml(await read(), { maxBytes, mixed: true });
  if (root) return { root };
  return {
    findings: findings.map(({ code, detail, line, column }) =>
      createQuizFinding(
        code === 'xml.doctype' ? 'quiz.doctype' : 'quiz.not-xml',
        { detail },
        { file: name, line, column },
      ),
    ),
  };
}
