import type { XmlElement } from '@sinau/findings';
import type { MarkupSink } from './markup-sink.ts';

/** What stands in an element in document order; trees that are read without `mixed` give the children last. */
export function contentOf({ mixed, text, children }: XmlElement): readonly (string | XmlElement)[] {
  return mixed ?? (text === '' ? children : [text, ...children]);
}

/**
 * Gives what an element holds to a sink.
 * @param instead takes an element over: then nothing of it reaches the sink but what it gives itself
 */
export function readXmlMarkup(
  element: XmlElement,
  sink: MarkupSink,
  instead: (child: XmlElement) => boolean = () => false,
): void {
  for (const part of contentOf(element)) {
    if (typeof part === 'string') sink.text(part);
    else if (!instead(part)) {
      const name = part.name.toLowerCase();
      sink.open(name, attributesOf(part));
      readXmlMarkup(part, sink, instead);
      sink.close(name);
    }
  }
}

const attributesOf = ({ attributes }: XmlElement): ReadonlyMap<string, string> =>
  new Map(attributes.map(({ name, value }) => [name.toLowerCase(), value]));
