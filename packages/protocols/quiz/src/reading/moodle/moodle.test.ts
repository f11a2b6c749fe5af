import type { XmlElement } from '@sinau/findings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuiz } from '../../checking/parse-quiz.ts';
import type { Question } from '../../model.ts';
import { plainText, textOf } from '../../rich-text.ts';
import { xml } from '../../testing/xml-tree.ts';
import { readMoodleXml } from './read-moodle-xml.ts';

const text = (name: string, value: string, ...more: readonly XmlElement[]) =>
  xml(name, { format: 'html' }, xml('text', {}, value), ...more);
const answer = (fraction: string, value: string, ...more: readonly XmlElement[]) =>
  xml('answer', { fraction, format: 'html' }, xml('text', {}, value), ...more);
const question = (type: string, ...content: readonly XmlElement[]) =>
  xml('question', { type }, text('name', `Soal ${type}`), text('questiontext', '<p>Apa?</p>'), ...content);
const category = (path: string) =>
  xml('question', { type: 'category' }, xml('category', {}, xml('text', {}, path)));
const quiz = (...content: readonly XmlElement[]) => xml('quiz', {}, ...content);
const read = (root: XmlElement) => readMoodleXml(root, { file: 'soal.xml', title: 'Ujian' });
const only = (...content: readonly XmlElement[]): Question | undefined =>
  read(quiz(...content)).quiz?.sections[0]?.questions[0];
const codes = (root: XmlElement) => read(root).findings.map(({ code }) => code);

const yes = answer('100', 'Ya');
const no = answer('0', 'Tidak');
const plain = question('multichoice', yes, no);

/** 1 × 1 pixel. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('questions of Moodle', () => {
  it('of one choice keep shares, feedback and explanation', () => {
    const made = only(
      question(
        'multichoice',
        text('generalfeedback', 'Sebab <i>begitu</i>.'),
        xml('defaultgrade', {}, '2.0000000'),
        xml('single', {}, 'true'),
        xml('shuffleanswers', {}, '0'),
        answer('100', '<b>Ya</b>', text('feedback', 'Benar')),
        answer('-50', 'Tidak'),
      ),
    );
    expect(made).toMatchObject({
      ...{ kind: 'choice', multiple: false, shuffle: false, points: 2, title: 'Soal multichoice' },
      prompt: textOf('Apa?'),
      choices: [
        {
          text: [{ type: 'paragraph', runs: [{ text: 'Ya', strong: true }] }],
          share: 1,
          feedback: textOf('Benar'),
        },
        { text: textOf('Tidak'), share: -0.5 },
      ],
    });
    expect(plainText(made?.explanation ?? [])).toBe('Sebab begitu.');
  });

  it('of several choices make one whole of thirds, and are fitted where they do not', () => {
    const several = (...fractions: readonly string[]) =>
      question(
        'multichoice',
        xml('single', {}, 'false'),
        ...fractions.map((one, n) => answer(one, `Pilihan ${n}`)),
      );
    const thirds = read(quiz(several('33.33333', '33.33333', '33.33333', '-100')));
    expect(thirds.findings).toEqual([]);
    const uneven = read(quiz(several('40', '40', '0')));
    expect(uneven.quiz?.sections[0]?.questions[0]).toMatchObject({
      choices: [{ share: 0.5 }, { share: 0.5 }, { share: 0 }],
    });
    expect(uneven.findings).toMatchObject([{ code: 'source.shares', file: 'soal.xml', line: 7, column: 3 }]);
  });

  it('of true and false, short text and numbers', () => {
    expect(only(question('truefalse', answer('0', 'true'), answer('100', 'false')))).toMatchObject({
      trueFalse: true,
      choices: [
        { id: 'true', share: 0 },
        { id: 'false', share: 1 },
      ],
    });
    expect(
      only(
        question(
          'shortanswer',
          xml('usecase', {}, '1'),
          answer('100', '*Hatta'),
          answer('50', 'Bung *'),
          answer('0', 'x'),
        ),
      ),
    ).toMatchObject({
      ...{ kind: 'short-text', caseSensitive: true },
      answers: [
        { text: '*Hatta', share: 1 },
        { text: 'Bung *', share: 0.5 },
      ],
    });
    const units = xml(
      'units',
      {},
      xml('unit', {}, xml('multiplier', {}, '1000'), xml('unit_name', {}, 'm')),
      xml('unit', {}, xml('multiplier', {}, '1'), xml('unit_name', {}, 'km')),
    );
    const numeric = quiz(
      question('numerical', answer('100', '3.14', xml('tolerance', {}, '0.01')), answer('0', '*'), units),
    );
    expect(read(numeric).quiz?.sections[0]?.questions).toMatchObject([
      { kind: 'numeric', unit: 'km', answers: [{ value: 3.14, tolerance: 0.01, share: 1 }] },
    ]);
    expect(codes(numeric)).toEqual(['source.units']);
  });

  it('of matching share equal answers, and take an answer without a question as one that fits nothing', () => {
    const pair = (left: string, right: string) =>
      xml(
        'subquestion',
        { format: 'html' },
        xml('text', {}, left),
        xml('answer', {}, xml('text', {}, right)),
      );
    const made = only(
      question(
        'matching',
        pair('Solo', 'Jawa'),
        pair('Medan', 'Sumatra'),
        pair('Malang', 'Jawa'),
        pair('', 'Bali'),
      ),
    );
    if (made?.kind !== 'matching') throw new Error('no matching');
    expect(made.targets.map((one) => plainText(one.text))).toEqual(['Jawa', 'Sumatra', 'Bali']);
    const [solo, medan, malang] = made.sources;
    expect(solo?.targetId).toBe(malang?.targetId);
    expect(solo?.targetId).not.toBe(medan?.targetId);
  });

  it('of ordering go by the places of their answers, and their ids tell nothing of it', () => {
    const made = only(
      question('ordering', answer('2.0000000', 'B'), answer('1.0000000', 'A'), answer('3', 'C')),
    );
    if (made?.kind !== 'ordering') throw new Error('no ordering');
    expect(made.items.map((one) => plainText(one.text))).toEqual(['A', 'B', 'C']);
    for (const { id } of made.items) expect(id).toMatch(/^i-[\da-f]{16}$/);
  });

  it('keep their ids in the next export, and the author’s own number before all', () => {
    const before = only(plain);
    expect(only(category('$course$/top/Lain'), question('essay'), plain)?.questionId).toBe(
      before?.questionId,
    );
    const numbered = (name: string) =>
      only(
        xml(
          'question',
          { type: 'truefalse' },
          text('name', name),
          text('questiontext', name),
          xml('idnumber', {}, 'A1'),
          answer('100', 'true'),
        ),
      );
    expect(numbered('lama')?.questionId).toBe(numbered('baru')?.questionId);
    const twice = read(quiz(plain, plain)).quiz;
    expect(new Set(twice?.sections[0]?.questions.map(({ questionId }) => questionId)).size).toBe(2);
  });

  it('stand in a section for each category', () => {
    const made = read(
      quiz(plain, category('$course$/top/Etika//Moral/Bab 1'), plain, category('$course$/top'), plain),
    ).quiz;
    expect(made?.sections.map(({ title, questions }) => [title, questions.length])).toEqual([
      [undefined, 2],
      ['Bab 1', 1],
    ]);
    expect(made?.title).toBe('Ujian');
  });
});

describe('what is left out of an export of Moodle', () => {
  it.each(['essay', 'cloze', 'calculated', 'ddwtos', 'gapselect', 'description', 'random', '__proto__', ''])(
    'a question of the kind %j is named, the others stay',
    (kind) => {
      const { quiz: made, findings } = read(quiz(question(kind), plain));
      expect(made?.sections[0]?.questions).toHaveLength(1);
      expect(findings).toMatchObject([
        {
          severity: 'warning',
          code: 'source.kind',
          params: { question: `Soal ${kind}`.trim(), kind },
          line: 7,
          column: 3,
        },
      ]);
    },
  );

  it.each([
    ['without a right answer', question('multichoice', no, answer('0', 'x'))],
    ['of one choice', question('multichoice', yes)],
    ['without a number', question('numerical', answer('100', '*'))],
    ['without pairs', question('matching')],
    ['with a choice without words', question('multichoice', yes, answer('0', ''))],
  ])('a question %s is named with the reason', (_, broken) => {
    const { quiz: made, findings } = read(quiz(broken, plain));
    expect(made?.sections[0]?.questions).toHaveLength(1);
    expect(findings.map(({ code }) => code)).toEqual(['source.unusable']);
    expect(findings[0]?.message.id).toMatch(/dilewati: .{10}/);
  });

  it('hidden questions, hints, feedback by result and points that cannot be are told', () => {
    expect(
      codes(
        quiz(
          question('multichoice', xml('hidden', {}, '1'), yes, no),
          question(
            'multichoice',
            xml('defaultgrade', {}, '0'),
            text('hint', 'Ingat'),
            text('correctfeedback', 'Hebat'),
            yes,
            no,
          ),
        ),
      ),
    ).toEqual(['source.hidden', 'source.points', 'source.tries', 'source.feedback']);
  });

  it('more questions than a quiz may have are not read, and counted', () => {
    const { quiz: made, findings } = read(quiz(...Array.from({ length: 503 }, () => plain)));
    expect(made?.sections[0]?.questions).toHaveLength(500);
    expect(findings).toMatchObject([{ code: 'source.too-many', params: { limit: '500', count: '503' } }]);
  });

  it('nothing falls away when there are more categories than a quiz may have sections', () => {
    const many = Array.from({ length: 60 }, (_, n) => [category(`$course$/top/K${n}`), plain]).flat();
    const made = read(quiz(...many)).quiz;
    expect(made?.sections).toHaveLength(50);
    expect(made?.sections.map(({ questions }) => questions.length).slice(-2)).toEqual([1, 11]);
  });

  it('nothing that can be used is an error', () => {
    expect(read(quiz(question('essay')))).not.toHaveProperty('quiz');
    expect(codes(quiz())).toEqual(['source.nothing']);
    expect(codes(xml('course'))).toEqual(['source.other-root']);
  });
});

describe('images of Moodle', () => {
  const withImage = (src: string, ...files: readonly XmlElement[]) =>
    xml(
      'question',
      { type: 'multichoice' },
      text('name', 'G'),
      text('questiontext', `<p>Apa?</p><img src="${src}" alt="Peta">`, ...files),
      yes,
      no,
    );
  const file = (name: string, data: string) => xml('file', { name, path: '/', encoding: 'base64' }, data);

  it('that lie in the document become files, each once, by their content', () => {
    const {
      quiz: made,
      images,
      findings,
    } = read(
      quiz(
        withImage('@@PLUGINFILE@@/peta%20baru.svg', file('peta baru.svg', png)),
        withImage(`data:image/png;base64,${png}`),
      ),
    );
    expect(findings).toEqual([]);
    const [name] = images.keys();
    expect([...images.values()].map(({ contentType, bytes }) => [contentType, bytes.length])).toEqual([
      ['image/png', 70],
    ]);
    expect(name).toMatch(/^images\/[\da-f]{16}\.png$/);
    for (const one of made?.sections[0]?.questions ?? []) {
      expect(one.prompt.at(-1)).toEqual({ type: 'image', src: name, alt: 'Peta' });
    }
  });

  it.each([
    ['is an SVG', '@@PLUGINFILE@@/a.png', btoa('<svg onload="alert(1)"/>')],
    ['is not there', '@@PLUGINFILE@@/b.png', png],
    ['lies elsewhere', 'https://contoh.go.id/a.png', png],
    ['is no base64', '@@PLUGINFILE@@/a.png', '%%%'],
    ['has a broken name', '@@PLUGINFILE@@/%E0%A4%A', png],
  ])('are left out when one %s', (_, src, data) => {
    const { images, findings } = read(quiz(withImage(src, file('a.png', data))));
    expect(images.size).toBe(0);
    expect(findings.map(({ code }) => code)).toEqual(['source.image']);
  });
});

describe('any document', () => {
  it('gives a quiz that can be taken, or an error, and never throws', () => {
    const names = fc.constantFrom(
      'question',
      'answer',
      'text',
      'name',
      'questiontext',
      'subquestion',
      'units',
      'unit',
      'feedback',
      'file',
      'category',
    );
    const attributes = fc.record({
      type: fc.constantFrom(
        'multichoice',
        'truefalse',
        'numerical',
        'matching',
        'ordering',
        'shortanswer',
        'category',
      ),
      fraction: fc.oneof(fc.string(), fc.constantFrom('100', '1e999', '-1', '50')),
      format: fc.constantFrom('html', 'markdown', 'x'),
    });
    const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
      tree: fc
        .tuple(
          names,
          attributes,
          fc.array(fc.oneof({ maxDepth: 4 }, fc.string(), tie('tree')), { maxLength: 6 }),
        )
        .map(([name, given, content]) => xml(name, given, ...content)),
    }));
    fc.assert(
      fc.property(fc.array(tree), (content) => {
        const { quiz: made, findings } = read(quiz(...content));
        if (made) expect(parseQuiz(JSON.parse(JSON.stringify(made)))).toMatchObject({ outcome: 'read' });
        else expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
      }),
    );
  });
});
