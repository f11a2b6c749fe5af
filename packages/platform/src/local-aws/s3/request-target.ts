import { S3Refusal } from './refusal.ts';

/** A path-style request line, taken apart without normalising: `..` is an ordinary part of an S3 key. */
export interface RequestTarget {
  /** Path segments, percent-decoded; the first is the bucket. */
  readonly segments: readonly string[];
  readonly bucket: string;
  /** Empty for requests on the bucket itself. */
  readonly key: string;
  /** Decoded query in request order. */
  readonly query: readonly (readonly [string, string])[];
  /** The value of a parameter, `''` when it has none, undefined when absent. */
  param(name: string): string | undefined;
}

export function parseTarget(rawUrl: string): RequestTarget {
  const mark = rawUrl.indexOf('?');
  const path = mark < 0 ? rawUrl : rawUrl.slice(0, mark);
  if (!path.startsWith('/'))
    throw new S3Refusal(400, 'InvalidURI', 'the request path must start with a slash');
  const segments = path.slice(1).split('/').map(decode);
  const query = (mark < 0 ? '' : rawUrl.slice(mark + 1))
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = decode(equals < 0 ? pair : pair.slice(0, equals));
      return [name, equals < 0 ? '' : decode(pair.slice(equals + 1))] as const;
    });
  const [bucket = '', ...rest] = segments;
  return {
    segments,
    bucket,
    key: rest.join('/'),
    query,
    param: (name) => query.find(([key]) => key === name)?.[1],
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Refusal(400, 'InvalidURI', 'the URI holds a percent escape that is not UTF-8');
  }
}
