export { applyPatch, type Patched } from './apply-patch.ts';
export type { Attribute, Schema } from './attribute.ts';
export { findPath } from './attribute-path.ts';
export { type ScimCode, ScimRefused } from './errors.ts';
export type { Filter } from './filter.ts';
export { filterTest, type Test } from './match-filter.ts';
export { parseFilter } from './parse-filter.ts';
export { readPatchRequest } from './patch-request.ts';
export { printFilter } from './print-filter.ts';
export { type Projection, projectResource } from './project-resource.ts';
export { readResource } from './read-resource.ts';
export { isObject, type Json, type JsonObject, type Resource, valueIn } from './resource.ts';
export {
  enterpriseSchema,
  enterpriseUrn,
  groupKind,
  groupSchema,
  groupUrn,
  messageUrns,
  type ResourceKind,
  sinauSchema,
  sinauUrn,
  userKind,
  userSchema,
  userUrn,
} from './schemas.ts';
