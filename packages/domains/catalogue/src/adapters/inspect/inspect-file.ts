import type { FileHandle } from 'node:fs/promises';
import { createFinding } from '@sinau/cmi5';
import type { Finding } from '@sinau/findings';
import { scanPdf } from '@sinau/platform/pdf';
import { isQtiItem } from '@sinau/quiz';
import { isArticleName, type MediaContent, type MediaKind } from '../../module.ts';
import { createMediaFinding } from './finding.ts';
import { readFileForward } from './forward-reader.ts';
import { type Inspection, refused } from './inspection.ts';
import { MediaRefused } from './media-reading.ts';
import { type MediaProbe, mediaProbeOf } from './probe-media.ts';
import { inspectMoodleXml } from './quiz/inspect-moodle-xml.ts';
import { inspectQtiItem } from './quiz/inspect-qti.ts';
import { inspectQuizJson } from './quiz/inspect-quiz-json.ts';
import { noImages } from './quiz/quiz-images.ts';
import { rootNameOf } from './quiz/root-name.ts';
import { maxArticleBytes, readArticle } from './read-article.ts';
import { readStructureFile } from './read-structure.ts';
import { renderArticle, renderedArticle } from './render-article.ts';

import { titleOfName } from './title-of-name.ts';

/** A PDF is read whole. */
const maxDocumentBytes = 64 * 1024 * 1024;

/** An upload that is no archive, open on the local disk. */
export interface BareFile {
  readonly file: FileHandle;
  readonly sizeBytes: number;
  /** As its author named it: the only thing that tells an article from other text. */
  readonly fileName: string;
}

/** Tells what a single file is: video, audio, PDF, article, quiz, or the structure of a cmi5 course that lies elsewhere. */
export async function inspectFile(bare: BareFile): Promise<Inspection> {
  const head = await readFileForward(bare.file, bare.sizeBytes).read(1024);
  const probe = mediaProbeOf(head);
  if (probe) return inspectMedia(bare, probe);
  if (head.includes('%PDF-')) return inspectDocument(bare);
  if (isArticleName(bare.fileName)) return inspectArticle(bare);
  if (looksLikeXml(head)) return inspectXml(bare);
  if (looksLikeJson(head)) return inspectQuiz(bare);
  return refused(createFinding('package.unknown-format'));
}

function looksLikeXml(head: Buffer): boolean {
  const text = head.toString('latin1', 0, 64);
  const mark = ['\xef\xbb\xbf', '\xff\xfe', '\xfe\xff'].find((bytes) => text.startsWith(bytes)) ?? '';
  // UTF-16 shows its "<" between zero bytes; blanks may stand before it.
  return text.slice(mark.length).replaceAll('\0', '').trimStart().startsWith('<');
}

/** An object, of which only a quiz of ours is known. */
function looksLikeJson(head: Buffer): boolean {
  return /^(?:\xef\xbb\xbf)?\s*\{/.test(head.toString('latin1'));
}

async function inspectQuiz(bare: BareFile): Promise<Inspection> {
  const { sizeBytes } = bare;
  const document = { sizeBytes, name: bare.fileName, read: () => wholeOf(bare) };
  return (await inspectQuizJson(document, noImages)) ?? refused(createFinding('package.unknown-format'));
}

async function wholeOf({ file, sizeBytes }: BareFile): Promise<Buffer> {
  return readFileForward(file, sizeBytes).read(sizeBytes);
}

async function inspectXml(bare: BareFile): Promise<Inspection> {
  const { sizeBytes, fileName: name } = bare;
  const beginning = await readFileForward(bare.file, sizeBytes).read(64 * 1024);
  const read = () => wholeOf(bare);
  const root = rootNameOf(beginning) ?? '';
  if (root === 'quiz') return inspectMoodleXml({ name, sizeBytes, read });
  if (isQtiItem(root)) return inspectQtiItem({ name, sizeBytes, read });
  return inspectStructure(bare);
}

async function inspectStructure(bare: BareFile): Promise<Inspection> {
  const structure = await readStructureFile({ sizeBytes: bare.sizeBytes, read: () => wholeOf(bare) });
  return { outcome: 'readable', reading: { kind: 'cmi5', packaged: false, structure }, files: [] };
}

async function inspectMedia(bare: BareFile, probe: MediaProbe): Promise<Inspection> {
  try {
    const reading = await probe(readFileForward(bare.file, bare.sizeBytes));
    const { kind, contentType, extension, durationSeconds, warnings } = reading;
    return readable(bare, {
      ...{ kind, src: `media.${extension}`, type: contentType },
      findings: warnings.map(({ code, params = {} }) => createMediaFinding(code, params)),
      ...(durationSeconds !== undefined && { durationSeconds }),
    });
  } catch (error) {
    if (!(error instanceof MediaRefused)) throw error;
    return refused(createMediaFinding(error.fault.code, error.fault.params ?? {}));
  }
}

async function inspectDocument(bare: BareFile): Promise<Inspection> {
  if (bare.sizeBytes > maxDocumentBytes) {
    return refused(createMediaFinding('document.too-large', { limit: maxDocumentBytes }));
  }
  const reading = scanPdf(await wholeOf(bare));
  if ('pages' in reading) {
    const { pages } = reading;
    return readable(bare, { kind: 'document', src: 'document.pdf', type: 'application/pdf', pages });
  }
  if (reading.refused === 'encrypted') return refused(createMediaFinding('document.encrypted'));
  if (reading.refused === 'broken') {
    return refused(createMediaFinding('document.broken', { detail: reading.detail }));
  }
  return refused(createMediaFinding('document.active-content', { names: reading.names.join(', ') }));
}

async function inspectArticle(bare: BareFile): Promise<Inspection> {
  if (bare.sizeBytes > maxArticleBytes) {
    return refused(createMediaFinding('article.too-large', { limit: maxArticleBytes }));
  }
  const bytes = await wholeOf(bare);
  const reading = readArticle(bytes);
  if (!reading) return refused(createMediaFinding('article.not-text'));
  if (reading.words === 0) return refused(createMediaFinding('article.empty'));
  const { title } = reading;
  // Never as a page: a browser that opens its address shows the text as it is.
  const contentType = 'text/plain; charset=utf-8';
  const html = await renderArticle(reading.text);
  const original = {
    kind: 'article',
    src: 'article.md',
    type: contentType,
    ...(title && { title }),
  } as const;
  if (!html) return readable(bare, original);
  const { src, type } = renderedArticle;
  const made = readable(bare, { ...original, src, type });
  // The text stays beside it, for whoever writes on.
  const files = [
    { name: original.src, contentType },
    { name: src, contentType, bytes: html },
  ];
  return made.outcome === 'readable' ? { ...made, files } : made;
}

/** One file, stored under a name of ours: that of its author may hold anything. */
function readable(
  { fileName }: BareFile,
  of: Partial<MediaContent> &
    Pick<MediaContent, 'src'> & {
      readonly kind: MediaKind;
      readonly type: string;
      readonly findings?: readonly Finding[];
    },
): Inspection {
  const { kind, findings = [], ...rest } = of;
  const media = { title: titleOfName(fileName), captions: [], ...rest };
  return {
    outcome: 'readable',
    reading: { kind, media, findings },
    files: [{ name: of.src, contentType: of.type }],
  };
}
