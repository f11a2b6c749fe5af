import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerFunction } from './fake-moodle-functions.ts';
import { FakeFault } from './fake-moodle-rights.ts';
import {
  type FakeCourse,
  type FakeSite,
  type FakeUser,
  sampleFakeCourse,
  sampleFakeSite,
  sampleFakeUser,
} from './fake-moodle-site.ts';

/** How a request goes wrong. What it asks is done nevertheless by `cut`, `half`, `lost`, `slow` and `twice`. */
export type FakeTrouble =
  /** An answer of a server in front, e.g. 503. */
  | { readonly kind: 'status'; readonly status: number }
  /** Half of the body, and then the connection breaks. */
  | { readonly kind: 'cut' }
  /** Half of the body, sent as if it were whole. */
  | { readonly kind: 'half' }
  /** Done, but the answer never comes. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'slow'; readonly ms: number }
  /** Every item of a list twice. */
  | { readonly kind: 'twice' }
  /** A page, as of another program. */
  | { readonly kind: 'page' }
  /** HTTP 200 with an error of Moodle. */
  | { readonly kind: 'fault'; readonly errorcode: string; readonly debuginfo?: string };

export interface FakeMoodle {
  /** e.g. `http://127.0.0.1:41234/moodle`; reachable with `allowLoopback` alone. */
  readonly baseUrl: string;
  /** Its database; changes count from the next request on. */
  readonly site: FakeSite;
  /** Every request so far: the function, and the form without the token. */
  readonly calls: readonly { readonly name: string; readonly form: URLSearchParams; readonly url: string }[];
  addCourse(given?: Partial<FakeCourse>): FakeCourse;
  /** Generated ones, with ids that follow each other. */
  addCourses(count: number): void;
  addUser(given?: Partial<FakeUser>): FakeUser;
  /** The next `times` requests (of one function) go wrong; for ever without `times`. Asked again, both are waiting. */
  trouble(what: FakeTrouble, of?: { readonly times?: number; readonly name?: string }): void;
  /** Everything goes well again. */
  heal(): void;
  close(): Promise<void>;
}

interface Waiting {
  readonly what: FakeTrouble;
  readonly name: string | undefined;
  left: number;
}

/**
 * A Moodle 4.5 on loopback, as far as its web services go: it speaks the recorded payloads, quirks included (HTTP 200 for
 * errors, escaped names, `null` for done, no pages, no cursor).
 */
export async function startFakeMoodle(site: FakeSite = sampleFakeSite()): Promise<FakeMoodle> {
  const calls: { name: string; form: URLSearchParams; url: string }[] = [];
  const troubles: Waiting[] = [];
  const server = createServer((request, response) => {
    void serve({ request, response }).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/moodle`;

  async function serve(exchange: Exchange): Promise<void> {
    const { request, response } = exchange;
    const form = new URLSearchParams(await textOf(request));
    const name = form.get('wsfunction') ?? '';
    const shown = new URLSearchParams(form);
    shown.delete('wstoken');
    calls.push({ name, form: shown, url: request.url ?? '' });
    const trouble = next(troubles, name);
    if (!request.url?.startsWith('/moodle/webservice/rest/server.php')) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<!DOCTYPE html><h1>Not found</h1>');
    } else if (!(trouble && (await refused(exchange, trouble)))) {
      await reply(exchange, { answer: answerOf({ site, baseUrl, form }), trouble });
    }
  }

  const nextId = (of: ReadonlyMap<number, unknown>) => Math.max(2, ...of.keys()) + 1;
  return {
    ...{ baseUrl, site, calls },
    addCourse(given = {}) {
      const course = sampleFakeCourse({ id: nextId(site.courses), ...given });
      site.courses.set(course.id, course);
      return course;
    },
    addCourses(count) {
      const first = [...site.courses.keys()].reduce((most, id) => Math.max(most, id), 1) + 1;
      for (let id = first; id < first + count; id += 1) site.courses.set(id, sampleFakeCourse({ id }));
    },
    addUser(given = {}) {
      const user = sampleFakeUser({ id: nextId(site.users), ...given });
      site.users.set(user.id, user);
      return user;
    },
    trouble: (what, { times = Number.POSITIVE_INFINITY, name } = {}) =>
      void troubles.push({ what, name, left: times }),
    heal: () => void troubles.splice(0),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function next(troubles: readonly Waiting[], name: string): FakeTrouble | undefined {
  const waiting = troubles.find((one) => one.left > 0 && (one.name === undefined || one.name === name));
  if (waiting) waiting.left -= 1;
  return waiting?.what;
}

/** Answers at once what is not even asked of Moodle. */
async function refused({ response }: Exchange, trouble: FakeTrouble): Promise<boolean> {
  const page = '<!DOCTYPE html><title>Selamat datang</title>';
  if (trouble.kind === 'status') response.writeHead(trouble.status).end(page);
  else if (trouble.kind === 'page') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  else if (trouble.kind === 'fault') {
    const { errorcode, debuginfo = 'SELECT * FROM {user}' } = trouble;
    const exception = 'core\\exception\\moodle_exception';
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ exception, errorcode, message: 'Something went wrong', debuginfo }));
  } else return false;
  return true;
}

function answerOf(asked: Parameters<typeof answerFunction>[0]): unknown {
  try {
    return answerFunction(asked);
  } catch (error) {
    if (error instanceof FakeFault) return error.answer;
    throw error;
  }
}

async function reply(
  { request, response }: Exchange,
  { answer, trouble }: { readonly answer: unknown; readonly trouble: FakeTrouble | undefined },
): Promise<void> {
  const isTwice = trouble?.kind === 'twice' && Array.isArray(answer);
  // PHP escapes slashes, and everything beyond ASCII.
  const text = JSON.stringify(isTwice ? [...answer, ...answer] : answer).replaceAll('/', '\\/');
  const body = Buffer.from(text);
  if (trouble?.kind === 'lost') {
    request.socket.destroy();
    return;
  }
  if (trouble?.kind === 'slow') await new Promise((done) => setTimeout(done, trouble.ms));
  response.setHeader('content-type', 'application/json; charset=utf-8');
  if (trouble?.kind === 'half') response.end(body.subarray(0, body.length >> 1));
  else if (trouble?.kind === 'cut') {
    response.setHeader('content-length', body.length);
    response.write(body.subarray(0, body.length >> 1), () => request.socket.destroy());
  } else response.end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}
