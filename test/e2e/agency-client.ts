import * as z from 'zod';

/** What an agency's system knows: its credentials and the addresses. */
export interface ClientAccess {
  readonly id: string;
  readonly secret: string;
  readonly tokenUrl: string;
  readonly recordsUrl: string;
  readonly xapiEndpoint: string;
}

const statementSchema = z.object({
  id: z.string(),
  actor: z.object({ account: z.object({ homePage: z.url(), name: z.string() }) }),
  verb: z.object({ id: z.string() }),
  context: z.object({ registration: z.string() }).partial().optional(),
});
export type PulledStatement = z.infer<typeof statementSchema>;

const resultSchema = z.object({ statements: z.array(statementSchema), more: z.string().optional() });
const lineSchema = z.object({ kind: z.literal('statement'), id: z.string(), statement: statementSchema });

export function basicOf({ id, secret }: Pick<ClientAccess, 'id' | 'secret'>): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}

/** OAuth 2 client credentials. */
export async function bearerOf(access: ClientAccess): Promise<string> {
  const response = await fetch(access.tokenUrl, {
    method: 'POST',
    headers: { authorization: basicOf(access) },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token } = z.object({ access_token: z.string() }).parse(await answerOf(response));
  return `Bearer ${access_token}`;
}

/** `GET /xapi/statements` to its end, by `more`. */
export async function pullStatements(
  endpoint: string,
  authorization: string,
  { limit }: { readonly limit: number },
): Promise<{ readonly statements: readonly PulledStatement[]; readonly pages: number }> {
  const statements: PulledStatement[] = [];
  let pages = 0;
  let next: string | undefined = `${endpoint}/statements?limit=${limit}`;
  while (next) {
    const headers = { authorization, 'x-experience-api-version': '2.0.0' };
    const result = resultSchema.parse(await answerOf(await fetch(next, { headers })));
    if (result.statements.length > limit) throw new Error(`${result.statements.length} on one page`);
    statements.push(...result.statements);
    pages += 1;
    next = result.more ? new URL(result.more, endpoint).href : undefined;
  }
  return { statements, pages };
}

export interface RecordsPage {
  readonly statements: readonly PulledStatement[];
  readonly cursor: string;
  readonly more: boolean;
}

export async function pullPage(
  access: Pick<ClientAccess, 'recordsUrl'>,
  authorization: string,
  from: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<RecordsPage> {
  const query = new URLSearchParams({
    limit: String(from.limit),
    ...(from.cursor && { cursor: from.cursor }),
  });
  const response = await fetch(`${access.recordsUrl}?${query}`, { headers: { authorization } });
  const text = await textOf(response);
  if (response.headers.get('content-type') !== 'application/x-ndjson') throw new Error('not NDJSON');
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.length > from.limit) throw new Error(`${lines.length} lines, asked for ${from.limit}`);
  return {
    statements: lines.map((line) => lineSchema.parse(JSON.parse(line)).statement),
    cursor: z.string().min(1).parse(response.headers.get('x-sinau-cursor')),
    more: /rel="next"/.test(response.headers.get('link') ?? ''),
  };
}

/** Page after page until there is no more, from the cursor given or from the beginning. */
export async function pullRecords(
  access: Pick<ClientAccess, 'recordsUrl'>,
  authorization: string,
  from: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{
  readonly statements: readonly PulledStatement[];
  readonly cursor: string;
  readonly pages: number;
}> {
  const statements: PulledStatement[] = [];
  let page: RecordsPage;
  let cursor = from.cursor;
  let pages = 0;
  do {
    page = await pullPage(access, authorization, { ...from, cursor });
    statements.push(...page.statements);
    ({ cursor } = page);
    pages += 1;
  } while (page.more);
  return { statements, cursor: page.cursor, pages };
}

async function answerOf(response: Response): Promise<unknown> {
  return JSON.parse(await textOf(response));
}

async function textOf(response: Response): Promise<string> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url.split('?')[0]} answered ${response.status}: ${text}`);
  return text;
}
