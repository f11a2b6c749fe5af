import { readCourseStructure } from '@sinau/cmi5';
import type { Dispatch, DispatchCourse } from '@sinau/dispatch';
import type { LanguageMap, ProviderId } from '@sinau/kernel';
import { readXml } from '@sinau/platform/xml';
import { readManifest } from '@sinau/scorm';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildDispatchPackage, packageName } from './dispatch-package.ts';

const dispatch: Dispatch = {
  ...{ dispatchId: '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b', courseId: 'c1', providerId: 'p1' as ProviderId },
  ...{ name: 'LMS Kóta & "Kab."', notes: 'rahasia penyedia', enabled: true, keyVersion: 1, started: 0 },
  ...{ finished: 0, createdAt: '2026-03-02T01:00:00.000Z', rev: 1 },
};

function unpacked(format: 'scorm12' | 'cmi5', title: LanguageMap = { id: 'Etika', en: 'Ethics' }) {
  const course: DispatchCourse = { providerId: 'p1' as ProviderId, title, description: {} };
  const made = { dispatch, course, key: 'kunci', portalOrigin: 'https://sinau.example', format };
  const files = unzipSync(buildDispatchPackage({ ...made, script: 'run()' }));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
const parsed = (xml: string | undefined) => readXml(new TextEncoder().encode(xml ?? ''), { maxBytes: 1e6 });
const hostile = { id: '</title><script>alert(1)</script> & "\u0000]]>', 'x"y': '<b>' };

describe('the package for another system', () => {
  it.each([{ id: 'Etika', en: 'Ethics' }, hostile, {}])('is a SCORM package without a fault: %j', (title) => {
    const files = unpacked('scorm12', title as LanguageMap);
    const names = new Set(Object.keys(files));
    const { course, findings } = readManifest(parsed(files['imsmanifest.xml']), { files: names });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(course?.organizations).toHaveLength(1);
  });

  it.each([{ id: 'Etika', en: 'Ethics' }, hostile, {}])('is a cmi5 package without a fault: %j', (title) => {
    const files = unpacked('cmi5', title as LanguageMap);
    const rules = { packaged: true, files: new Set(Object.keys(files)), allowedOrigins: [] };
    const { structure, findings } = readCourseStructure(parsed(files['cmi5.xml']), rules);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(structure?.aus).toMatchObject([{ moveOn: 'Completed', file: 'index.html' }]);
  });

  it('F5: holds the key and the title and nothing of its provider’s, and no title becomes markup', () => {
    const page = unpacked('scorm12', hostile)['index.html'] ?? '';
    expect(page).not.toContain('<script>alert');
    const config = JSON.parse(/id="dispatch">([^<]*)</.exec(page)?.[1] ?? '');
    expect(config).toMatchObject({
      portal: 'https://sinau.example',
      key: 'kunci',
      dispatchId: dispatch.dispatchId,
    });
    expect(JSON.stringify(unpacked('cmi5'))).not.toMatch(/rahasia|p1/);
    expect(page).not.toMatch(/src="https?:|href="https?:/);
  });

  it('has a name that no header or folder trips over', () => {
    expect(packageName({ dispatch, format: 'cmi5' })).toBe('lms-kota-kab-cmi5.zip');
    expect(packageName({ dispatch: { ...dispatch, name: '学習"\r\n' }, format: 'scorm12' })).toBe(
      'kursus-scorm12.zip',
    );
  });
});
