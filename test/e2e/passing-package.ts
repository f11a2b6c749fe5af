import { strToU8, zipSync } from 'fflate';

/** A SCORM package of one SCO whose page has a button that passes it with 90. */
export function passingPackage(title: string): Uint8Array<ArrayBuffer> {
  const manifest = `<?xml version="1.0"?><manifest identifier="M" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>${title}</title><item identifier="I" identifierref="R"><title>Ujian</title></item></organization></organizations>
<resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="sco.html"/></resources></manifest>`;
  const page = `<!doctype html><html lang="id"><title>Ujian</title><h1>Ujian</h1><button>Lulus</button><script src="sco.js"></script></html>`;
  const script = `parent.API.LMSInitialize('');
document.querySelector('button').onclick = () => {
  parent.API.LMSSetValue('cmi.core.score.raw', '90');
  parent.API.LMSSetValue('cmi.core.score.min', '0');
  parent.API.LMSSetValue('cmi.core.score.max', '100');
  parent.API.LMSSetValue('cmi.core.lesson_status', 'passed');
  parent.API.LMSCommit('');
};
addEventListener('pagehide', () => parent.API.LMSFinish(''));`;
  const files = { 'imsmanifest.xml': manifest, 'sco.html': page, 'sco.js': script };
  return new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}
