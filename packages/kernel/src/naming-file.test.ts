import { expect, it, vi } from 'vitest';
import { namingFile } from './naming-file.ts';

class Lost extends Error {}

it('takes a file away again where somebody was quicker, and leaves it where it is named or nobody knows', async () => {
  const remove = vi.fn(async () => {});
  const file = { lost: Lost, remove };
  expect(await namingFile(Promise.resolve('saved'), file)).toBe('saved');
  await expect(namingFile(Promise.reject(new Error('timed out')), file)).rejects.toThrow('timed out');
  expect(remove).not.toHaveBeenCalled();
  await expect(namingFile(Promise.reject(new Lost()), file)).rejects.toBeInstanceOf(Lost);
  expect(remove).toHaveBeenCalledTimes(1);
});
