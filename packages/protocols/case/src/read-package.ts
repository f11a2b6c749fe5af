import { type CFItem, type CFPackage, packageSchema } from './model.ts';
import { basisExtension } from './write-package.ts';

/** A competency as it stands in somebody else's framework. */
export interface ReadCompetency {
  /** Where it stands in `CFItems`, from 1. */
  readonly position: number;
  readonly code?: string;
  readonly name: string;
  readonly field: string;
  /** Legal basis, or which framework it comes from. */
  readonly basis: string;
  /** Five, or none. */
  readonly levels: readonly string[];
  /** ISO date, as the framework says it. */
  readonly from?: string;
}

export type PackageReading =
  | {
      readonly outcome: 'read';
      readonly title: string;
      readonly creator: string;
      readonly competencies: readonly ReadCompetency[];
    }
  | {
      readonly outcome: 'refused';
      /** JSON pointer of the first thing that is not as CASE says, with why. */
      readonly at: string;
      readonly message: string;
    };

/** Packages from before 1.1 and of some services lie below a property of this name. */
const unwrapped = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'CFPackage' in value ? value.CFPackage : value;

/**
 * Reads a CFPackage of CASE 1.0 or 1.1. Competencies are the items that have no others below them but levels; those above name the field where
 * nothing else does. Levels are those of a rubric's criterion about the item, or items below it that are called so. Items that have ended are left out. `today`: ISO date.
 */
export function readPackage(value: unknown, { today }: { readonly today: string }): PackageReading {
  const parsed = packageSchema.safeParse(unwrapped(value));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = `/${(issue?.path ?? []).join('/')}`;
    return { outcome: 'refused', at, message: issue?.message ?? 'is not a CFPackage' };
  }
  const { CFDocument: document, CFItems: items = [] } = parsed.data;
  const tree = treeOf(parsed.data);
  const criteria = criteriaIn(parsed.data);
  const competencies = items.flatMap((item, n): readonly ReadCompetency[] => {
    const below = tree.below(item.identifier);
    if ((dayIn(item.statusEndDate) ?? today) < today) return [];
    if (isLevel(item) || below.some((one) => !isLevel(one))) return [];
    const described = below.toSorted(byOrder).map(({ fullStatement }) => fullStatement);
    const levels = criteria.get(item.identifier) ?? described;
    const code = item.humanCodingScheme?.trim();
    const from = dayIn(item.statusStartDate) ?? dayIn(document.statusStartDate);
    return [
      {
        ...{ position: n + 1, name: nameOf(item) },
        field:
          item.subject?.[0] ?? tree.above(item)?.fullStatement ?? document.subject?.[0] ?? document.title,
        levels: levels.length === 5 ? levels : [],
        ...(code && { code }),
        ...(from !== undefined && { from }),
        basis: basisOf(item) ?? `${document.title} (${document.creator})`,
      },
    ];
  });
  return { outcome: 'read', title: document.title, creator: document.creator, competencies };
}

function basisOf({ extensions }: CFItem): string | undefined {
  const basis = extensions?.[basisExtension];
  return typeof basis === 'string' && basis !== '' ? basis : undefined;
}

/** Statements of some frameworks are whole paragraphs beside a short name. */
const longName = 120;
const nameOf = ({ fullStatement, abbreviatedStatement, alternativeLabel }: CFItem): string =>
  fullStatement.trim().length <= longName
    ? fullStatement
    : (abbreviatedStatement ?? alternativeLabel ?? fullStatement);

const isLevel = ({ CFItemType = '' }: CFItem): boolean => /level|tingkat|jenjang/i.test(CFItemType);

const dayIn = (text: string | undefined): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0];

const orderOf = ({ listEnumeration, humanCodingScheme }: CFItem): number =>
  Number(/\d+/.exec(listEnumeration ?? '')?.[0] ?? /(\d+)\D*$/.exec(humanCodingScheme ?? '')?.[1] ?? 0);
const byOrder = (a: CFItem, b: CFItem): number => orderOf(a) - orderOf(b);

function treeOf({ CFItems: items = [], CFAssociations: associations = [] }: CFPackage) {
  const byId = new Map(items.map((item) => [item.identifier, item]));
  const children = new Map<string, CFItem[]>();
  const parents = new Map<string, CFItem>();
  const inOrder = associations
    .filter(({ associationType }) => associationType === 'isChildOf')
    .toSorted((a, b) => (a.sequenceNumber ?? 0) - (b.sequenceNumber ?? 0));
  for (const { originNodeURI, destinationNodeURI } of inOrder) {
    const child = byId.get(originNodeURI.identifier);
    const parent = byId.get(destinationNodeURI.identifier);
    // One of the document itself, or of another framework.
    if (!child || !parent || child === parent) continue;
    children.set(parent.identifier, [...(children.get(parent.identifier) ?? []), child]);
    if (!parents.has(child.identifier)) parents.set(child.identifier, parent);
  }
  return {
    below: (identifier: string): readonly CFItem[] => children.get(identifier) ?? [],
    above: ({ identifier }: CFItem): CFItem | undefined => parents.get(identifier),
  };
}

/** By item: what a rubric says of its levels, lowest first. */
function criteriaIn({ CFRubrics: rubrics = [] }: CFPackage): ReadonlyMap<string, readonly string[]> {
  const criteria = rubrics.flatMap(({ CFRubricCriteria = [] }) => CFRubricCriteria);
  return new Map(
    criteria.flatMap(({ CFItemURI, CFRubricCriterionLevels = [] }) => {
      if (!CFItemURI) return [];
      const levels = CFRubricCriterionLevels.toSorted(
        (a, b) => (a.score ?? a.position ?? 0) - (b.score ?? b.position ?? 0),
      );
      return [[CFItemURI.identifier, levels.map(({ description, quality }) => description ?? quality ?? '')]];
    }),
  );
}
