import { createHash, createVerify, X509Certificate } from 'node:crypto';
import { type FieldIssue, InvalidInput } from '@sinau/kernel';
import { TooLarge } from '@sinau/platform/http';
import {
  type AttachmentData,
  attachmentsOf,
  checkSignatures,
  compactJson,
  decodeUtf8,
  matchAttachments,
  type Part,
  parseJson,
  parseMediaType,
  parseMultipart,
  parseStatements,
  partsOf,
  type Statement,
  type VerifyWithCertificate,
  type XapiVersion,
} from '@sinau/xapi';

/** Of one statement with its SubStatement: whoever asks for data has each of them looked up. */
const mostAttachments = 100;

export interface StatementsBody {
  readonly statements: readonly Statement[];
  /** JSON of each statement as it came, without white space between tokens. */
  readonly texts: readonly string[];
  /** One statement, not an array. */
  readonly single: boolean;
  readonly attachments: readonly AttachmentData[];
}

/** Reads the body of POST or PUT /statements: JSON, or multipart with attachment data. Throws for the first fault. */
export function readStatements(
  body: { readonly contentType: string | undefined; readonly bytes: Uint8Array },
  options: { readonly version: XapiVersion; readonly maxStatements: number },
): StatementsBody {
  const { json, parts } = splitBody(body);
  const text = decodeUtf8(json);
  const parsed = parseJson(text ?? json);
  if (!parsed.ok) throw refused('The body is not usable JSON.', parsed.issues);
  if (Array.isArray(parsed.value) && parsed.value.length > options.maxStatements) {
    throw new TooLarge(`At most ${options.maxStatements} statements fit into one request.`);
  }
  const read = parseStatements(parsed.value, options);
  if (!read.ok) throw refused('A statement does not follow the xAPI specification.', read.issues);
  if (read.statements.some((one) => attachmentsOf(one).length > mostAttachments)) {
    throw new TooLarge(`A statement has at most ${mostAttachments} attachments.`);
  }
  const matched = matchAttachments(read.statements, parts, sha2);
  if (!matched.ok) throw refused('The attachments do not fit the statements.', matched.issues);
  const issues = signatureIssues(read.statements, matched.attachments, options.version);
  if (issues.length > 0) throw refused('A signature is not valid.', issues);
  const { statements, single } = read;
  const compact = compactJson(text ?? '');
  return {
    statements,
    single,
    texts: single ? [compact] : partsOf(compact),
    attachments: matched.attachments,
  };
}

function splitBody(body: { readonly contentType: string | undefined; readonly bytes: Uint8Array }): {
  readonly json: Uint8Array;
  readonly parts: readonly Part[];
} {
  const type = parseMediaType(body.contentType)?.type;
  if (type === 'application/json') return { json: body.bytes, parts: [] };
  if (type !== 'multipart/mixed' || body.contentType === undefined) {
    throw invalid('Send statements as application/json or multipart/mixed.', 'XAPI-00127');
  }
  const split = parseMultipart(body.contentType, body.bytes);
  if (!split.ok) throw refused('The multipart body is malformed.', split.issues);
  const [first, ...parts] = split.parts;
  if (!first || parseMediaType(first.headers.get('content-type'))?.type !== 'application/json') {
    throw invalid('The first part holds the statements as application/json.', 'XAPI-00132');
  }
  return { json: first.body, parts };
}

function signatureIssues(
  statements: readonly Statement[],
  attachments: readonly AttachmentData[],
  version: XapiVersion,
): readonly FieldIssue[] {
  const data = new Map(attachments.map((attachment) => [attachment.sha2, attachment]));
  return checkSignatures(statements, data, { version, verify });
}

const sha2 = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest('hex');

const verify: VerifyWithCertificate = ({ algorithm, certificate, signingInput, signature }) => {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
    if (publicKey.asymmetricKeyType !== 'rsa') return false;
    return createVerify(`RSA-SHA${algorithm.slice(2)}`)
      .update(signingInput)
      .verify(publicKey, signature);
  } catch {
    // Not a certificate; the caller says so to the client.
    return false;
  }
};

export function refused(message: string, issues: readonly FieldIssue[]): InvalidInput {
  return new InvalidInput(message, { issues });
}

function invalid(message: string, requirement: string): InvalidInput {
  return refused(message, [{ path: '', message, requirement }]);
}
