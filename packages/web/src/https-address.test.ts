import { describe, expect, it } from 'vitest';
import { httpsAddress } from './https-address.ts';

const isTaken = (text: string): boolean => httpsAddress.safeParse(text).success;

describe('an address that somebody gives others', () => {
  it.each([
    'https://rapat.example',
    'https://rapat.example/a?mail=sri@badan.example#b@c',
    'https://rapat.example:8443/@ruang',
  ])('may be %s', (text) => expect(isTaken(text)).toBe(true));

  it.each([
    'https://sinau.example@jahat.example/',
    'https://sinau:sandi@jahat.example',
    'https://sinau.example%2F@jahat.example/',
    'https:sinau.example@jahat.example/',
    'https:////sinau.example@jahat.example/',
    'http://rapat.example/',
    'javascript:alert(1)',
    '//rapat.example',
    `https://rapat.example/${'a'.repeat(500)}`,
  ])('is never %s', (text) => expect(isTaken(text)).toBe(false));
});
