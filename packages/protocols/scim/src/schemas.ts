import { attribute, complex, type Schema } from './attribute.ts';

const core = 'urn:ietf:params:scim:schemas:core:2.0:';
const extension = 'urn:ietf:params:scim:schemas:extension:';
export const userUrn = `${core}User`;
export const groupUrn = `${core}Group`;
export const enterpriseUrn = `${extension}enterprise:2.0:User`;
export const sinauUrn = `${extension}sinau:2.0:User`;

const message = 'urn:ietf:params:scim:api:messages:2.0:';
export const messageUrns = {
  error: `${message}Error`,
  list: `${message}ListResponse`,
  patch: `${message}PatchOp`,
  search: `${message}SearchRequest`,
} as const;

const reading = { mutability: 'readOnly' } as const;
const reference = (description: string, ...referenceTypes: readonly string[]) =>
  attribute('$ref', description, { type: 'reference', referenceTypes, caseExact: true, ...reading });

/** What of a user of the core schema is kept. */
export const userSchema: Schema = {
  id: userUrn,
  name: 'User',
  description: 'Somebody who works for the agency',
  attributes: [
    attribute('userName', 'Name of the account at the identity provider: unique, any case', {
      ...{ required: true, uniqueness: 'server' },
    }),
    complex('name', 'The parts of the name as this client says them', {
      subAttributes: [
        attribute('formatted', 'The whole name, with titles'),
        attribute('familyName', 'Family name; many people have none'),
        attribute('givenName', 'Given name'),
      ],
    }),
    attribute(
      'displayName',
      'The name that is shown everywhere, with titles; made of name where it is left out',
      {
        required: true,
      },
    ),
    complex(
      'emails',
      'One address is kept: the primary one, else the one for work, else the first; the userName where it is one and nothing else is said',
      {
        ...{ multiValued: true, required: true },
        subAttributes: [
          attribute('value', 'Unique in the whole deployment', { required: true }),
          attribute('type', 'What the address is for', { canonicalValues: ['work'] }),
          attribute('primary', 'Whether it is the one that is used', { type: 'boolean' }),
        ],
      },
    ),
    attribute('active', 'False closes the account within a minute; records stay', { type: 'boolean' }),
    attribute('timezone', 'Zone of the place of work: it decides the day that learning counts for', {
      caseExact: true,
      canonicalValues: ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'],
    }),
    complex('groups', 'The unit that the person works in', {
      ...{ multiValued: true, ...reading },
      subAttributes: [
        attribute('value', 'Id of the unit', { caseExact: true, ...reading }),
        reference('Address of the unit', 'Group'),
        attribute('display', 'Path of the unit', reading),
        attribute('type', 'How the person belongs to it', { canonicalValues: ['direct'], ...reading }),
      ],
    }),
  ],
};

export const enterpriseSchema: Schema = {
  id: enterpriseUrn,
  name: 'EnterpriseUser',
  description: 'Number, unit and supervisor',
  attributes: [
    attribute('employeeNumber', 'NIP or NI PPPK: 18 digits as text. A new one ends the one before', {
      uniqueness: 'server',
    }),
    attribute(
      'department',
      'Unit: its id, its path ("Sekretariat / Biro Umum"), or a name that is enough. Answered as the path',
    ),
    complex('manager', 'Supervisor', {
      subAttributes: [
        attribute('value', 'Id of the supervisor, a user of the same agency', { caseExact: true }),
        reference('Address of the supervisor', 'User'),
      ],
    }),
  ],
};

const families = [
  ...['jpt-utama', 'jpt-madya', 'jpt-pratama', 'administrator', 'pengawas'],
  ...['fungsional-keahlian', 'fungsional-keterampilan', 'pelaksana'],
];
const levels = [
  ...['ahli-pertama', 'ahli-muda', 'ahli-madya', 'ahli-utama', 'pemula', 'terampil', 'mahir', 'penyelia'],
];

/** What Indonesian personnel law knows and the standard does not. */
export const sinauSchema: Schema = {
  id: sinauUrn,
  name: 'SinauUser',
  description: 'Status and post of a civil servant; changes count from the day they are told',
  attributes: [
    attribute('employmentStatus', 'Status of employment', { canonicalValues: ['PNS', 'CPNS', 'PPPK'] }),
    attribute('contractStart', 'First day of the contract of a PPPK, as 2026-03-02'),
    attribute('contractEnd', 'Last day of the contract of a PPPK'),
    attribute('postTitle', 'Title of the post (jabatan)'),
    attribute('postFamily', 'Family of posts', { canonicalValues: families }),
    attribute('postLevel', 'Level (jenjang) of a functional post', { canonicalValues: levels }),
    attribute('unitId', 'Id of the unit; goes before the department', { caseExact: true }),
  ],
};

/** Units of the agency; they are made and changed in Sinau alone. */
export const groupSchema: Schema = {
  id: groupUrn,
  name: 'Group',
  description: 'A unit of the agency, to be read. Who works in it is told by the users',
  attributes: [attribute('displayName', 'Path of the unit', { required: true, ...reading })],
};

/** On every resource; not part of any schema (RFC 7643 section 3.1). */
export const commonAttributes = [
  attribute('id', 'Id of the resource, for good', {
    ...{ caseExact: true, returned: 'always', uniqueness: 'server', ...reading },
  }),
  attribute('externalId', 'What this client calls the resource; no other client sees it', {
    caseExact: true,
    uniqueness: 'server',
  }),
  complex('meta', 'About the resource itself', {
    ...reading,
    subAttributes: [
      attribute('resourceType', 'Kind of resource', { caseExact: true, ...reading }),
      attribute('created', 'When it came', { type: 'dateTime', ...reading }),
      attribute('location', 'Its address', { type: 'reference', caseExact: true, ...reading }),
      attribute('version', 'Its version, as in ETag', { caseExact: true, ...reading }),
    ],
  }),
] as const;

const notKeptNames: Readonly<Record<string, readonly string[]>> = {
  [userUrn]: [
    ...['addresses', 'entitlements', 'ims', 'locale', 'nickName', 'password', 'phoneNumbers', 'photos'],
    ...['preferredLanguage', 'profileUrl', 'roles', 'title', 'userType', 'x509Certificates', 'schemas'],
    ...['name.honorificPrefix', 'name.honorificSuffix', 'name.middleName', 'emails.display', 'emails.$ref'],
    'meta.lastModified',
  ],
  [enterpriseUrn]: ['costCenter', 'division', 'organization', 'manager.displayName'],
  [groupUrn]: ['members', 'schemas', 'meta.lastModified'],
};

/** Names that the standard defines and Sinau does not keep: clients may send them, and nothing comes of it. */
export function isNotKept(urn: string, path: string): boolean {
  const name = path.toLowerCase();
  return (notKeptNames[urn] ?? []).some((known) => {
    const other = known.toLowerCase();
    return name === other || name.startsWith(`${other}.`);
  });
}

export interface ResourceKind {
  readonly name: 'User' | 'Group';
  readonly schema: Schema;
  readonly extensions: readonly Schema[];
}
export const userKind: ResourceKind = {
  ...{ name: 'User', schema: userSchema, extensions: [enterpriseSchema, sinauSchema] },
};
export const groupKind: ResourceKind = { name: 'Group', schema: groupSchema, extensions: [] };
