import type { Dispatch, DispatchCourse } from '@sinau/dispatch';
import type { LanguageMap } from '@sinau/kernel';
import { strToU8, zipSync } from 'fflate';
import type { DispatchFormat } from './dispatch-parts.ts';

interface StubInput {
  readonly dispatch: Dispatch;
  readonly course: DispatchCourse;
  readonly key: string;
  readonly portalOrigin: string;
  readonly format: DispatchFormat;
  /** The compiled stub of this format. */
  readonly script: string;
}

/**
 * The package that another learning system imports: a page with a script of ours, which loads nothing from elsewhere, and the
 * key of this dispatch. A few kilobytes, so it is made in memory.
 */
export function buildDispatchPackage(input: StubInput): Uint8Array<ArrayBuffer> {
  const { format, script } = input;
  const manifest = format === 'scorm12' ? ['imsmanifest.xml', manifest12(input)] : ['cmi5.xml', cmi5(input)];
  const files = Object.fromEntries([
    manifest,
    ['index.html', page(input)],
    ['stub.js', script],
    ['stub.css', style],
  ] as [string, string][]);
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  // The same package for the same dispatch, whenever it is asked for.
  return new Uint8Array(zipSync(bytes, { mtime: new Date('2020-01-01T00:00:00Z') }));
}

/** For a header: no sign of the name can end it or lead into a folder. */
export function packageName({ dispatch, format }: Pick<StubInput, 'dispatch' | 'format'>): string {
  const name = dispatch.name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-');
  return `${name.replace(/^-|-$/g, '').slice(0, 60).toLowerCase() || 'kursus'}-${format}.zip`;
}

function page({ dispatch, course, key, portalOrigin }: StubInput): string {
  const { id, en } = course.title;
  const config = {
    portal: portalOrigin,
    ...{ dispatchId: dispatch.dispatchId, key },
    title: { ...(id && { id }), ...(en && { en }), other: plain(course.title) },
  };
  // Inside a script only "<" could end it.
  const json = JSON.stringify(config).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(plain(course.title))}</title>
<link rel="stylesheet" href="stub.css">
</head>
<body>
<div id="app"><p>Memuat… / Loading…</p></div>
<noscript><p>Halaman ini memerlukan JavaScript. / This page needs JavaScript.</p></noscript>
<script type="application/json" id="dispatch">${json}</script>
<script src="stub.js"></script>
</body>
</html>
`;
}

function manifest12({ dispatch, course }: StubInput): string {
  const title = escaped(plain(course.title));
  const id = `D-${dispatch.dispatchId}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="O1">
    <organization identifier="O1">
      <title>${title}</title>
      <item identifier="I1" identifierref="R1"><title>${title}</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/><file href="stub.js"/><file href="stub.css"/>
    </resource>
  </resources>
</manifest>
`;
}

function cmi5({ dispatch, course, portalOrigin }: StubInput): string {
  const wording = (name: string, texts: LanguageMap) => {
    const strings = Object.entries(texts).map(
      ([language, text]) =>
        `<langstring${language === 'und' ? '' : ` lang="${escaped(language)}"`}>${escaped(text)}</langstring>`,
    );
    return `<${name}>${strings.join('')}</${name}>`;
  };
  const title = wording('title', someText(course.title, '-'));
  const description = wording('description', someText(course.description, plain(course.title) || '-'));
  const id = `${portalOrigin}/dispatch/${dispatch.dispatchId}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${escaped(id)}">${title}${description}</course>
  <au id="${escaped(`${id}/course`)}" moveOn="Completed" launchMethod="AnyWindow">${title}${description}<url>index.html</url></au>
</courseStructure>
`;
}

const someText = (texts: LanguageMap, other: string): LanguageMap => {
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return said.length > 0 ? Object.fromEntries(said) : { und: other };
};

const plain = (texts: LanguageMap): string => texts.id ?? texts.en ?? Object.values(texts)[0] ?? '';

/** For text and attributes of XML and HTML; signs that XML knows in no form are left out. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

const style = `:root { font: 1rem/1.5 system-ui, sans-serif; color: #1c2430; background: #fff; }
body { margin: 0; }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
button, a { font: inherit; }
button { min-height: 2.75rem; padding: 0.5rem 1.25rem; border: 0; border-radius: 0.5rem; background: #0b5394; color: #fff; font-weight: 600; cursor: pointer; }
button:focus-visible, a:focus-visible { outline: 3px solid #f0a202; outline-offset: 2px; }
a { color: #0b5394; }
.quiet { color: #4a5565; }
.small { font-size: 0.875rem; margin-top: 2rem; }
`;
