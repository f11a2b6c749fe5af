import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const devSchema = z.object({ providerApi: z.object({ url: z.url(), token: z.string() }) });
const importedSchema = z.object({ result: z.object({ courseId: z.string(), kind: z.string() }) });

type Sent = Blob | Uint8Array<ArrayBuffer> | string;

/** Posts to the provider's API as its machine, which `npm start` has made; rejects unless that was taken. */
export async function providerPoster(
  dataDir: string,
): Promise<(path: string, body: Sent, type?: string) => Promise<unknown>> {
  const { providerApi } = devSchema.parse(JSON.parse(await readFile(join(dataDir, 'dev.json'), 'utf8')));
  return async (path, body, type = 'application/json') => {
    const headers = { authorization: `Bearer ${providerApi.token}`, 'content-type': type };
    const answer = await fetch(`${providerApi.url}${path}`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
}

/** A course of one package, as a machine of the provider sends and publishes it; gives its id. */
export async function publishByApi(
  dataDir: string,
  given: {
    readonly body: Uint8Array<ArrayBuffer> | string;
    readonly fileName: string;
    readonly type: string;
    /** That the check finds it to be. */
    readonly kind: string;
    readonly title: string;
  },
): Promise<string> {
  const post = await providerPoster(dataDir);
  const sent = await post(`/packages?fileName=${given.fileName}`, given.body, given.type);
  const { courseId, kind } = importedSchema.parse(sent).result;
  if (kind !== given.kind) throw new Error(`the package was taken for ${kind}`);
  await post(`/courses/${courseId}/versions`, '{}');
  await post(`/courses/${courseId}/publish`, JSON.stringify({ jp: '2', title: { id: given.title } }));
  return courseId;
}
