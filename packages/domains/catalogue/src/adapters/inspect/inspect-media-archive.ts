import type { Finding } from '@sinau/findings';
import type { ZipEntry } from '@sinau/platform/zip';
import type { MediaContent } from '../../module.ts';
import { createMediaFinding } from './finding.ts';
import { readStreamForward } from './forward-reader.ts';
import { type ArchiveView, type Inspection, isError, refused, type StoredFile } from './inspection.ts';
import { type MediaReading, MediaRefused } from './media-reading.ts';
import { mediaProbeOf } from './probe-media.ts';
import { checkCaptions, decodeUtf8, languageOfCaptions } from './read-captions.ts';
import { titleOfName } from './title-of-name.ts';

const maxTextBytes = 2 * 1024 * 1024;
const mediaName = /\.(?:mp4|m4v|mov|mkv|avi|wmv|webm|mp3|m4a|ogg|oga|opus|wav)$/i;
const lowName = /\.low\.[a-z\d]+$/i;

interface Parts {
  readonly media: readonly ZipEntry[];
  readonly low: readonly ZipEntry[];
  readonly captions: readonly ZipEntry[];
  readonly transcripts: readonly ZipEntry[];
  readonly others: readonly ZipEntry[];
}

type Report = (finding: Finding) => void;

/** A zip of one video or audio file with captions, transcript and low-data version; undefined when it holds no media. */
export async function inspectMediaArchive(archive: ArchiveView): Promise<Inspection | undefined> {
  const parts = sort(archive.entries);
  const [main] = parts.media;
  if (!main) return undefined;
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  checkParts(parts, report);
  if (findings.some(isError)) return refused(...findings);
  const [low] = parts.low;
  const reading = await probeEntry(archive, main, report);
  const lowReading = low && (await probeEntry(archive, low, report));
  const captions = await readAllCaptions(archive, parts.captions, report);
  const transcript = await readTranscript(archive, parts.transcripts[0], report);
  if (reading) checkRendition({ main, reading, low, lowReading }, report);
  if (!reading || findings.some(isError)) return refused(...findings);
  const files = [
    { name: `media.${reading.extension}`, entry: main, contentType: reading.contentType },
    ...(low && lowReading
      ? [{ name: `media.low.${lowReading.extension}`, entry: low, contentType: lowReading.contentType }]
      : []),
    ...captions.map(({ src, entry }) => ({ name: src, entry, contentType: 'text/vtt; charset=utf-8' })),
    ...(transcript ? [transcript] : []),
  ];
  const media: MediaContent = {
    ...{ src: `media.${reading.extension}`, type: reading.contentType, title: titleOfName(main.name) },
    captions: captions.map(({ entry: _, ...caption }) => caption),
    ...(transcript && { transcript: transcript.name }),
    ...(lowReading && { low: `media.low.${lowReading.extension}` }),
    ...(reading.durationSeconds !== undefined && { durationSeconds: reading.durationSeconds }),
  };
  return { outcome: 'readable', reading: { kind: reading.kind, media, findings }, files };
}

function sort(entries: readonly ZipEntry[]): Parts {
  const of = (pattern: RegExp) => entries.filter(({ name }) => pattern.test(name));
  const all = of(mediaName);
  const captions = of(/\.vtt$/i);
  const transcripts = of(/\.(?:txt|md)$/i);
  return {
    media: all.filter(({ name }) => !lowName.test(name)),
    low: all.filter(({ name }) => lowName.test(name)),
    captions,
    transcripts,
    others: entries.filter((entry) => ![all, captions, transcripts].some((list) => list.includes(entry))),
  };
}

const maxTold = 20;
const maxCaptions = 20;

function checkParts({ media, low, captions, transcripts, others }: Parts, report: Report): void {
  const namesOf = (entries: readonly ZipEntry[]) =>
    entries
      .slice(0, 5)
      .map(({ name }) => name)
      .join(', ');
  for (const { name } of others.slice(0, maxTold)) {
    report(createMediaFinding('kind.extra-file', { entry: name }, { file: name }));
  }
  if (media.length > 1) report(createMediaFinding('kind.several-media', { names: namesOf(media) }));
  for (const { name } of low.slice(1, maxTold)) {
    report(createMediaFinding('media.rendition-other', { entry: name }, { file: name }));
  }
  if (captions.length > maxCaptions) {
    report(createMediaFinding('captions.too-many', { limit: maxCaptions }));
  }
  if (transcripts.length > 1) {
    report(createMediaFinding('captions.transcripts', { names: namesOf(transcripts) }));
  }
  for (const { name, sizeBytes } of [...captions, ...transcripts].slice(0, maxTold)) {
    if (sizeBytes <= maxTextBytes) continue;
    const params = { entry: name, limit: maxTextBytes };
    report(createMediaFinding('captions.too-large', params, { file: name }));
  }
}

async function probeEntry(
  archive: ArchiveView,
  entry: ZipEntry,
  report: Report,
): Promise<MediaReading | undefined> {
  const file = { file: entry.name };
  const head = await headOf(archive, entry);
  const probe = mediaProbeOf(head);
  if (!probe) {
    const container = /[^.]*$/.exec(entry.name)?.[0] ?? '';
    report(createMediaFinding('media.container', { container }, file));
    return undefined;
  }
  const stream = await archive.read(entry);
  try {
    const reading = await probe(readStreamForward(stream, entry.sizeBytes));
    for (const { code, params = {} } of reading.warnings) report(createMediaFinding(code, params, file));
    return reading;
  } catch (error) {
    if (!(error instanceof MediaRefused)) throw error;
    report(createMediaFinding(error.fault.code, error.fault.params ?? {}, file));
    return undefined;
  } finally {
    stream.destroy();
  }
}

async function headOf(archive: ArchiveView, entry: ZipEntry): Promise<Buffer> {
  const stream = await archive.read(entry);
  try {
    return await readStreamForward(stream, entry.sizeBytes).read(16);
  } finally {
    stream.destroy();
  }
}

type Caption = MediaContent['captions'][number] & { readonly entry: ZipEntry };

async function readAllCaptions(
  archive: ArchiveView,
  entries: readonly ZipEntry[],
  report: Report,
): Promise<readonly Caption[]> {
  const byLanguage = new Map<string, Caption>();
  for (const entry of entries) {
    const { name } = entry;
    const fault = checkCaptions(await archive.readAll(entry, maxTextBytes));
    if (fault) report(createMediaFinding(fault.code, {}, { file: name, line: fault.line }));
    const lang = languageOfCaptions(name);
    if (lang === undefined) {
      report(createMediaFinding('captions.language', { entry: name }, { file: name }));
    } else if (byLanguage.has(lang)) {
      report(createMediaFinding('captions.language-twice', { language: lang }, { file: name }));
    } else byLanguage.set(lang, { src: `captions/${lang}.vtt`, lang, label: nameOfLanguage(lang), entry });
  }
  return [...byLanguage.values()];
}

/** In the language itself, as its readers look for it. */
function nameOfLanguage(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

async function readTranscript(
  archive: ArchiveView,
  entry: ZipEntry | undefined,
  report: Report,
): Promise<StoredFile | undefined> {
  if (!entry) return undefined;
  if (decodeUtf8(await archive.readAll(entry, maxTextBytes)) === undefined) {
    report(createMediaFinding('captions.transcript-text', { entry: entry.name }, { file: entry.name }));
  }
  return { name: 'transcript.txt', entry, contentType: 'text/plain; charset=utf-8' };
}

interface Rendition {
  readonly main: ZipEntry;
  readonly reading: MediaReading;
  readonly low: ZipEntry | undefined;
  readonly lowReading: MediaReading | undefined;
}

function checkRendition({ main, reading, low, lowReading }: Rendition, report: Report): void {
  if (!low || !lowReading) return;
  const place = { file: low.name };
  if (reading.kind !== 'video' || lowReading.kind !== 'video') {
    report(createMediaFinding('media.rendition-other', { entry: low.name }, place));
    return;
  }
  if (low.sizeBytes >= main.sizeBytes) {
    report(createMediaFinding('media.rendition-larger', { entry: low.name }, place));
  }
  const [fullSeconds, lowSeconds] = [reading.durationSeconds, lowReading.durationSeconds];
  if (fullSeconds === undefined || lowSeconds === undefined) return;
  if (Math.abs(fullSeconds - lowSeconds) > Math.max(2, fullSeconds * 0.01)) {
    const params = { entry: low.name, low: Math.round(lowSeconds), full: Math.round(fullSeconds) };
    report(createMediaFinding('media.rendition-differs', params, place));
  }
}
