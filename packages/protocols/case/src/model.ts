import * as z from 'zod';

/**
 * Shapes of CASE 1.1 (1EdTech Competencies and Academic Standards Exchange, REST/JSON binding of 24 January 2025, section 5). What is read may have
 * properties that we do not know: `extensions` and those of other services are passed over.
 */
const text = z.string();
const identifier = text.min(1).max(200);
const uri = text.max(2_000);
const changed = { lastChangeDateTime: text };

/** LinkURIDType, and LinkGenURIDType with a target that need not be of CASE. */
const linkSchema = z.object({ title: text, identifier, uri, targetType: text.optional() });
export type Link = z.infer<typeof linkSchema>;

/** CFPckgDocumentDType. */
const documentSchema = z.object({
  ...{ identifier, uri, creator: text, title: text, ...changed },
  ...{ frameworkType: text.optional(), caseVersion: text.optional(), language: text.optional() },
  ...{ description: text.optional(), adoptionStatus: text.optional(), notes: text.optional() },
  subject: z.array(text).optional(),
  ...{ statusStartDate: text.optional(), statusEndDate: text.optional() },
});

/** CFPckgItemDType. */
const itemSchema = z.object({
  ...{ identifier, uri, fullStatement: text, ...changed },
  ...{ alternativeLabel: text.optional(), abbreviatedStatement: text.optional() },
  ...{ CFItemType: text.optional(), humanCodingScheme: text.optional(), listEnumeration: text.optional() },
  subject: z.array(text).optional(),
  ...{ language: text.optional(), notes: text.optional() },
  ...{ statusStartDate: text.optional(), statusEndDate: text.optional() },
  extensions: z.record(text, z.unknown()).optional(),
});
export type CFItem = z.infer<typeof itemSchema>;

/** CFPckgAssociationDType. */
const associationSchema = z.object({
  ...{ identifier, uri, associationType: text, ...changed },
  sequenceNumber: z.int().optional(),
  ...{ originNodeURI: linkSchema, destinationNodeURI: linkSchema },
});
export type CFAssociation = z.infer<typeof associationSchema>;

const criterionLevelSchema = z.object({
  ...{ identifier, uri, ...changed },
  ...{ description: text.optional(), quality: text.optional() },
  ...{ score: z.number().optional(), position: z.int().optional(), rubricCriterionId: text.optional() },
});

const criterionSchema = z.object({
  ...{ identifier, uri, ...changed },
  ...{ category: text.optional(), description: text.optional() },
  CFItemURI: linkSchema.optional(),
  ...{ position: z.int().optional(), rubricId: text.optional() },
  CFRubricCriterionLevels: z.array(criterionLevelSchema).max(100).optional(),
});
export type CFRubricCriterion = z.infer<typeof criterionSchema>;

/** CFRubricDType. */
const rubricSchema = z.object({
  ...{ identifier, uri, ...changed },
  ...{ title: text.optional(), description: text.optional() },
  CFRubricCriteria: z.array(criterionSchema).max(20_000).optional(),
});
export type CFRubric = z.infer<typeof rubricSchema>;

/** CFPackageDType. */
export const packageSchema = z.object({
  CFDocument: documentSchema,
  CFItems: z.array(itemSchema).max(20_000).optional(),
  CFAssociations: z.array(associationSchema).max(60_000).optional(),
  CFRubrics: z.array(rubricSchema).max(1_000).optional(),
});
export type CFPackage = z.infer<typeof packageSchema>;
