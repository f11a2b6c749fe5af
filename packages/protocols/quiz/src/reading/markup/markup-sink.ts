/** Takes markup piece by piece, of HTML text or of an XML tree. Names are lower case and without namespace. */
export interface MarkupSink {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}
