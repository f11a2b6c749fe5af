/** An image that quizzes may show: none of these can hold script, unlike SVG. */
export interface ImageType {
  readonly contentType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp';
}

/** So many first bytes tell the type. */
export const imageHeadBytes = 12;

const signatures: readonly (ImageType & { readonly at: number; readonly bytes: readonly number[] })[] = [
  {
    contentType: 'image/png',
    extension: 'png',
    at: 0,
    bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  { contentType: 'image/jpeg', extension: 'jpg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { contentType: 'image/gif', extension: 'gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { contentType: 'image/webp', extension: 'webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
];

/** By content, never by name (case A9); undefined for anything that is no image or may hold script. */
export function imageTypeOf(head: Uint8Array): ImageType | undefined {
  const found = signatures.find(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte));
  return found && { contentType: found.contentType, extension: found.extension };
}
