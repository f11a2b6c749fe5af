import { describe, expect, it } from 'vitest';
import { secretTextBox } from './text-box.ts';

const box = secretTextBox('a secret of this test, long enough');

describe('a box for texts that travel through strangers', () => {
  it('opens what it has sealed, in either letter case, and shows nothing of it', () => {
    const text = JSON.stringify({ tag: 'Ünïcode', after: 'aB9' });
    const sealed = box.seal('p', text);
    expect(sealed).toMatch(/^[\da-f]+$/);
    expect(box.open('p', sealed.toUpperCase())).toBe(text);
    expect(Buffer.from(sealed, 'hex').includes('aB9')).toBe(false);
    expect(box.seal('p', text)).not.toBe(sealed);
  });

  it('opens nothing that was altered, is of another purpose, or was sealed by another', () => {
    const sealed = box.seal('p', 'x');
    const other = secretTextBox('another secret of this test, long enough');
    const altered = sealed.slice(0, -1) + (sealed.endsWith('0') ? '1' : '0');
    for (const [purpose, text] of [
      ['q', sealed],
      ['p', altered],
      ['p', sealed.slice(2)],
      ['p', ''],
      ['p', 'zz'],
      ['p', '00'],
    ]) {
      expect(box.open(purpose ?? '', text ?? '')).toBeUndefined();
    }
    expect(other.open('p', sealed)).toBeUndefined();
  });
});
