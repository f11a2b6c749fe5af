import type { CFAssociation, CFItem, CFPackage, CFRubric, CFRubricCriterion, Link } from './model.ts';

/** Where the legal basis of a competency stands, for which CASE has no property. */
export const basisExtension = 'sinau:legalBasis';

/** A dictionary of competencies as this program knows it. */
export interface Framework {
  /** Tells it from others for good: identifiers follow from it. */
  readonly key: string;
  readonly title: string;
  readonly creator: string;
  readonly description?: string;
  readonly isAdopted: boolean;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  readonly competencies: readonly FrameworkCompetency[];
}

export interface FrameworkCompetency {
  /** Unique in the framework. */
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly field?: string;
  readonly basis?: string;
  /** What somebody does on levels 1 to 5; or none. */
  readonly levels: readonly string[];
  /** ISO dates; `until`: it is in use no more. */
  readonly from: string;
  readonly until?: string;
  readonly changedAt: string;
}

export interface Naming {
  /** e.g. `https://sinau.example/ims/case/v1p1` */
  readonly base: string;
  /** The same identifier (a UUID) for the same parts, for good. */
  idOf(...parts: readonly string[]): string;
}

export const documentId = ({ idOf }: Naming, key: string): string => idOf(key);

/**
 * A framework as a package of CASE 1.1: an item for each competency, child of the document, and one rubric, in which each competency that has
 * descriptions is a criterion with its levels.
 */
export function packageOf(framework: Framework, naming: Naming): CFPackage {
  const { key, title, creator, description, isAdopted, changedAt, competencies } = framework;
  const identifier = documentId(naming, key);
  const rubric = rubricOf(framework, naming);
  return {
    CFDocument: {
      ...{ identifier, uri: `${naming.base}/CFDocuments/${identifier}`, creator, title },
      ...{ lastChangeDateTime: changedAt, caseVersion: '1.1', language: 'id' },
      adoptionStatus: isAdopted ? 'Adopted' : 'Draft',
      ...(description !== undefined && { description }),
    },
    CFItems: competencies.map((one) => itemOf(key, one, naming)),
    CFAssociations: competencies.map((one, n) => childOf(framework, { competency: one, n }, naming)),
    ...(rubric && { CFRubrics: [rubric] }),
  };
}

const itemIdOf = ({ idOf }: Naming, key: string, code: string): string => idOf(key, 'item', code);

function itemOf(key: string, competency: FrameworkCompetency, naming: Naming): CFItem {
  const { code, name, kind, field, basis, from, until, changedAt } = competency;
  const identifier = itemIdOf(naming, key, code);
  return {
    ...{ identifier, fullStatement: name, CFItemType: kind, uri: `${naming.base}/CFItems/${identifier}` },
    ...{ humanCodingScheme: code, language: 'id', statusStartDate: from, lastChangeDateTime: changedAt },
    ...(field !== undefined && { subject: [field] }),
    ...(basis !== undefined && { extensions: { [basisExtension]: basis } }),
    ...(until !== undefined && { statusEndDate: until }),
  };
}

function childOf(
  { key, title }: Framework,
  { competency, n }: { readonly competency: FrameworkCompetency; readonly n: number },
  naming: Naming,
): CFAssociation {
  const { base, idOf } = naming;
  const { code, name, changedAt } = competency;
  const identifier = idOf(key, 'child', code);
  const [item, document] = [itemIdOf(naming, key, code), documentId(naming, key)];
  return {
    ...{ identifier, associationType: 'isChildOf', sequenceNumber: n + 1 },
    ...{ uri: `${base}/CFAssociations/${identifier}`, lastChangeDateTime: changedAt },
    originNodeURI: { title: name, identifier: item, uri: `${base}/CFItems/${item}`, targetType: 'CASE' },
    destinationNodeURI: {
      ...{ title, identifier: document, uri: `${base}/CFDocuments/${document}`, targetType: 'CASE' },
    },
  };
}

function rubricOf(framework: Framework, naming: Naming): CFRubric | undefined {
  const { key, title, changedAt, competencies } = framework;
  const described = competencies.filter(({ levels }) => levels.length > 0);
  if (described.length === 0) return undefined;
  const identifier = naming.idOf(key, 'rubric');
  const uri = `${naming.base}/CFRubrics/${identifier}`;
  return {
    ...{ identifier, uri, title: `${title}: level`, lastChangeDateTime: changedAt },
    CFRubricCriteria: described.map((one, n) =>
      criterionOf({ key, rubricId: identifier, uri }, { competency: one, position: n + 1 }, naming),
    ),
  };
}

function criterionOf(
  rubric: { readonly key: string; readonly rubricId: string; readonly uri: string },
  at: { readonly competency: FrameworkCompetency; readonly position: number },
  naming: Naming,
): CFRubricCriterion {
  const { key, rubricId, uri } = rubric;
  const { code, name, levels, changedAt } = at.competency;
  const identifier = naming.idOf(key, 'criterion', code);
  const item = itemIdOf(naming, key, code);
  const link: Link = { title: name, identifier: item, uri: `${naming.base}/CFItems/${item}` };
  return {
    ...{ identifier, uri: `${uri}#${identifier}`, category: name, CFItemURI: link, rubricId },
    ...{ position: at.position, lastChangeDateTime: changedAt },
    CFRubricCriterionLevels: levels.map((description, n) => {
      const level = naming.idOf(key, 'level', code, String(n + 1));
      return {
        ...{ identifier: level, uri: `${uri}#${level}`, description, quality: `Level ${n + 1}` },
        ...{ score: n + 1, position: n + 1, rubricCriterionId: identifier, lastChangeDateTime: changedAt },
      };
    }),
  };
}
