import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const readySchema = z.object({ ready: z.literal(true), importMs: z.number(), node: z.string() });
const answerSchema = z.object({ id: z.number(), answer: z.unknown(), fault: z.string().optional() });

export interface StartedFunction {
  /** Version of the Node that runs it. */
  readonly node: string;
  readonly importMs: number;
  /** Resolves with what the handler answers; rejects with what it throws. */
  invoke(event: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts a bundle in a process of its own, outside the repository and with nothing but the given environment. */
export async function startFunction(options: {
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}): Promise<StartedFunction> {
  const { file, environment } = options;
  const child = fork(fileURLToPath(import.meta.resolve('./run-bundle.ts')), [file], {
    cwd: dirname(file),
    env: environment,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  }
  const { node, importMs } = readySchema.parse(await firstMessage(child, said));
  return { node, importMs, invoke: inOrder(child), close: () => stop(child) };
}

async function firstMessage(child: ChildProcess, said: readonly string[]): Promise<unknown> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the bundle ended with ${code} before it could be called: ${said.join('')}`);
  });
  const [message] = await Promise.race([once(child, 'message'), gone]);
  gone.catch(() => undefined);
  return message;
}

function inOrder(child: ChildProcess): StartedFunction['invoke'] {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;
  child.on('message', (message) => {
    const { id, answer, fault } = answerSchema.parse(message);
    const call = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) call?.resolve(answer);
    else call?.reject(new Error(fault));
  });
  child.on('exit', (code) => {
    for (const call of waiting.values()) call.reject(new Error(`the function's process ended with ${code}`));
  });
  return (event) => {
    calls += 1;
    const call = Promise.withResolvers<unknown>();
    waiting.set(calls, call);
    child.send({ id: calls, event });
    return call.promise;
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
