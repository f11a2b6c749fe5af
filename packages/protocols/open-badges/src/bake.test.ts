import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bakePng, bakeSvg, pngChunk } from './index.ts';

const credential = { id: 'https://sinau.example/credentials/N/1', name: 'Étika & ]]> <layanan>' };

describe('a picture that carries a badge', () => {
  it('has it as JSON directly behind the tag of an SVG, whatever the badge says', () => {
    const baked = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g/></svg>', credential);
    const [, head, json = '', rest] =
      /^(<svg [^>]*>)<openbadges:credential>(.*)<\/openbadges:credential>(.*)$/s.exec(baked) ?? [];
    expect(head).toContain('xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"');
    expect(head).toContain('viewBox="0 0 1 1"');
    expect(rest).toBe('<g/></svg>');
    const text = [...json.matchAll(/<!\[CDATA\[(.*?)\]\]>/gs)].map(([, part]) => part).join('');
    expect(JSON.parse(text)).toEqual(credential);
  });

  it('refuses what does not begin with its tag', () => {
    expect(() => bakeSvg('<?xml version="1.0"?><svg/>', credential)).toThrow('begins with its tag');
  });

  it('has it as one text chunk behind the header of a PNG, with its check', () => {
    const signature = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]);
    const header = pngChunk('IHDR', new Uint8Array(13));
    const end = pngChunk('IEND', new Uint8Array());
    const baked = Buffer.from(bakePng(Buffer.concat([signature, header, end]), credential));
    const at = signature.length + header.length;
    const length = baked.readUInt32BE(at);
    expect(baked.toString('latin1', at + 4, at + 8)).toBe('iTXt');
    const data = baked.subarray(at + 8, at + 8 + length);
    expect(data.toString('latin1', 0, 24)).toBe('openbadgecredential\0\0\0\0\0');
    expect(JSON.parse(data.toString('utf8', 24))).toEqual(credential);
    expect(baked.readUInt32BE(at + 8 + length)).toBe(crc32(baked.subarray(at + 4, at + 8 + length)));
    expect(baked.subarray(at + 12 + length)).toEqual(Buffer.from(end));
  });
});
