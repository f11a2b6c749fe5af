import type { Finding } from '@sinau/findings';
import type { ZipArchive, ZipEntry } from '@sinau/platform/zip';
import type { PackageReading } from '../../ports.ts';

/** What was seen of an upload before any of it is stored. A refusal holds at least one error. */
export type Inspection =
  | {
      readonly outcome: 'readable';
      readonly reading: PackageReading;
      /** What is to be stored, each under its name on the content origin. */
      readonly files: readonly StoredFile[];
    }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] };

export interface StoredFile {
  readonly name: string;
  /** Where the bytes are; absent for an upload that is the file itself, and for what was made of it. */
  readonly entry?: ZipEntry;
  readonly bytes?: Uint8Array;
  /** Where reading the file has told it; else the type is taken from name and first bytes. */
  readonly contentType?: string;
}

/** An archive as inspection reads it; litter of operating systems is left out before. */
export interface ArchiveView extends Pick<ZipArchive, 'read' | 'readAll'> {
  /** As its author named it. */
  readonly fileName: string;
  readonly entries: readonly ZipEntry[];
}

export function refused(...findings: readonly Finding[]): Inspection {
  return { outcome: 'refused', findings };
}

export function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
