import { quizFile } from '@sinau/quiz';
import type { ArchiveView, Inspection } from '../inspection.ts';
import { inspectQuizJson } from './inspect-quiz-json.ts';
import { findImages } from './quiz-images.ts';

/** A zip of a quiz and its images; undefined when it holds none. */
export async function inspectQuizArchive(archive: ArchiveView): Promise<Inspection | undefined> {
  const entry = archive.entries.find(({ name }) => name === quizFile);
  if (!entry) return undefined;
  const { name, sizeBytes } = entry;
  const document = { name, sizeBytes, read: () => archive.readAll(entry, sizeBytes) };
  return inspectQuizJson(document, await findImages(archive));
}
