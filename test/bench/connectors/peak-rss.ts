import { readFile } from 'node:fs/promises';

/** The most memory that this program ever had: what the system counts for the process also holds its parent's at the moment of its start. */
export async function peakRssMb(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kibibytes === undefined ? process.resourceUsage().maxRSS / 1000 : (Number(kibibytes) * 1024) / 1e6;
}
