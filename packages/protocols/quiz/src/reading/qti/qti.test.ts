import type { XmlElement } from '@sinau/findings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuiz } from '../../checking/parse-quiz.ts';
import { plainText } from '../../rich-text.ts';
import { xml } from '../../testing/xml-tree.ts';
import { pathFrom } from './package-path.ts';
import { isQtiManifest, qtiDocuments, readQti } from './read-qti.ts';

type Attributes = Readonly<Record<string, string>>;
const value = (text: string) => xml('qti-value', {}, text);
const declaration = (given: Attributes, ...content: readonly XmlElement[]) =>
  xml('qti-response-declaration', { identifier: 'R', ...given }, ...content);
const correct = (...values: readonly string[]) => xml('qti-correct-response', {}, ...values.map(value));
const mapping = (entries: Readonly<Record<string, string>>, given: Attributes = {}) =>
  xml(
    'qti-mapping',
    given,
    ...Object.entries(entries).map(([key, mapped]) =>
      xml('qti-map-entry', { 'map-key': key, 'mapped-value': mapped }),
    ),
  );
const template = (name: string) =>
  xml('qti-response-processing', {
    template: `https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${name}`,
  });
const choice = (id: string, ...content: readonly (string | XmlElement)[]) =>
  xml('qti-simple-choice', { identifier: id }, ...content);
const item = (id: string, ...content: readonly XmlElement[]) =>
  xml('qti-assessment-item', { identifier: id, title: `Soal ${id}` }, ...content);
const body = (...content: readonly (string | XmlElement)[]) => xml('qti-item-body', {}, ...content);
const choices = (given: Attributes = {}) =>
  xml(
    'qti-choice-interaction',
    { 'response-identifier': 'R', ...given },
    xml('qti-prompt', {}, 'Yang mana?'),
    choice('A', 'Satu'),
    choice('B', xml('b', {}, 'Dua')),
    choice('C', 'Tiga'),
  );
const single = (id: string) =>
  item(
    id,
    declaration({ cardinality: 'single' }, correct('B')),
    body(xml('p', {}, 'Baca.'), choices()),
    template('match_correct'),
  );

function read(
  root: XmlElement,
  documents: Readonly<Record<string, XmlElement>> = {},
  images: readonly string[] = [],
) {
  return readQti({
    ...{ file: root.name.includes('manifest') ? 'imsmanifest.xml' : 'soal/a.xml', root, title: 'Cadangan' },
    documentOf: (path) => documents[path],
    hasImage: (path) => images.includes(path),
  });
}
const only = (root: XmlElement) => read(root).quiz?.sections[0]?.questions[0];
const codes = (root: XmlElement) => read(root).findings.map(({ code }) => code);

describe('a test that names one item very often', () => {
  const testOf = (href: string, times: number) => {
    const references = Array.from({ length: times }, (_, n) =>
      xml('qti-assessment-item-ref', { identifier: `r${n}`, href }),
    );
    const section = xml('qti-assessment-section', { identifier: 's', title: 'Bagian' }, ...references);
    return xml('qti-assessment-test', { identifier: 't', title: 'Ujian' }, xml('qti-test-part', {}, section));
  };

  it('A6: has it read as often as a quiz has room for, and the rest counted', () => {
    let reads = 0;
    const pictured = item(
      'gambar',
      declaration({ cardinality: 'single' }, correct('B')),
      body(xml('img', { src: 'a.png', alt: 'Peta' }), choices()),
    );
    const { quiz, findings } = readQti({
      ...{ file: 'test.xml', root: testOf('i.xml', 2_000), title: 'Cadangan' },
      documentOf: () => pictured,
      hasImage: () => {
        reads += 1;
        return true;
      },
    });
    const ids = quiz?.sections.flatMap(({ questions }) => questions.map(({ questionId }) => questionId));
    expect(new Set(ids).size).toBe(500);
    expect(reads).toBe(500);
    expect(findings.find(({ code }) => code === 'source.too-many')?.params).toMatchObject({ count: '2000' });
  });

  it('A6: has it read once where it is no question', () => {
    const { findings } = read(testOf('i.xml', 100), { 'soal/i.xml': item('kosong', body()) });
    expect(findings.filter(({ code }) => code === 'source.kind')).toHaveLength(1);
  });
});

describe('items of QTI', () => {
  it('of choice are read in 3.0 and 2.x alike', () => {
    const made = only(single('i1'));
    expect(made).toMatchObject({
      kind: 'choice',
      multiple: false,
      shuffle: false,
      title: 'Soal i1',
      points: 1,
      choices: [{ share: 0 }, { share: 1 }, { share: 0 }],
    });
    expect(plainText(made?.prompt ?? [])).toBe('Baca.\nYang mana?');
    const older = (one: XmlElement): XmlElement => {
      const camel = (name: string) =>
        name.replace(/^qti-/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      const children = one.children.map(older);
      let next = 0;
      return {
        ...one,
        ...{ name: camel(one.name), children },
        attributes: one.attributes.map((attribute) => ({ ...attribute, name: camel(attribute.name) })),
        mixed: (one.mixed ?? []).map((part) =>
          typeof part === 'string' ? part : (children[next++] ?? part),
        ),
      };
    };
    expect(only(older(single('i1')))).toEqual(made);
  });

  it('of several choices go by the mapping, or in parts', () => {
    const mapped = item(
      'm',
      declaration(
        { cardinality: 'multiple' },
        correct('A', 'B'),
        mapping({ A: '1', B: '1', C: '-2' }, { 'default-value': '0' }),
      ),
      body(choices({ shuffle: 'true' })),
      template('map_response.xml'),
    );
    expect(read(mapped).findings).toEqual([]);
    expect(only(mapped)).toMatchObject({
      points: 2,
      shuffle: true,
      choices: [{ share: 0.5 }, { share: 0.5 }, { share: -1 }],
    });
    const matched = item(
      'm',
      declaration({ cardinality: 'multiple' }, correct('A', 'B')),
      body(choices()),
      template('match_correct'),
    );
    expect(only(matched)).toMatchObject({
      multiple: true,
      points: 1,
      choices: [{ share: 0.5 }, { share: 0.5 }, { share: 0 }],
    });
    expect(codes(matched)).toEqual(['source.in-parts']);
  });

  it('keep feedback on a choice apart from its text, and take points from MAXSCORE', () => {
    const made = only(
      item(
        'f',
        declaration({ cardinality: 'single' }, correct('A')),
        xml('qti-outcome-declaration', { identifier: 'MAXSCORE' }, xml('qti-default-value', {}, value('4'))),
        body(
          xml(
            'qti-choice-interaction',
            { 'response-identifier': 'R' },
            choice('A', 'Ya', xml('qti-feedback-inline', {}, 'Tepat')),
            choice('B', 'Tidak'),
          ),
        ),
      ),
    );
    expect(made).toMatchObject({
      points: 4,
      choices: [{ share: 1, feedback: [{ runs: [{ text: 'Tepat' }] }] }, {}],
    });
    expect(made?.kind === 'choice' && made.choices.map(({ text }) => plainText(text))).toEqual([
      'Ya',
      'Tidak',
    ]);
    // Neither choices nor prompt: the title stands for it.
    expect(plainText(made?.prompt ?? [])).toBe('Soal f');
  });

  it('with a gap become short texts and numbers', () => {
    const gap = body(
      xml('p', {}, 'Ibu kota ', xml('qti-text-entry-interaction', { 'response-identifier': 'R' }), '.'),
    );
    const text = only(
      item(
        't',
        declaration({ 'base-type': 'string' }, mapping({ 'Se*marang': '2', Solo: '1' })),
        gap,
        template('map_response'),
      ),
    );
    expect(text).toMatchObject({
      kind: 'short-text',
      points: 2,
      caseSensitive: true,
      answers: [
        { text: 'Se\\*marang', share: 1 },
        { text: 'Solo', share: 0.5 },
      ],
    });
    expect(plainText(text?.prompt ?? [])).toBe('Ibu kota ____.');
    const equal = (mode: string, tolerance: string) =>
      xml('qti-response-processing', {}, xml('qti-equal', { 'tolerance-mode': mode, tolerance }));
    const number = (processing: XmlElement) =>
      only(item('n', declaration({ 'base-type': 'float' }, correct('4.1')), gap, processing));
    expect(number(equal('absolute', '0.5 0.5'))).toMatchObject({
      kind: 'numeric',
      answers: [{ value: 4.1, tolerance: 0.5, share: 1 }],
    });
    expect(number(equal('relative', '10'))).toMatchObject({ answers: [{ tolerance: 0.41 }] });
    expect(number(equal('exact', '3'))).toMatchObject({ answers: [{ tolerance: 0 }] });
  });

  const set = (...ids: readonly string[]) =>
    xml(
      'qti-simple-match-set',
      {},
      ...ids.map((id) => xml('qti-simple-associable-choice', { identifier: id }, id)),
    );
  const match = (pairs: readonly string[], ...sets: readonly XmlElement[]) =>
    item(
      'p',
      declaration({ cardinality: 'multiple', 'base-type': 'directedPair' }, correct(...pairs)),
      body(xml('qti-match-interaction', { 'response-identifier': 'R' }, ...sets)),
    );

  it('of matching pair each source once, whichever set the sources stand in', () => {
    const pairsOf = (root: XmlElement) => {
      const made = only(root);
      if (made?.kind !== 'matching') return undefined;
      return made.sources.map(({ text, targetId }) => [
        plainText(text),
        plainText(made.targets.find(({ id }) => id === targetId)?.text ?? []),
      ]);
    };
    expect(pairsOf(match(['a x', 'b x'], set('a', 'b'), set('x', 'y')))).toEqual([
      ['a', 'x'],
      ['b', 'x'],
    ]);
    expect(pairsOf(match(['x a', 'x b'], set('x', 'y'), set('a', 'b')))).toEqual([
      ['a', 'x'],
      ['b', 'x'],
    ]);
    for (const pairs of [['a x'], ['a x', 'a y', 'b x'], []]) {
      expect(codes(match(pairs, set('a', 'b'), set('x', 'y')))).toEqual(['source.kind', 'source.nothing']);
    }
  });

  it('of ordering stand in the right order, under ids that tell nothing', () => {
    const order = (...ids: readonly string[]) =>
      item(
        'o',
        declaration({ cardinality: 'ordered' }, correct(...ids)),
        body(
          xml(
            'qti-order-interaction',
            { 'response-identifier': 'R' },
            choice('A', 'a'),
            choice('B', 'b'),
            choice('C', 'c'),
          ),
        ),
      );
    const made = only(order('C', 'A', 'B'));
    expect(made?.kind === 'ordering' && made.items.map(({ text }) => plainText(text))).toEqual([
      'c',
      'a',
      'b',
    ]);
    expect(made?.kind === 'ordering' && made.items.every(({ id }) => /^o-[\da-f]{16}$/.test(id))).toBe(true);
    expect(codes(order('A', 'B'))).toEqual(['source.kind', 'source.nothing']);
  });

  it.each([
    ['two interactions', item('x', body(choices(), choices()))],
    ['another interaction', item('x', body(xml('qti-extended-text-interaction')))],
    ['none', item('x', body('Baca.'))],
    ['no body', item('x')],
    ['templates', item('x', xml('qti-template-declaration'), body(choices()))],
    ['steps', xml('qti-assessment-item', { identifier: 'x', adaptive: 'true' }, body(choices()))],
  ])('with %s are left out by name and place', (_, root) => {
    expect(read(root).findings).toMatchObject(
      [
        { code: 'source.nothing', severity: 'error' },
        { code: 'source.kind', severity: 'warning', file: 'soal/a.xml', line: 7, column: 3 },
      ].toReversed(),
    );
  });

  it('tell shared texts, scripts and processing that are not taken', () => {
    const odd = item(
      'x',
      declaration({ cardinality: 'single' }, correct('A')),
      xml('qti-assessment-stimulus-ref', { href: 's.xml' }),
      body(xml('script', {}, 'alert(1)'), xml('math'), choices()),
      xml('qti-response-processing', {}, xml('qti-lookup-outcome-value')),
      xml('qti-modal-feedback', {}, 'Ya'),
    );
    expect(codes(odd).toSorted()).toEqual([
      'qti.processing',
      'qti.stimulus',
      'source.element',
      'source.element',
      'source.feedback',
    ]);
  });
});

describe('a package of QTI', () => {
  const resource = (type: string, href: string) => xml('resource', { type, href });
  const manifest = (...resources: readonly XmlElement[]) =>
    xml('manifest', {}, xml('resources', {}, ...resources));
  const reference = (href: string, ...content: readonly XmlElement[]) =>
    xml('qti-assessment-item-ref', { href }, ...content);
  const test = xml(
    'qti-assessment-test',
    { identifier: 't', title: 'Ujian akhir' },
    xml('qti-time-limits', { 'max-time': '1800' }),
    xml(
      'qti-test-part',
      {},
      xml('qti-item-session-control', { 'max-attempts': '2', 'allow-review': 'false' }),
      xml(
        'qti-assessment-section',
        { title: 'Bagian A' },
        xml('qti-selection', { select: '1' }),
        xml('qti-ordering', { shuffle: 'true' }),
        reference('../soal/1.xml'),
        reference('../soal/2.xml', xml('qti-weight', { value: '3' })),
      ),
      xml(
        'qti-assessment-section',
        { title: 'Luar' },
        xml('qti-branch-rule'),
        xml('qti-assessment-section', {}, reference('../soal/3.xml'), reference('../soal/hilang.xml')),
      ),
    ),
  );
  const documents = {
    'tes/t.xml': test,
    'soal/1.xml': single('1'),
    'soal/2.xml': single('2'),
    'soal/3.xml': single('3'),
  };
  const listed = ['1', '2', '3'].map((n) => resource('imsqti_item_xmlv3p0', `soal/${n}.xml`));

  it('becomes sections, draws and rules of its test', () => {
    const root = manifest(
      ...listed,
      resource('imsqti_test_xmlv3p0', 'tes/t.xml'),
      resource('webcontent', 'a.css'),
    );
    expect(isQtiManifest(root)).toBe(true);
    expect(qtiDocuments(root, 'imsmanifest.xml')).toEqual([
      'tes/t.xml',
      'soal/1.xml',
      'soal/2.xml',
      'soal/3.xml',
    ]);
    const { quiz, findings } = read(root, documents);
    expect(quiz).toMatchObject({
      title: 'Ujian akhir',
      sections: [
        { sectionId: 's1', title: 'Bagian A', pick: 1, questions: [{ points: 1 }, { points: 3 }] },
        { sectionId: 's2', questions: [{ title: 'Soal 3' }] },
      ],
      rules: { timeLimitSeconds: 1800, maxAttempts: 2, review: 'score', shuffleQuestions: true },
    });
    expect(findings).toMatchObject([
      { code: 'qti.missing', file: 'tes/t.xml', params: { href: '../soal/hilang.xml' } },
      { code: 'qti.part', file: 'tes/t.xml', params: { element: 'qti-branch-rule' } },
    ]);
  });

  it('takes for a test what is one, whatever the manifest calls it, and the first of several', () => {
    const root = manifest(
      resource('imsqti_test_xmlv3p0', 'bacaan.xml'),
      resource('imsqti_test_xmlv3p0', 'tes/t.xml'),
      resource('imsqti_test_xmlv3p0', 'tes/u.xml'),
      ...listed,
    );
    const stimulus = xml('qti-assessment-stimulus');
    const { quiz, findings } = read(root, { ...documents, 'bacaan.xml': stimulus, 'tes/u.xml': test });
    expect(quiz?.title).toBe('Ujian akhir');
    expect(findings.slice(0, 2)).toMatchObject([
      { code: 'qti.missing', params: { href: 'bacaan.xml' } },
      { code: 'qti.tests', params: { href: 'tes/u.xml' } },
    ]);
  });

  it('without a test holds all its items in a row, and images that lie in it', () => {
    const picture = item(
      'g',
      declaration({ cardinality: 'single' }, correct('B')),
      body(
        xml('img', { src: '../img/a%20b.png', alt: 'Peta' }),
        xml('img', { src: '../../etc/x.png' }),
        choices(),
      ),
    );
    const root = manifest(
      resource('imsqti_item_xmlv2p2', 'soal/1.xml'),
      resource('imsqti_item_xmlv2p2', 'soal/g.xml'),
    );
    const { quiz, findings } = read(root, { ...documents, 'soal/g.xml': picture }, ['img/a b.png']);
    expect(quiz?.title).toBe('Cadangan');
    expect(quiz?.sections.map(({ questions }) => questions.length)).toEqual([2]);
    expect(quiz?.sections[0]?.questions[1]?.prompt[0]).toEqual({
      type: 'image',
      src: 'img/a b.png',
      alt: 'Peta',
    });
    expect(findings.map(({ code }) => code)).toEqual(['source.image']);
  });

  it('is not a SCORM package, nor one of QTI 1.2', () => {
    expect(isQtiManifest(manifest(resource('webcontent', 'a.html')))).toBe(false);
    expect(isQtiManifest(manifest(resource('imsqti_xmlv1p2/imscc_xmlv1p1/assessment', 'a.xml')))).toBe(false);
  });

  it.each([
    ['../../a.xml', undefined],
    ['/etc/passwd', undefined],
    ['https://evil.example/a.xml', undefined],
    ['javascript:alert(1)', undefined],
    ['..%2f..%2fa.xml', undefined],
    ['..\\..\\a.xml', undefined],
    ['', undefined],
    ['./b/../a%20b.xml?x#y', 'tes/a b.xml'],
    ['%E0%A4%A', 'tes/%E0%A4%A'],
  ])('A8: the address %j stays inside', (href, path) => {
    expect(pathFrom('tes/t.xml', href)).toBe(path);
  });

  it('of any shape gives a quiz that can be taken, or an error, and never throws', () => {
    const names = fc.constantFrom(
      'qti-assessment-item',
      'qti-item-body',
      'qti-choice-interaction',
      'qti-simple-choice',
      'qti-response-declaration',
      'qti-correct-response',
      'qti-value',
      'qti-order-interaction',
      'qti-match-interaction',
      'qti-simple-match-set',
      'qti-text-entry-interaction',
      'qti-mapping',
      'qti-map-entry',
      'qti-assessment-section',
      'qti-test-part',
      'qti-assessment-item-ref',
    );
    const attributes = fc.record({
      identifier: fc.oneof(fc.string(), fc.constantFrom('A', 'B', '__proto__')),
      cardinality: fc.constantFrom('single', 'multiple'),
      'base-type': fc.constantFrom('string', 'float'),
      'map-key': fc.string(),
      'mapped-value': fc.constantFrom('1', '-1', '1e999'),
      href: fc.constantFrom('i.xml', 't.xml'),
    });
    const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
      tree: fc
        .tuple(
          names,
          attributes,
          fc.array(fc.oneof({ maxDepth: 5 }, fc.string(), tie('tree')), { maxLength: 5 }),
        )
        .map(([name, given, content]) => xml(name, given, ...content)),
    }));
    fc.assert(
      fc.property(
        fc.array(tree),
        fc.constantFrom('qti-assessment-item', 'qti-assessment-test', 'manifest'),
        (content, name) => {
          const { quiz, findings } = read(xml(name, {}, ...content), { 'soal/i.xml': single('1') });
          if (quiz) expect(parseQuiz(JSON.parse(JSON.stringify(quiz)))).toMatchObject({ outcome: 'read' });
          else expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
        },
      ),
    );
  });
});
