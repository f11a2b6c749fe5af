import { describe, expect, it } from 'vitest';
import { customLines, customOf } from './link-fields.tsx';

describe('custom parameters of a link', () => {
  it('are lines of name=value, with whatever blanks around them', () => {
    expect(customOf(' id = 5e72 \r\n\nwho=$User.id\nempty=')).toEqual({
      id: '5e72',
      who: '$User.id',
      empty: '',
    });
    expect(customOf('')).toEqual({});
    expect(customOf('a=b=c')).toEqual({ a: 'b=c' });
  });

  it.each(['id', '=5', 'a=1\nid', `${'n'.repeat(256)}=1`, `a=${'v'.repeat(2001)}`])('refuses %j', (text) => {
    expect(customOf(text)).toBeUndefined();
  });

  it('come back as they were, also those that no line can say', () => {
    const lines = { id: '5e72', 'Nama kelas': 'A & B', a: 'b=c', empty: '' };
    const others = { text: 'two\nlines', 'a=b': 'x', ' blank': 'x', padded: ' x ', '': 'x' };
    const { text, kept } = customLines({ ...lines, ...others });
    expect(kept).toEqual(others);
    expect(customOf(text)).toEqual(lines);
  });
});
