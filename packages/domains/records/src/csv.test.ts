import { type Cell, csvRecord } from '@sinau/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationSeconds } from './duration-seconds.ts';

const lineOf = (...cells: readonly Cell[]) => csvRecord(cells).replace(/\r\n$/, '');

/** An RFC 4180 reader of one record, written apart from the writer. */
function readRecord(text: string): string[] {
  const cells: string[] = [];
  let rest = text;
  do {
    rest = cells.length > 0 ? rest.slice(1) : rest;
    const [whole = '', inner] = /^"((?:[^"]|"")*)"/.exec(rest) ?? /^[^,\r\n"]*/.exec(rest) ?? [];
    cells.push(inner === undefined ? whole : inner.replaceAll('""', '"'));
    rest = rest.slice(whole.length);
  } while (rest.startsWith(','));
  expect(rest).toBe('\r\n');
  return cells;
}

describe('csvRecord', () => {
  it('ends with CRLF, quotes what needs it, and leaves absent cells empty', () => {
    expect(csvRecord(['a', undefined, 'b,c', 'd "e"', 'f\ng'])).toBe('a,,"b,c","d ""e""","f\ng"\r\n');
  });

  it.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+62811', "'+62811"],
    ['-1+2', "'-1+2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠1', "'＠1"],
    ["'quoted", "''quoted"],
    ['a=b', 'a=b'],
  ])('F1: gives %j no chance to be a formula', (given, written) => {
    expect(lineOf(given)).toBe(written);
  });

  it('F1: leaves numbers numbers, also below zero', () => {
    expect(lineOf(-0.5, 85, 0, 1e-7, true, false)).toBe('-0.5,85,0,1e-7,true,false');
  });

  it('F1: gives back the original when one apostrophe is taken off, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '"', ',', '\r', '\n', 'a', '＝') }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const read = readRecord(csvRecord(cells));
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(read.map((cell) => cell.replace(/^'/, ''))).toEqual(cells);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('durationSeconds', () => {
  it.each([
    ['PT12M30S', 750],
    ['PT0S', 0],
    ['P1DT1H', 90_000],
    ['P2W', 1_209_600],
    ['PT1.239S', 1.24],
    ['PT1,5S', 1.5],
    ['PT0.5H', 1_800],
    ['P1M', undefined],
    ['P1Y', undefined],
    ['', undefined],
    ['12', undefined],
    ['PT..S', undefined],
  ])('reads %j as %j', (duration, seconds) => {
    expect(durationSeconds(duration)).toBe(seconds);
  });
});
