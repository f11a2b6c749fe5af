import { type CFAssociation, type CFItem, type CFPackage, type CFRubric, packageOf } from '@sinau/case';
import { CompetencyNotFound } from '@sinau/competency';
import { frameworksOf } from '@sinau/competency/exchange';
import { organisationName } from '@sinau/identity';
import { InvalidInput, localDateOf } from '@sinau/kernel';
import * as z from 'zod';
import { caseNaming } from '../shared/case-naming.ts';
import type { CaseRouteDeps } from './case-routes.ts';
import { type Context, callerOf } from './competence-caller.ts';
import { readQuery } from './read-query.ts';

/** Those of the caller's agency, each with the links by which its parts are told alone. */
async function packagesOf(c: Context, deps: CaseRouteDeps) {
  const { agencyId } = callerOf(c);
  const naming = caseNaming({ digest: deps.digest, origin: deps.portalOrigin });
  const day = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const name = (await organisationName(deps, { kind: 'agency', agencyId })) ?? agencyId;
  const frameworks = await frameworksOf(await deps.competency(), { agencyId, name, day });
  return frameworks.map((framework) => {
    const whole = packageOf(framework, naming);
    const { identifier, title, uri } = whole.CFDocument;
    return {
      whole,
      CFDocumentURI: { title, identifier, uri },
      CFPackageURI: { title, identifier, uri: `${naming.base}/CFPackages/${identifier}` },
    };
  });
}
type Found = Awaited<ReturnType<typeof packagesOf>>[number];

const documentOf = ({ whole, CFPackageURI }: Found) => ({ ...whole.CFDocument, CFPackageURI });

const sortable = ['identifier', 'title', 'creator', 'lastChangeDateTime'] as const;
const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  offset: z.coerce.number().int().min(0).default(0),
  sort: z.enum(sortable).exactOptional(),
  orderBy: z.enum(['asc', 'desc']).default('asc'),
  fields: z.string().max(500).exactOptional(),
});

/** getAllCFDocuments. Filters are not offered. */
export async function answerDocuments(c: Context, deps: CaseRouteDeps): Promise<Response> {
  const { limit, offset, sort, orderBy, fields } = readQuery(c.req.query(), listQuery);
  const all = (await packagesOf(c, deps)).map(documentOf);
  const inOrder =
    sort === undefined
      ? all
      : all.toSorted((a, b) => (a[sort] < b[sort] ? -1 : 1) * (orderBy === 'asc' ? 1 : -1));
  c.header('x-total-count', String(all.length));
  if (offset + limit < all.length) {
    const query = new URLSearchParams({
      ...c.req.query(),
      limit: String(limit),
      offset: String(offset + limit),
    });
    c.header('link', `<${deps.portalOrigin}${c.req.path}?${query}>; rel="next"`);
  }
  const page = inOrder.slice(offset, offset + limit);
  return c.json({ CFDocuments: page.map((one) => chosen(one, fields)) });
}

/** The properties that were asked for, of those that there may be. */
function chosen(document: ReturnType<typeof documentOf>, fields: string | undefined): object {
  if (fields === undefined) return document;
  const wanted = new Set(fields.split(',').map((name) => name.trim()));
  const known = new Set([
    ...Object.keys(document),
    'description',
    'subject',
    'notes',
    'version',
    'publisher',
  ]);
  const unknown = [...wanted].find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new InvalidInput(`CFDocument has no field of this name: ${unknown.slice(0, 40)}.`, {
      issues: [{ path: '/fields', message: 'must name fields of CFDocument' }],
    });
  }
  return Object.fromEntries(Object.entries(document).filter(([name]) => wanted.has(name)));
}

const itemIn = ({ whole }: Found, id: string): CFItem | undefined =>
  whole.CFItems?.find(({ identifier }) => identifier === id);
const about = ({ whole }: Found, id: string): readonly CFAssociation[] =>
  (whole.CFAssociations ?? []).filter(
    ({ originNodeURI, destinationNodeURI }) =>
      originNodeURI.identifier === id || destinationNodeURI.identifier === id,
  );

/** What each address finds in a package, in the shape of the binding; undefined where it is not in it. */
const finders = {
  CFDocuments: (found, id) => (found.whole.CFDocument.identifier === id ? documentOf(found) : undefined),
  CFPackages: ({ whole }, id): CFPackage | undefined =>
    whole.CFDocument.identifier === id ? whole : undefined,
  CFItems: (found, id) => {
    const item = itemIn(found, id);
    return item && { ...item, CFDocumentURI: found.CFDocumentURI };
  },
  CFItemAssociations: (found, id) => {
    const item = itemIn(found, id);
    return (
      item && { CFItem: { ...item, CFDocumentURI: found.CFDocumentURI }, CFAssociations: about(found, id) }
    );
  },
  CFAssociations: ({ whole, CFDocumentURI }, id) => {
    const one = whole.CFAssociations?.find(({ identifier }) => identifier === id);
    return one && { ...one, CFDocumentURI };
  },
  CFRubrics: ({ whole }, id): CFRubric | undefined =>
    whole.CFRubrics?.find(({ identifier }) => identifier === id),
} satisfies Readonly<Record<string, (found: Found, id: string) => object | undefined>>;

/** One thing by its identifier, of the nation or of the caller's agency; anybody else's is answered like one that is absent (case C2). */
export async function answerOne(
  c: Context,
  deps: CaseRouteDeps,
  kind: keyof typeof finders,
): Promise<Response> {
  const id = (c.req.param('sourcedId') ?? '').toLowerCase();
  for (const found of await packagesOf(c, deps)) {
    const one = finders[kind](found, id);
    if (one) return c.json(one);
  }
  throw new CompetencyNotFound();
}
