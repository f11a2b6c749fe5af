import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Names that pages use for what the build compiled. */
export type AssetName =
  | 'portal'
  | 'compare-file'
  | 'copy'
  | 'leave-frame'
  | 'leave-part'
  | 'lti-storage'
  | 'refresh'
  | 'send-file'
  | 'tool-registration'
  | 'upload';

/** The compiled style sheet and scripts. File names carry a hash of the content and never change their meaning. */
export interface Assets {
  /** Path on the portal by name, e.g. `/assets/portal.1a2b3c.css`. */
  readonly paths: Readonly<Record<AssetName, string>>;
  readonly files: AssetFiles;
  readonly stubs: DispatchStubs;
}

/** Scripts of the packages that run a course in another learning system; they lie in those packages. */
export interface DispatchStubs {
  readonly scorm12: string;
  readonly cmi5: string;
}

export type AssetFiles = Readonly<Record<string, AssetFile>>;

/** As the portal uses them: names at once, contents when somebody asks for a file. */
export interface ServedAssets extends Pick<Assets, 'paths'> {
  readonly readFiles: () => Promise<AssetFiles>;
  readonly readStubs: () => Promise<DispatchStubs>;
}

/** Compressed once, at build time: small in the function's bundle, and sent as it lies. */
export interface AssetFile {
  readonly type: string;
  /** Brotli in base64. */
  readonly brotli: string;
}

export function packAsset(type: string, text: string): AssetFile {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return { type, brotli: brotliCompressSync(text, { params }).toString('base64') };
}

/** The answer's body and its encoding, for a browser that takes these encodings. */
export function unpackAsset(
  file: AssetFile,
  acceptEncoding: string,
): { readonly body: Uint8Array<ArrayBuffer>; readonly encoding?: 'br' } {
  const packed = new Uint8Array(Buffer.from(file.brotli, 'base64'));
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(acceptEncoding)) return { body: packed, encoding: 'br' };
  return { body: new Uint8Array(brotliDecompressSync(packed)) };
}
