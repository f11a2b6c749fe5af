import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** One connector with a state directory at a time. Undefined: another one that is alive has it. */
export async function takeLock(directory: string): Promise<(() => Promise<void>) | undefined> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'running');
  for (let n = 0; n < 2; n += 1) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
      if (await isAlive(path)) return undefined;
      // Of one that was killed.
      await rm(path, { force: true });
    }
  }
  return undefined;
}

async function isAlive(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
