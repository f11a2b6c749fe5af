import type { Finding, XmlElement } from '@sinau/findings';
import { imagesOf, qtiDocuments, readQti } from '@sinau/quiz';
import { type ArchiveView, type Inspection, refused } from '../inspection.ts';
import { titleOfName } from '../title-of-name.ts';
import { createQuizFinding } from './finding-texts.ts';
import type { QuizDocument } from './inspect-quiz-json.ts';
import { findImages, noImages, type QuizImages } from './quiz-images.ts';
import { readQuizXml } from './read-quiz-xml.ts';

/** Of one item or test, and of all that are read. */
const maxDocumentBytes = 2 * 1024 * 1024;
const maxAllBytes = 32 * 1024 * 1024;
const maxDocuments = 1000;

interface Package {
  readonly archive: ArchiveView;
  /** Around everything; falls away. */
  readonly folder: string;
  readonly file: string;
  readonly manifest: XmlElement;
}

/** A package of QTI: its test and items become a quiz, and of its other files only the images that questions show stay. */
export async function inspectQtiArchive(given: Package): Promise<Inspection> {
  const { archive, folder, file, manifest } = given;
  const documents = new Map<string, XmlElement>();
  const findings: Finding[] = [];
  let left = maxAllBytes;
  for (const path of qtiDocuments(manifest, file).slice(0, maxDocuments)) {
    const entry = archive.entries.find(({ name }) => name === `${folder}${path}`);
    if (!entry) continue;
    left -= entry.sizeBytes;
    if (left < 0) return refused(createQuizFinding('quiz.too-large', { file, limit: maxAllBytes }, { file }));
    const read = () => archive.readAll(entry, maxDocumentBytes);
    const xml = await readQuizXml({ name: path, sizeBytes: entry.sizeBytes, read }, maxDocumentBytes);
    if (xml.root) documents.set(path, xml.root);
    else findings.push(...xml.findings);
  }
  if (findings.length > 0) return refused(...findings);
  const images = await findImages(archive, folder);
  return inspect({ file, root: manifest, documents, images, title: titleOfName(archive.fileName) });
}

/** One item of QTI by itself. */
export async function inspectQtiItem(document: QuizDocument): Promise<Inspection> {
  const xml = await readQuizXml(document, maxDocumentBytes);
  if (!xml.root) return refused(...xml.findings);
  const title = titleOfName(document.name);
  return inspect({ file: document.name, root: xml.root, documents: new Map(), images: noImages, title });
}

function inspect(of: {
  readonly file: string;
  readonly root: XmlElement;
  readonly documents: ReadonlyMap<string, XmlElement>;
  readonly images: QuizImages;
  readonly title: string;
}): Inspection {
  const { quiz, findings } = readQti({
    ...{ file: of.file, root: of.root, title: of.title },
    documentOf: (path) => of.documents.get(path),
    hasImage: (path) => of.images.has(path),
  });
  if (!quiz) return refused(...findings);
  const files = imagesOf(quiz).flatMap((name) => of.images.get(name) ?? []);
  return { outcome: 'readable', reading: { kind: 'quiz', quiz, findings }, files };
}
