import { readXml } from '@sinau/platform/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTincan } from './read-tincan.ts';

const files = new Set(['index.html', 'story/mulai.html', 'Bab 1.html']);
const activity = (inner = '<launch lang="id">index.html</launch>', id = 'https://p.example/t') =>
  `<activity id="${id}" type="http://adlnet.gov/expapi/activities/course">${inner}</activity>`;
const tincan = (activities = activity()) =>
  `<?xml version="1.0"?>\n<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>\n${activities}</activities></tincan>`;
const read = (xml: string) => readTincan(readXml(new TextEncoder().encode(xml), { maxBytes: 1e6 }), files);
const codesOf = (xml: string) => read(xml).findings.map(({ code }) => code);
const launch = (href: string) => tincan(activity(`<launch>${href}</launch>`));

describe('readTincan', () => {
  it('reads the activity to open, in all its words, and leaves the others to reports', () => {
    const words =
      '<name lang="id">Etika</name><name xml:lang="en-US">Ethics</name><description>Isi</description>';
    const other = activity('<name>Bab</name>', 'https://p.example/t/bab');
    expect(
      read(tincan(`${activity(`${words}<launch lang="">story/mulai.html?a=1#b</launch>`)}${other}`)),
    ).toEqual({
      findings: [],
      activity: {
        id: 'https://p.example/t',
        title: { id: 'Etika', 'en-US': 'Ethics' },
        description: { und: 'Isi' },
        file: 'story/mulai.html',
        query: '?a=1#b',
      },
    });
  });

  it('opens the page in the first language of ours', () => {
    const two = '<launch lang="en">Bab 1.html</launch><launch lang="id-ID">index.html</launch>';
    expect(read(tincan(activity(two))).activity?.file).toBe('index.html');
  });

  it.each([
    ['another document', '<manifest/>', 'tincan.root'],
    ['no activity', tincan(' '), 'tincan.no-activity'],
    ['nothing to open', tincan(activity('<name>x</name>')), 'launch.none'],
    ['two pages to open', tincan(activity() + activity(undefined, 'https://p.example/u')), 'launch.several'],
    ['an id that is none', tincan(activity(undefined, 'kursus 1')), 'activity.id'],
    ['no id', tincan('<activity><launch>index.html</launch></activity>'), 'activity.id'],
    ['a page elsewhere', launch('https://p.example/index.html'), 'path.remote'],
    ['a script', launch('javascript:alert(1)'), 'path.scheme'],
    ['a way out', launch('../index.html'), 'path.outside'],
    ['an absolute path', launch('/index.html'), 'path.absolute'],
    ['a page that is not there', launch('lain.html'), 'path.missing'],
    ['an address without end', launch(`index.html?${'a'.repeat(3000)}`), 'path.syntax'],
    ['broken XML', '<tincan', 'xml.malformed'],
    ['a document type', `<!DOCTYPE a>${tincan()}`, 'xml.doctype'],
  ])('refuses %s, by name', (_, xml, code) => {
    const { activity: found, findings } = read(xml);
    expect(found).toBeUndefined();
    expect(findings.map((one) => one.code)).toContain(code);
  });

  it.each([
    ['letter case', launch('INDEX.html'), ['path.letter-case']],
    ['a backslash', launch('story\\mulai.html'), ['path.backslash']],
    [
      'an id of a report alone',
      tincan(activity() + activity('<name>x</name>', 'bab')),
      ['activity.id-ignored'],
    ],
    ['one activity twice', tincan(activity() + activity('<name>x</name>')), ['activity.twice']],
  ])('warns of %s', (_, xml, codes) => {
    expect(read(xml).activity).toBeDefined();
    expect(codesOf(xml)).toEqual(codes);
  });

  it('names the line and column of what is wrong', () => {
    expect(read(launch('lain.html')).findings[0]).toMatchObject({ file: 'tincan.xml', line: 3 });
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (href, id) => {
        const name = { namespace: '', line: 1, column: 1 };
        const leaf = { ...name, name: 'launch', attributes: [], children: [], text: href };
        const one = {
          ...name,
          ...{
            name: 'activity',
            attributes: [{ ...name, name: 'id', value: id }],
            children: [leaf],
            text: '',
          },
        };
        const list = { ...name, name: 'activities', attributes: [], children: [one], text: '' };
        const root = { ...name, name: 'tincan', attributes: [], children: [list], text: '' };
        const { activity: found, findings } = readTincan({ root, findings: [] }, files);
        expect(found !== undefined || findings.length > 0).toBe(true);
      }),
    );
  });
});
