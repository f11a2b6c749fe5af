export type Log = (event: string, more?: Readonly<Record<string, string | number | boolean>>) => void;

/** A line of JSON for each event. Numbers as long as those of people (NIP, NIK) are never written, wherever they came from. */
export const createLog =
  (write: (line: string) => void, clock: { now(): Date }): Log =>
  (event, more = {}) => {
    const line = JSON.stringify({ at: clock.now().toISOString(), event, ...more });
    write(line.replace(/(?<![0-9a-fA-F-])\d(?:[ .]?\d){14,17}(?![0-9a-fA-F-])/g, '[number]'));
  };
