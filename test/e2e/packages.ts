import { join, resolve } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { buildSamplePackage } from '../../functions/dev-server/sample-course/build-package.ts';

const sourceDir = resolve(import.meta.dirname, '../../functions/dev-server/sample-course');

export interface PackageFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A cmi5 package in its real format: two AUs on `@xapi/cmi5`. */
export async function buildCourse(course: {
  readonly id: string;
  readonly title: { readonly id: string; readonly en: string };
}): Promise<PackageFile> {
  const bytes = await buildSamplePackage({ sourceDir, courseId: course.id, title: course.title });
  return file(`${course.title.en}.zip`, bytes);
}

/** The same with one more entry, which would be written outside the package's folder. */
export function withEscapingEntry(sound: PackageFile): PackageFile {
  const entries = unzipSync(new Uint8Array(sound.buffer));
  const bytes = zipSync({ ...entries, [join('..', '..', 'portal.html')]: strToU8('<h1>mine</h1>') });
  return file('escaping.zip', bytes);
}

function file(name: string, bytes: Uint8Array): PackageFile {
  return { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) };
}
