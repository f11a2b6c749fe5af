import { describe, expect, it } from 'vitest';
import { termsSchema } from './event.ts';

const isTaken = (url: string): boolean =>
  termsSchema.shape.links.safeParse([{ title: 'Salindia', url }]).success;

describe('the address of a material', () => {
  it.each(['https://bahan.example', 'https://bahan.example:8443/@salindia?surel=sri@badan.example'])(
    'may be %s',
    (url) => expect(isTaken(url)).toBe(true),
  );

  it.each([
    'https://sinau.example@jahat.example/',
    'https://sinau:sandi@jahat.example',
    'https:////sinau.example@jahat.example/',
    'https:sinau.example@jahat.example/',
    'http://bahan.example/',
    'javascript:alert(1)',
  ])('is never %s', (url) => expect(isTaken(url)).toBe(false));
});
