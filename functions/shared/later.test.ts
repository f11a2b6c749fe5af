import { describe, expect, it } from 'vitest';
import { later } from './later.ts';

interface Greeter {
  greet(name: string): Promise<string>;
  refuse(): Promise<void>;
}

function countedGreeter() {
  const loads = { count: 0 };
  const port = later<Greeter>(async () => {
    loads.count += 1;
    return {
      greet: async (name) => `Halo, ${name}`,
      refuse: async () => {
        throw new Error('no');
      },
    };
  });
  return { port, loads };
}

describe('later', () => {
  it('loads with the first question, once, and passes on questions, answers and refusals', async () => {
    const { port, loads } = countedGreeter();
    expect(loads.count).toBe(0);
    expect(await Promise.all([port.greet('Sri'), port.greet('Bima')])).toEqual(['Halo, Sri', 'Halo, Bima']);
    await expect(port.refuse()).rejects.toThrow('no');
    expect(loads.count).toBe(1);
  });

  it('is no promise itself', async () => {
    const { port, loads } = countedGreeter();
    expect(await port).toBe(port);
    expect(loads.count).toBe(0);
  });
});
