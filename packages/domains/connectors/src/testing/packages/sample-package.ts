import { craftZip } from '@sinau/platform/testing';

/** Files of a package by their names without `.csv`: heads, and lines under them. */
export type FakePackage = Readonly<Record<string, readonly string[]>>;

const term = ['term-1,,,Ganjil,term,2026-08-01,2026-12-31,,2026'];
const ids = 'sourcedId,status,dateLastModified';

/** Some classes of a university, each of its own course, with the columns of OneRoster 1.2. */
export function samplePackage(classes = 3): FakePackage {
  const numbers = Array.from({ length: classes }, (_, n) => n + 1);
  return {
    orgs: [`${ids},name,type,identifier,parentSourcedId`, 'org-1,,,Universitas Contoh,school,,'],
    academicSessions: [`${ids},title,type,startDate,endDate,parentSourcedId,schoolYear`, ...term],
    courses: [
      `${ids},schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes,metadata.jp,metadata.deskripsi`,
      ...numbers.map((n) => `course-${n},,,,Mata kuliah ${n},MK${n},,org-1,,,40,"Tata naskah, bagian ${n}"`),
    ],
    classes: [
      `${ids},title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods`,
      ...numbers.map((n) => `class-${n},,,Kelas ${n},,course-${n},,scheduled,,org-1,term-1,,,`),
    ],
  };
}

/** The package as a university uploads it. `manifest`: lines in place of those that fit. */
export function packageBytes(
  files: FakePackage,
  given: {
    readonly mode?: 'bulk' | 'delta';
    readonly version?: '1.1' | '1.2';
    readonly manifest?: readonly string[];
    readonly folder?: string;
  } = {},
): Uint8Array {
  const { mode = 'bulk', version = '1.2', folder = '' } = given;
  const manifest = given.manifest ?? [
    ...[
      'propertyName,value',
      'manifest.version,1.0',
      `oneroster.version,${version}`,
      'file.demographics,absent',
    ],
    ...Object.keys(files).map((name) => `file.${name},${mode}`),
    'source.systemName,SIAKAD Contoh',
  ];
  const entries = Object.entries({ manifest, ...files });
  return craftZip(
    entries.map(([name, lines]) => ({
      name: `${folder}${name}.csv`,
      data: Buffer.from(`${lines.join('\r\n')}\r\n`),
    })),
  );
}
