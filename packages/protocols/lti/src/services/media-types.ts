/** Media types of the services. Tools may send and accept plain JSON as well. */
export const mediaTypes = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItemContainer: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  resultContainer: 'application/vnd.ims.lis.v2.resultcontainer+json',
  membershipContainer: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
} as const;

/**
 * True for any media type of JSON, whatever its name: tools mix those of line item and score, and some send plain JSON. What a body is
 * follows from its address.
 */
export const isJsonType = (contentType: string): boolean =>
  /^\s*(application|text)\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType);
