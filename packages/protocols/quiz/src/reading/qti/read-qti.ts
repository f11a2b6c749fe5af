import type { XmlElement } from '@sinau/findings';
import { type Question, quizLimits } from '../../model.ts';
import {
  createGathering,
  type Gathering,
  gatherQuiz,
  type Place,
  type QuizReading,
  titleOf,
} from '../gather.ts';
import { idMaker } from '../stable-id.ts';
import { pathFrom } from './package-path.ts';
import { attributeOf, childOf, childrenOf, nameOf } from './qti-names.ts';
import { readQtiItem } from './read-qti-item.ts';
import { readQtiTest } from './read-qti-test.ts';

/** What the documents of a package are read with. */
export interface QtiSource {
  /** Name of the document that is read first: a manifest, a test or an item. */
  readonly file: string;
  readonly root: XmlElement;
  /** For a quiz that has no title of its own. */
  readonly title: string;
  /** Another document of the package, by its name in it. */
  readonly documentOf: (path: string) => XmlElement | undefined;
  /** Whether the package has an image of that name. */
  readonly hasImage: (path: string) => boolean;
}

const itemType = /^imsqti_item_/i;
const testType = /^imsqti_(?:test|assessment)_/i;

/** True for a manifest that lists items or tests of QTI 2.x or 3.0. */
export function isQtiManifest(root: XmlElement): boolean {
  return (
    nameOf(root) === 'manifest' && resourcesOf(root, itemType).length + resourcesOf(root, testType).length > 0
  );
}

export const isQtiItem = (rootName: string): boolean => nameOf({ name: rootName }) === 'assessmentitem';

/** Names of the documents that a manifest lists: tests first, then items. */
export function qtiDocuments(root: XmlElement, file: string): readonly string[] {
  const resources = [...resourcesOf(root, testType), ...resourcesOf(root, itemType)];
  return [...new Set(resources.flatMap((one) => pathFrom(file, attributeOf(one, 'href')) ?? []))];
}

/** A quiz of QTI: the first test of the package, or all its items in a row. Never throws. */
export function readQti(source: QtiSource): QuizReading {
  const gathering = createGathering(source.file);
  const reading: Reading = { ...source, gathering, newId: idMaker('q-'), taken: newTaken() };
  const quiz = quizOf(reading);
  return { ...(quiz && { quiz }), findings: gathering.findings };
}

interface Reading extends QtiSource {
  readonly gathering: Gathering;
  readonly newId: (text: string) => string;
  readonly taken: Taken;
}

/** A test may name one item as often as it likes: what a quiz has no room for is counted, and what is no question is read once. */
interface Taken {
  questions: number;
  unread: number;
  readonly unfit: Set<string>;
}

const newTaken = (): Taken => ({ questions: 0, unread: 0, unfit: new Set() });

function quizOf(reading: Reading) {
  const { root, gathering, file, title } = reading;
  const name = nameOf(root);
  if (name === 'assessmenttest') return quizOfTest(reading, { file, root });
  if (name === 'assessmentitem') {
    const question = itemAt(reading, { path: file, item: root, weight: 1 });
    return gathered(reading, { title: question?.title ?? title, questions: question ? [question] : [] });
  }
  if (name !== 'manifest') {
    gathering.report({ code: 'source.other-root', at: root, params: { expected: 'QTI' } });
    return undefined;
  }
  const [test, other] = testsOf(reading);
  if (other) gathering.report({ code: 'qti.tests', at: other.at, params: { href: other.file } });
  if (test) return quizOfTest(reading, test);
  const questions = resourcesOf(root, itemType).flatMap((one) =>
    itemOf(reading, { base: file, href: attributeOf(one, 'href'), at: one, weight: 1 }),
  );
  return gathered(reading, { title: titleOfManifest(root) || title, questions });
}

/** Documents that the manifest calls tests and that are some. */
function testsOf({ root, file, documentOf, gathering }: Reading) {
  return resourcesOf(root, testType).flatMap((at) => {
    const href = attributeOf(at, 'href');
    const path = pathFrom(file, href);
    const document = path === undefined ? undefined : documentOf(path);
    if (path !== undefined && document && nameOf(document) === 'assessmenttest') {
      return [{ file: path, root: document, at }];
    }
    gathering.report({ code: 'qti.missing', at, params: { href } });
    return [];
  });
}

function gathered(
  { gathering, root, taken }: Reading,
  made: { readonly title: string; readonly questions: readonly Question[] },
) {
  const { title, questions } = made;
  return gatherQuiz(gathering, {
    title: titleOf(title, 'QTI'),
    sections: [{ sectionId: 's1', questions }],
    at: root,
    unread: taken.unread,
  });
}

function quizOfTest(reading: Reading, { file, root }: { readonly file: string; readonly root: XmlElement }) {
  const gathering = within(reading.gathering, file);
  const test = readQtiTest(gathering, root, (reference, weight) => {
    const href = attributeOf(reference, 'href');
    return itemOf({ ...reading, gathering }, { base: file, href, at: reference, weight })[0];
  });
  return gatherQuiz(gathering, { ...test, at: root, unread: reading.taken.unread });
}

/** Findings of another document of the package. */
const within = ({ report }: Gathering, file: string): Gathering => ({
  file,
  report: (said) => report({ file, ...said }),
});

function itemOf(
  reading: Reading,
  wanted: { readonly base: string; readonly href: string; readonly at: Place; readonly weight: number },
): readonly Question[] {
  const path = pathFrom(wanted.base, wanted.href);
  const item = path === undefined ? undefined : reading.documentOf(path);
  if (path === undefined || !item || nameOf(item) !== 'assessmentitem') {
    tellMissing(reading.gathering, wanted.href, wanted.at);
    return [];
  }
  const { taken } = reading;
  if (taken.unfit.has(path)) return [];
  if (taken.questions === quizLimits.questions) {
    taken.unread += 1;
    return [];
  }
  const question = itemAt(reading, { path, item, weight: wanted.weight });
  if (question) taken.questions += 1;
  else taken.unfit.add(path);
  return question ? [question] : [];
}

function itemAt(
  { gathering, newId, hasImage }: Reading,
  { path, item, weight }: { readonly path: string; readonly item: XmlElement; readonly weight: number },
): Question | undefined {
  const imageOf = (src: string) => {
    const image = pathFrom(path, src);
    return image !== undefined && hasImage(image) ? image : undefined;
  };
  return readQtiItem({ ...within(gathering, path), imageOf, newId, weight }, item);
}

function tellMissing(gathering: Gathering, href: string, at: Place): void {
  gathering.report({ code: 'qti.missing', at, params: { href } });
}

function resourcesOf(manifest: XmlElement, type: RegExp): readonly XmlElement[] {
  return childrenOf(childOf(manifest, 'resources'), 'resource').filter((one) =>
    type.test(attributeOf(one, 'type')),
  );
}

/** Of the metadata, in whatever wrapping (LOM). */
function titleOfManifest(manifest: XmlElement): string {
  const title = childOf(childOf(childOf(childOf(manifest, 'metadata'), 'lom'), 'general'), 'title');
  return title?.children[0]?.text.trim() || (title?.text.trim() ?? '');
}
