import { readXml } from '@sinau/platform/xml';
import { readManifest, type ScormCourse } from '@sinau/scorm';

/** Files of a package by name; all of them are text. */
export type PackageFiles = ReadonlyMap<string, string>;

const page = (title: string, more = '') => `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>${title}</title>
<script src="sco.js"></script></head>
<body${more}><main><h1>${title}</h1><p id="seen"></p></main></body></html>`;

/**
 * The least that authoring tools have in common: it looks for the API in its parents, opens its session when it is loaded
 * and closes it when it is left. What the lesson itself would do, tests do through `window.sco`.
 */
const script = `
function find(name) {
  for (let at = window, steps = 0; at && steps < 10; steps += 1) {
    if (at[name]) return at[name];
    if (at.parent === at) return null;
    at = at.parent;
  }
  return null;
}
const newer = find('API_1484_11');
const api = newer || find('API');
const call = (name, ...rest) => {
  const older = { Initialize: 'LMSInitialize', Terminate: 'LMSFinish' }[name] || 'LMS' + name;
  return api[newer ? name : older](...rest);
};
let open = false;
window.sco = {
  atLeaving: {},
  silent: document.body && document.body.dataset.silent === 'true',
  get: (name) => call('GetValue', name),
  set: (values) => Object.entries(values).map(([name, value]) => call('SetValue', name, value)).join(),
  commit: () => call('Commit', ''),
  error: () => call('GetLastError'),
  end: () => {
    open = false;
    return call('Terminate', '');
  },
};
addEventListener('load', () => {
  if (!api) return;
  window.sco.silent = document.body.dataset.silent === 'true';
  open = call('Initialize', '') === 'true';
  const name = newer ? 'cmi.suspend_data' : 'cmi.suspend_data';
  document.getElementById('seen').textContent = 'Data: ' + call('GetValue', name).slice(0, 20);
});
addEventListener('unload', () => {
  if (!open || window.sco.silent) return;
  window.sco.set(window.sco.atLeaving);
  window.sco.end();
});
`;

function filesWith(manifest: string, pages: readonly string[]): PackageFiles {
  return new Map([
    ['imsmanifest.xml', manifest],
    ['sco.js', script],
    ...pages.map((name) => [`${name}.html`, page(`Materi ${name}`)] as const),
    ['diam.html', page('Materi diam', ' data-silent="true"')],
    [
      'bacaan.html',
      '<!doctype html><html lang="id"><title>Bacaan</title><body><h1>Bacaan</h1></body></html>',
    ],
  ]);
}

const resource = (name: string, type: string, kind: 'sco' | 'asset' = 'sco') =>
  `<resource identifier="R-${name}" type="webcontent" adlcp:${type}="${kind}" href="${name}.html"><file href="${name}.html"/></resource>`;

const item12 = (name: string, title: string, more = '') =>
  `<item identifier="I-${name}" identifierref="R-${name}"><title>${title}</title>${more}</item>`;

/** SCORM 1.2: three SCOs, the second and third behind the one before, one of them silent when it is left, and a text. */
export function package12(): PackageFiles {
  const after = (name: string) => `<adlcp:prerequisites type="aicc_script">I-${name}</adlcp:prerequisites>`;
  const manifest = `<?xml version="1.0"?>
<manifest identifier="M12" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>Etika pelayanan</title>
${item12('satu', 'Pengantar')}
<item identifier="I-bab"><title>Bab inti</title>
${item12('dua', 'Kasus &amp; latihan', `${after('satu')}<adlcp:masteryscore>80</adlcp:masteryscore>`)}
${item12('diam', 'Ringkasan', after('dua'))}
</item>
${item12('bacaan', 'Bacaan')}
</organization></organizations>
<resources>${resource('satu', 'scormtype')}${resource('dua', 'scormtype')}${resource('diam', 'scormtype')}${resource('bacaan', 'scormtype', 'asset')}</resources>
</manifest>`;
  return filesWith(manifest, ['satu', 'dua']);
}

function manifest2004(items: string, sequencing: string, pages: readonly string[]): string {
  return `<?xml version="1.0"?>
<manifest identifier="M04" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
 xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>Layanan digital</title>
${items}
<imsss:sequencing>${sequencing}</imsss:sequencing></organization></organizations>
<resources>${pages.map((name) => resource(name, 'scormType')).join('')}</resources>
</manifest>`;
}

const item2004 = (name: string, title: string, sequencing = '') =>
  `<item identifier="I-${name}" identifierref="R-${name}"><title>${title}</title>${sequencing && `<imsss:sequencing>${sequencing}</imsss:sequencing>`}</item>`;

/** SCORM 2004: one SCO, as most packages are. */
export function single2004(): PackageFiles {
  const pages = ['satu'];
  return filesWith(
    manifest2004(item2004('satu', 'Materi tunggal'), '<imsss:controlMode choice="true" flow="true"/>', pages),
    pages,
  );
}

/** SCORM 2004: each part opens when the one before is passed. */
export function forced2004(): PackageFiles {
  const pages = ['satu', 'dua', 'tiga'];
  const step = (name: string, title: string, before?: string) => {
    const own = `<imsss:primaryObjective objectiveID="${name}-selesai"><imsss:mapInfo targetObjectiveID="g-${name}" readSatisfiedStatus="false" readNormalizedMeasure="false" writeSatisfiedStatus="true"/></imsss:primaryObjective>`;
    const read = `<imsss:objective objectiveID="sebelum"><imsss:mapInfo targetObjectiveID="g-${before}" readSatisfiedStatus="true"/></imsss:objective>`;
    const gate = `<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions conditionCombination="any">
<imsss:ruleCondition referencedObjective="sebelum" operator="not" condition="satisfied"/>
<imsss:ruleCondition referencedObjective="sebelum" operator="not" condition="objectiveStatusKnown"/>
</imsss:ruleConditions><imsss:ruleAction action="disabled"/></imsss:preConditionRule></imsss:sequencingRules>`;
    return item2004(
      name,
      title,
      `${before ? gate : ''}<imsss:objectives>${own}${before ? read : ''}</imsss:objectives>`,
    );
  };
  const items = [step('satu', 'Dasar'), step('dua', 'Lanjutan', 'satu'), step('tiga', 'Penutup', 'dua')].join(
    '',
  );
  return filesWith(manifest2004(items, '<imsss:controlMode choice="true" flow="true"/>', pages), pages);
}

/** SCORM 2004: who fails the test is led through lesson and test again, who passes to the end. */
export function remediation2004(): PackageFiles {
  const pages = ['satu', 'dua', 'tiga'];
  const test = `<imsss:sequencingRules>
<imsss:postConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="satisfied"/></imsss:ruleConditions><imsss:ruleAction action="exitParent"/></imsss:postConditionRule>
<imsss:postConditionRule><imsss:ruleConditions conditionCombination="any"><imsss:ruleCondition operator="not" condition="satisfied"/></imsss:ruleConditions><imsss:ruleAction action="retryAll"/></imsss:postConditionRule>
</imsss:sequencingRules><imsss:objectives><imsss:primaryObjective objectiveID="uji" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>`;
  const round = `<item identifier="I-putaran"><title>Putaran</title>${item2004('satu', 'Pelajaran')}${item2004('dua', 'Ujian', test)}
<imsss:sequencing><imsss:controlMode choice="false" flow="true"/></imsss:sequencing></item>`;
  const items = `${round}${item2004('tiga', 'Penutup')}`;
  return filesWith(manifest2004(items, '<imsss:controlMode choice="false" flow="true"/>', pages), pages);
}

/** What the import reads from a package; throws what it would refuse. */
export function readCourse(files: PackageFiles): ScormCourse {
  const xml = new TextEncoder().encode(files.get('imsmanifest.xml') ?? '');
  const { course, findings } = readManifest(readXml(xml, { maxBytes: 1_000_000 }), {
    files: new Set(files.keys()),
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (!course || errors.length > 0) throw new Error(errors.map(({ message }) => message.en).join('\n'));
  return course;
}
