import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { publishRequestSchema, uploadRequestSchema } from '@sinau/catalogue';
import { scopes } from '@sinau/kernel';
import type { RouteDeclaration } from '@sinau/platform/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../functions/shared/openapi/document.ts';
import { startWorld, type World } from '../security/world/start-world.ts';
import { openApi } from './openapi-shape.ts';

interface Operation {
  readonly operationId?: string;
  readonly 'x-access': readonly string[];
  readonly responses: Readonly<Record<string, { readonly headers?: object }>>;
  readonly description: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: object;
    readonly headers: object;
    readonly responses: object;
    readonly securitySchemes: { oauth2: { flows: { clientCredentials: { scopes: object } } } };
  };
}

const document = openApiDocument() as unknown as Document;
const described = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    path,
    method: method.toUpperCase(),
    operation,
  })),
);

const copy = resolve(import.meta.dirname, '../../docs/api/openapi.json');

let world: World;
/** Routes that machines use; pages are for people, and SCIM describes itself at /scim/v2/Schemas. */
let declared: readonly RouteDeclaration[];

beforeAll(async () => {
  world = await startWorld();
  declared = world.routes.filter(({ app }) => app !== 'portal' && app !== 'scim');
});
afterAll(() => world.close());

const templateOf = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');

describe('the OpenAPI document', () => {
  it('describes every route of the machine doors, and no other', () => {
    const routes = declared.map(({ method, path }) => `${method} ${templateOf(path)}`);
    expect(described.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routes.sort());
  });

  it('says of every operation who may call it, as the route declares', () => {
    for (const { method, path, access } of declared) {
      const operation = document.paths[templateOf(path)]?.[method.toLowerCase()];
      const name = `${method} ${path}`;
      expect(operation?.['x-access'], name).toEqual(access);
      expect(operation?.description, name).toContain('**May be called by:**');
      const named = operation?.security.flatMap(({ oauth2 = [] }) => oauth2.map((scope) => `scope:${scope}`));
      const wanted = access.filter((grant) => grant.startsWith('scope:'));
      expect(named, name).toEqual(wanted);
      const isOpen = operation?.security.some((requirement) => Object.keys(requirement).length === 0);
      expect(isOpen, name).toBe(access.includes('anyone'));
    }
  });

  it('names the parameters of every path', () => {
    for (const { path, method, operation } of described) {
      const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(inPath, `${method} ${path}`).toEqual(wanted);
    }
  });

  it('refers to nothing that it does not define, and explains every scope', () => {
    const text = JSON.stringify(document);
    const { schemas, headers, responses } = document.components;
    for (const [kind, defined] of Object.entries({ schemas, headers, responses })) {
      const uses = text.matchAll(new RegExp(`"\\$ref":"#/components/${kind}/(\\w+)"`, 'g'));
      const refs = new Set([...uses].map(([, name]) => name));
      expect([...refs].sort(), kind).toEqual(Object.keys(defined).sort());
    }
    const explained = document.components.securitySchemes.oauth2.flows.clientCredentials.scopes;
    expect(Object.keys(explained)).toEqual(scopes);
  });

  it('is OpenAPI 3.1, part by part', () => {
    const parsed = openApi.safeParse(JSON.parse(JSON.stringify(document)));
    expect(parsed.error?.issues ?? []).toEqual([]);
    const ids = described.flatMap(({ operation }) => (operation.operationId ? [operation.operationId] : []));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of described) {
      const names = (operation.parameters ?? []).map((one) => `${one.in} ${one.name}`);
      expect(new Set(names).size, `${method} ${path}`).toBe(names.length);
    }
  });

  it('says of every xAPI operation which versions it knows, how it is refused and what freshness it promises', () => {
    const xapi = described.filter(({ path }) => path.startsWith('/xapi/'));
    expect(xapi.length).toBeGreaterThan(15);
    for (const { path, method, operation } of xapi) {
      const name = `${method} ${path}`;
      const version = operation.parameters?.some((one) => one.name === 'X-Experience-API-Version') ?? false;
      expect(version, name).toBe(path !== '/xapi/about');
      expect(Object.keys(operation.responses), name).toContain('400');
      for (const response of Object.values(operation.responses)) {
        if ('$ref' in response) continue;
        const headers = Object.keys(response.headers ?? {});
        expect(headers, name).toContain('X-Experience-API-Version');
        const isSuccess = path === '/xapi/statements' && response === operation.responses['200'];
        if (isSuccess) expect(headers, name).toContain('X-Experience-API-Consistent-Through');
      }
    }
  });

  it('gives examples that the doors take', () => {
    const exampleOf = (path: string) =>
      document.paths[path]?.post?.requestBody?.content['application/json']?.example;
    expect(uploadRequestSchema.safeParse(exampleOf('/api/uploads')).success).toBe(true);
    const publish = exampleOf('/api/courses/{courseId}/publish');
    expect(publishRequestSchema.safeParse(publish).success).toBe(true);
  });

  it('is served to anyone, and lies in docs/api', async () => {
    const response = await world.ask('/api/openapi.json');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    const served: unknown = await response.json();
    expect(served).toEqual(JSON.parse(JSON.stringify(document)));
    if (process.env.UPDATE_DOCS) await writeFile(copy, JSON.stringify(served));
    const written: unknown = JSON.parse(await readFile(copy, 'utf8'));
    expect(written, 'run this test with UPDATE_DOCS=1, then npm run format').toEqual(served);
  });
});
