import { InvalidInput, isUuid, jsonElements } from '@sinau/kernel';
import { TooLarge, UnsupportedMediaType } from '@sinau/platform/http';
import {
  decodeUtf8,
  parseJson,
  parseMediaType,
  parseRequestVersion,
  parseStatements,
  type Statement,
} from '@sinau/xapi';

/** More take longer than a caller waits. */
const mostStatements = 500;

export interface StatementBatch {
  readonly statements: readonly Statement[];
  /** Each as it was sent, in the same order. */
  readonly texts: readonly string[];
}

/**
 * Statements as an LMS sends them, all of them right or none: what breaks the rules of xAPI has its batch refused. `statementId`: of the
 * one that is put.
 */
export async function readStatementBatch(
  request: { header(name: string): string | undefined; arrayBuffer(): Promise<ArrayBuffer> },
  statementId?: string,
): Promise<StatementBatch> {
  const version = parseRequestVersion(request.header('x-experience-api-version'));
  if (version !== '1.0.3') throw new InvalidInput('Send the header X-Experience-API-Version with 1.0.3.');
  if (parseMediaType(request.header('content-type'))?.type !== 'application/json') {
    throw new UnsupportedMediaType('Send statements as application/json, without attachments.');
  }
  const bytes = new Uint8Array(await request.arrayBuffer());
  const text = decodeUtf8(bytes);
  const parsed = parseJson(text ?? bytes);
  if (!parsed.ok) throw new InvalidInput('The body is not usable JSON.', { issues: parsed.issues });
  if (Array.isArray(parsed.value) && parsed.value.length > mostStatements) {
    throw new TooLarge(`At most ${mostStatements} statements fit into one request.`);
  }
  const read = parseStatements(parsed.value, { version });
  if (!read.ok) {
    throw new InvalidInput('A statement does not follow the xAPI specification.', { issues: read.issues });
  }
  const texts = jsonElements(text ?? '') ?? [text ?? ''];
  return { statements: statementId === undefined ? read.statements : [named(read, statementId)], texts };
}

function named(
  {
    statements: [statement],
    single,
  }: { readonly statements: readonly Statement[]; readonly single: boolean },
  statementId: string,
): Statement {
  const id = statementId.toLowerCase();
  if (!statement || !single) throw new InvalidInput('Send the one statement that is put, not an array.');
  if (!isUuid(id) || (statement.id ?? id).toLowerCase() !== id) {
    throw new InvalidInput('statementId must be a UUID, and that of the statement.');
  }
  return { ...statement, id };
}
