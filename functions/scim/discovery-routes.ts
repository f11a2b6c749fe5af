import { type HttpApp, NotFound } from '@sinau/platform/http';
import {
  enterpriseSchema,
  groupKind,
  groupSchema,
  type Json,
  type Resource,
  type ResourceKind,
  type Schema,
  ScimRefused,
  sinauSchema,
  userKind,
  userSchema,
} from '@sinau/scim';
import { answer, listAnswer } from './answers.ts';
import { access, root } from './caller.ts';
import type { ScimDeps } from './deps.ts';
import { mostResults, usualResults } from './list-query.ts';

const core = 'urn:ietf:params:scim:schemas:core:2.0:';
const schemas = [userSchema, enterpriseSchema, sinauSchema, groupSchema];

/** What this server can do, in its own words (RFC 7644 section 4). */
export function addDiscoveryRoutes(app: HttpApp, { portalOrigin }: Pick<ScimDeps, 'portalOrigin'>): void {
  const base = `${portalOrigin}${root}`;
  const get = <Path extends string>(path: Path) =>
    ({ method: 'GET', path: `${root}${path}`, access }) as const;
  app.route(get('/ServiceProviderConfig'), (c) => answer(c, configAt(base)));
  addList(app, {
    path: `${root}/ResourceTypes`,
    all: [userKind, groupKind].map((kind) => typeAt(base, kind)),
  });
  addList(app, { path: `${root}/Schemas`, all: schemas.map((schema) => schemaAt(base, schema)) });
  for (const [method, path] of [
    ['POST', '/Bulk'],
    ['GET', '/Me'],
    // Of one kind at a time: /Users/.search.
    ['POST', '/.search'],
  ] as const) {
    app.route({ method, path: `${root}${path}`, access }, () => {
      throw new ScimRefused('scim.not-offered', 'This is not offered here; see /ServiceProviderConfig.');
    });
  }
}

function addList(app: HttpApp, { path, all }: { readonly path: string; readonly all: readonly Resource[] }) {
  app.route({ method: 'GET', path, access }, (c) => {
    // Section 4: nobody is led to think that these can be filtered.
    if (c.req.query('filter') !== undefined)
      throw new ScimRefused('scim.invalid-filter', 'This is not filtered.');
    return answer(c, listAnswer({ resources: all, total: all.length, startIndex: 1 }));
  });
  app.route({ method: 'GET', path: `${path}/:name`, access }, (c) => {
    const found = all.find(({ id }) => id === c.req.param('name'));
    if (!found) throw new NotFound('There is nothing at this address.');
    return answer(c, found);
  });
}

function configAt(base: string): Resource {
  return {
    schemas: [`${core}ServiceProviderConfig`],
    documentationUri: `${new URL(base).origin}/scim/v2/Schemas`,
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: mostResults },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    pagination: {
      ...{ cursor: true, index: true, defaultPaginationMethod: 'index' },
      ...{ defaultPageSize: usualResults, maxPageSize: mostResults },
    },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description:
          'Id and secret of an API client with a dot between them, or an access token from /oauth/token',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
      {
        type: 'httpbasic',
        name: 'HTTP Basic',
        description: 'Id and secret of an API client',
        specUri: 'https://www.rfc-editor.org/info/rfc7617',
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  };
}

function typeAt(base: string, { name, schema, extensions }: ResourceKind): Resource {
  return {
    schemas: [`${core}ResourceType`],
    ...{ id: name, name, endpoint: `/${name}s`, description: schema.description, schema: schema.id },
    schemaExtensions: extensions.map(({ id }) => ({ schema: id, required: false })),
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
  };
}

function schemaAt(base: string, { id, name, description, attributes }: Schema): Resource {
  return {
    schemas: [`${core}Schema`],
    ...{ id, name, description },
    // Plain data, all of it.
    attributes: attributes as unknown as Json,
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
  };
}
