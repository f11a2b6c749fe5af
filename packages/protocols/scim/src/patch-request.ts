import { ScimRefused } from './errors.ts';
import { isObject, type Json, type JsonObject } from './resource.ts';
import { messageUrns } from './schemas.ts';

export interface Operation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path?: string;
  readonly value?: Json;
}

/** Clients send what has changed of one resource. */
export const maxOperations = 100;

/** The operations of a body of PATCH; `Add` and `add` are the same (Entra ID). */
export function readPatchRequest(body: unknown): readonly Operation[] {
  const list = isObject(body) ? named(body, 'operations') : undefined;
  const schemas = isObject(body) ? named(body, 'schemas') : undefined;
  if (!Array.isArray(list) || list.length === 0) throw wrong('The body holds no Operations.');
  if (!Array.isArray(schemas) || !schemas.some(isPatchUrn))
    throw wrong(`"schemas" lacks ${messageUrns.patch}.`);
  if (list.length > maxOperations) {
    throw new ScimRefused('scim.too-many', `More than ${maxOperations} operations; send them in parts.`);
  }
  return list.map(readOperation);
}

function readOperation(operation: Json): Operation {
  if (!isObject(operation)) throw wrong('An operation is not an object.');
  const given = named(operation, 'op');
  const op = typeof given === 'string' ? given.toLowerCase() : '';
  if (op !== 'add' && op !== 'remove' && op !== 'replace') {
    throw wrong('"op" is none of add, remove and replace.');
  }
  const [path, value] = [named(operation, 'path'), named(operation, 'value')];
  if (path !== undefined && path !== null && typeof path !== 'string') throw wrong('A "path" is not text.');
  return {
    op,
    ...(typeof path === 'string' && path.trim() !== '' && { path }),
    ...(value !== undefined && { value }),
  };
}

function named(object: JsonObject, name: string): Json | undefined {
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1];
}

const isPatchUrn = (urn: Json) =>
  typeof urn === 'string' && urn.toLowerCase() === messageUrns.patch.toLowerCase();

const wrong = (message: string) => new ScimRefused('scim.invalid-syntax', message);
