/** Headers that end or frame a message, in small letters: no fault has them either. */
export const OF_A_CONNECTION: readonly string[] = [
  'connection',
  'content-length',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Headers that HTTP itself is in charge of in a request with a body. Source: RFC 9110. */
export const OF_HTTP: readonly string[] = [
  ...OF_A_CONNECTION,
  'content-encoding',
  'content-type',
  'expect',
  'host',
  'http2-settings',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
];

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

const VALUE = /^[\t\x20-\x7e\x80-\uffff]*$/;

/**
 * The headers of a webhook that go out with its deliveries: all but those of HTTP, that of the signature, and those that
 * cannot be sent, which a saved world may have. Values go out in UTF-8.
 */
export function toSent(
  headers: Readonly<Record<string, string>>,
  signatureHeader = '',
): Record<string, string> {
  const ours = [...OF_HTTP, signatureHeader.toLowerCase()];
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name, value]) => NAME.test(name) && VALUE.test(value))
      .filter(([name]) => !ours.includes(name.toLowerCase()))
      .map(([name, value]) => [name, Buffer.from(value).toString('latin1')]),
  );
}
