import { join } from 'node:path';
import { build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import { lessons } from './lessons.ts';

export interface SamplePackageOptions {
  /** Folder of this file's sources. */
  readonly sourceDir: string;
  /** Publisher's id of the course; an absolute IRI. AU ids are made below it. */
  readonly courseId: string;
  readonly title: { readonly id: string; readonly en: string };
}

/** A real cmi5 package: cmi5.xml at the root, two AUs on `@xapi/cmi5`, each with pages, a bookmark and a scored quiz. */
export async function buildSamplePackage(options: SamplePackageOptions): Promise<Uint8Array> {
  const script = await bundle(join(options.sourceDir, 'au', 'au.ts'));
  const files: Record<string, Uint8Array> = {
    'cmi5.xml': strToU8(courseStructure(options)),
    'shared/au.js': script,
    'shared/au.css': strToU8(styles),
  };
  for (const lesson of lessons) files[`${lesson.folder}/index.html`] = strToU8(page(lesson));
  // A fixed date keeps the package, and so its digest, the same at every build.
  return zipSync(files, { mtime: new Date('2026-01-01T00:00:00Z') });
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    // The library's browser build is UMD, whose default export a bundler cannot see.
    mainFields: ['module', 'main'],
    target: 'es2022',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('the sample AU gave no output');
  return file.contents;
}

function courseStructure({ courseId, title }: SamplePackageOptions): string {
  const aus = lessons.map(
    (
      lesson,
    ) => `  <au id="${courseId}/${lesson.folder}" moveOn="CompletedAndPassed" masteryScore="0.5" launchMethod="AnyWindow">
    <title><langstring lang="id">${escapeXml(lesson.title)}</langstring></title>
    <description><langstring lang="id">${escapeXml(lesson.pages.map(({ heading }) => heading).join(' · '))}</langstring></description>
    <url>${lesson.folder}/index.html</url>
  </au>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${courseId}">
    <title><langstring lang="id">${escapeXml(title.id)}</langstring><langstring lang="en">${escapeXml(title.en)}</langstring></title>
    <description><langstring lang="id">Menjaga data warga dimulai dari kebiasaan kecil setiap hari.</langstring><langstring lang="en">Protecting citizens' data starts with small daily habits.</langstring></description>
  </course>
${aus.join('\n')}
</courseStructure>
`;
}

function page(lesson: (typeof lessons)[number]): string {
  // A "<" inside the JSON could close the script element.
  const json = JSON.stringify(lesson).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(lesson.title)}</title>
<link rel="stylesheet" href="../shared/au.css">
<main id="stage" aria-live="polite"><p>Membuka pelajaran…</p></main>
<p id="status" role="status"></p>
<script type="application/json" id="lesson">${json}</script>
<script src="../shared/au.js"></script>
</html>
`;
}

const styles = `:root{color-scheme:light dark;font:1.05rem/1.6 system-ui,sans-serif}
body{margin:0 auto;max-width:42rem;padding:1.25rem}
h1{line-height:1.2}.where{opacity:.8;margin:0}
.buttons{display:flex;gap:.75rem;justify-content:flex-end;margin-top:2rem}
button{font:inherit;padding:.6rem 1.2rem;border-radius:.5rem;border:1px solid #0f5b66;cursor:pointer}
button.main{background:#0f5b66;color:#fff}button.quiet{background:transparent;color:inherit}
fieldset{border:1px solid #8886;border-radius:.5rem;margin:1rem 0;padding:.75rem 1rem}
label{display:block;padding:.35rem 0}
`;

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
}
