import type { Au, AuNode, Block, CourseStructure, MoveOn, Objective, StructureNode } from '@sinau/cmi5';
import { type LanguageMap, Unavailable } from '@sinau/kernel';
import { type Elsewhere, elsewhereParameters } from '@sinau/lti';
import { mediaLaunchParameters } from '@sinau/media';
import { type QuizRules, quizLaunchParameters } from '@sinau/quiz';
import type { CourseId } from './course.ts';
import { NotPublishable } from './errors.ts';
import type { CourseModule, PackageContent } from './module.ts';
import type { ContentRoom } from './ports.ts';

export interface StructureDeps {
  readonly content: Pick<ContentRoom, 'readPackage'>;
  /** Prefix of the ids this deployment gives to what nobody else named; an absolute IRI without trailing slash. */
  readonly activityBase: string;
}

export interface StructureInput {
  readonly courseId: CourseId;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly modules: readonly CourseModule[];
}

/**
 * True when a version is one cmi5 package and nothing else: then its structure is the publisher's own, with the
 * publisher's ids, and lies beside the files of the package.
 */
export function isBarePackage(modules: readonly CourseModule[]): boolean {
  const [only, ...others] = modules;
  return only?.kind === 'cmi5' && others.length === 0 && only.required && only.after.length === 0;
}

/**
 * The course structure of a version: per module a block with the nodes of its cmi5 package, or one AU that our own page
 * shows. Rejects with `NotPublishable` when two modules hold one AU or block: learners' results could not be told apart.
 */
export async function buildStructure(deps: StructureDeps, input: StructureInput): Promise<CourseStructure> {
  const contents = await Promise.all(
    input.modules.map(async ({ originHash }) => {
      const content = await deps.content.readPackage(originHash);
      // Perhaps another worker has tidied it away.
      if (!content) throw new Unavailable('A package of this course cannot be read.');
      return content;
    }),
  );
  const [first] = contents;
  if (isBarePackage(input.modules) && first?.kind === 'cmi5') return first.structure;
  const collected: Collected = { aus: [], objectives: new Map(), blocks: 0 };
  const children = input.modules.flatMap((module, index) => {
    const content = contents[index];
    return content ? [nodeOf(deps, collected, { module, content })] : [];
  });
  refuseTwice([...blockIdsOf(children), ...collected.aus.map(({ id }) => id)]);
  const { courseId, title, description } = input;
  return {
    format: 1,
    course: { id: `${deps.activityBase}/catalogue/${courseId}`, title, description, children },
    objectives: [...collected.objectives.values()],
    aus: collected.aus,
  };
}

interface Collected {
  readonly aus: Au[];
  readonly objectives: Map<string, Objective>;
  blocks: number;
}

function nodeOf(
  deps: Pick<StructureDeps, 'activityBase'>,
  collected: Collected,
  { module, content }: { readonly module: CourseModule; readonly content: PackageContent },
): StructureNode {
  const id = `${deps.activityBase}/module/${module.moduleId}`;
  if (content.kind !== 'cmi5') return addOwnAu(collected, { id, module, content });
  const { structure } = content;
  const index = collected.blocks;
  collected.blocks += 1;
  for (const objective of structure.objectives) collected.objectives.set(objective.id, objective);
  const children = structure.course.children.map((node) => copyNode(collected, { module, structure, node }));
  const { description } = structure.course;
  return { kind: 'block', index, id, title: module.title, description, objectives: [], children };
}

function copyNode(
  collected: Collected,
  at: {
    readonly module: CourseModule;
    readonly structure: CourseStructure;
    readonly node: StructureNode;
  },
): Block | AuNode {
  const { node, structure, module } = at;
  if (node.kind === 'block') {
    const index = collected.blocks;
    collected.blocks += 1;
    const children = node.children.map((child) => copyNode(collected, { ...at, node: child }));
    return { ...node, index, children };
  }
  const au = structure.aus[node.au];
  if (!au) throw new Error('a structure names an AU it does not have');
  const index = collected.aus.length;
  // The LMS may set another criterion (cmi5 13.1.4): what is offered without being required satisfies nothing.
  collected.aus.push({ ...au, index, ...(!module.required && { moveOn: 'NotApplicable' as const }) });
  return { kind: 'au', au: index };
}

const scormPage = '_sinau/scorm/index.html';
const viewerPage = '_sinau/viewer/index.html';
const quizPage = '_sinau/quiz/index.html';

const activityTypes: Readonly<Record<Exclude<PackageContent['kind'], 'cmi5'>, string>> = {
  scorm12: 'http://adlnet.gov/expapi/activities/lesson',
  scorm2004: 'http://adlnet.gov/expapi/activities/lesson',
  video: 'https://w3id.org/xapi/video/activity-type/video',
  audio: 'https://w3id.org/xapi/audio/activity-type/audio',
  document: 'http://activitystrea.ms/schema/1.0/file',
  article: 'http://activitystrea.ms/schema/1.0/article',
  link: 'http://adlnet.gov/expapi/activities/link',
  tincan: 'http://adlnet.gov/expapi/activities/lesson',
  quiz: 'http://adlnet.gov/expapi/activities/assessment',
  lti: 'http://adlnet.gov/expapi/activities/lesson',
  external: 'http://adlnet.gov/expapi/activities/lesson',
};

/** What a page of ours shows. */
type OwnContent = Exclude<PackageContent, { kind: 'cmi5' }>;

function addOwnAu(
  collected: Collected,
  own: {
    readonly id: string;
    readonly module: CourseModule;
    readonly content: OwnContent;
  },
): AuNode {
  const { id, module, content } = own;
  const index = collected.aus.length;
  const parameters = parametersOf(module, content);
  const masteryScore = masteryOf(module, content);
  collected.aus.push({
    ...{ index, id, title: module.title, description: toldBy(content), objectives: [] },
    ...placeOf(id, module, content),
    moveOn: moveOnOf(module),
    ...(masteryScore !== undefined && { masteryScore }),
    ...(parameters !== undefined && { launchParameters: parameters }),
    activityType: activityTypes[content.kind],
  });
  return { kind: 'au', au: index };
}

/** What another system says of its own content, for all who see the course (Deep Linking 2.0, `text`). */
function toldBy(content: OwnContent): LanguageMap {
  const text =
    content.kind === 'lti'
      ? content.placement.text
      : content.kind === 'external'
        ? content.page.text
        : undefined;
  return text === undefined ? {} : { und: text };
}

const moveOnOf = ({ required, moveOn }: CourseModule): MoveOn =>
  required ? (moveOn ?? 'Completed') : 'NotApplicable';

/** What another system shows has no page of ours, and most systems refuse to be framed. */
function placeOf(
  id: string,
  { frame }: Pick<CourseModule, 'frame'>,
  content: OwnContent,
): Pick<Au, 'url' | 'file' | 'launchMethod'> {
  if (content.kind === 'lti' || content.kind === 'external') {
    return { url: id, launchMethod: frame ? 'AnyWindow' : 'OwnWindow' };
  }
  const page = pageOf(content);
  return { url: page, file: page, launchMethod: 'AnyWindow' };
}

function masteryOf(module: CourseModule, content: OwnContent): number | undefined {
  if (content.kind === 'quiz') return quizRulesOf(module, content).passMark;
  return module.completion?.by === 'pass' ? module.completion.passMark : undefined;
}

function pageOf(content: Exclude<OwnContent, Elsewhere>): string {
  if (content.kind === 'quiz') return quizPage;
  return 'media' in content ? viewerPage : scormPage;
}

function parametersOf(module: CourseModule, content: OwnContent): string | undefined {
  const { share, title } = module;
  const name = title.id ?? title.en ?? Object.values(title)[0];
  if (content.kind === 'quiz') {
    const { quiz } = content;
    return quizLaunchParameters({ ...quiz, title: name ?? quiz.title, rules: quizRulesOf(module, content) });
  }
  if (content.kind === 'lti' || content.kind === 'external') {
    return elsewhereParameters({ title, content, ...(module.frame && { frame: true }) });
  }
  if (!('media' in content)) return undefined;
  const { kind, media } = content;
  const { wording: _told, ...facts } = media;
  const titled = { ...facts, title: name ?? media.title };
  return mediaLaunchParameters({ kind, media: titled, share: share ?? 0.9 });
}

const quizRulesOf = ({ quiz }: CourseModule, content: Extract<PackageContent, { kind: 'quiz' }>): QuizRules =>
  quiz ?? content.quiz.rules;

function blockIdsOf(nodes: readonly StructureNode[]): readonly string[] {
  return nodes.flatMap((node) => (node.kind === 'block' ? [node.id, ...blockIdsOf(node.children)] : []));
}

function refuseTwice(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) {
      throw new NotPublishable(`Two modules of this course hold the part ${id}. Remove one of them.`, {
        issues: [{ path: '/modules', message: `the part ${id} stands in two modules` }],
      });
    }
    seen.add(id);
  }
}
