/**
 * `Content-Disposition` of a download, RFC 6266: an ASCII name for old clients and the exact one in UTF-8. Quotes, path
 * separators and control characters never reach the header.
 */
export function attachmentDisposition(fileName: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = fileName.replace(/[\u0000-\u001f\u007f"\\/]/g, '_').toWellFormed();
  const ascii = clean.replace(/[^ -~]/g, '_');
  const utf8 = encodeURIComponent(clean).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
