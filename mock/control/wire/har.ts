import { type ControlSchema, readVersion } from '../../../spec/index.ts';
import { type Kept, textOf, type Whose, withoutTokens } from '../../journal/body.ts';
import type { Entry } from '../../journal/entry.ts';
import { tellHeaders, tellQuery } from '../../journal/headers.ts';

/** Calls of the journal as an HTTP archive: http://www.softwareishard.com/blog/har-12-spec/. */
export function toHar(entries: readonly Entry[], whose: Whose): ControlSchema<'Har'> {
  const creator = { name: 'wuts-mock', version: readVersion() };
  return { log: { version: '1.2', creator, entries: entries.map((entry) => toHarEntry(entry, whose)) } };
}

function toHarEntry(entry: Entry, whose: Whose) {
  const { at, method, path, phone, status } = entry;
  const headers = tellHeaders(entry.headers, phone, whose);
  const query = tellQuery(entry.query, whose);
  const search = query === '' ? '' : `?${query}`;
  const replyHeaders = tellHeaders(entry.replyHeaders, undefined, whose);
  const sent = textIn(entry.request, whose);
  return {
    startedDateTime: new Date(at).toISOString(),
    time: 0,
    request: {
      method,
      url: `http://${headers.host ?? 'localhost'}${withoutTokens(path, whose)}${search}`,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      // As browsers do: what stands there instead of a token would be a wrong one.
      headers: toPairs(headers).filter(({ name }) => name !== 'authorization'),
      queryString: toPairs(Object.fromEntries(new URLSearchParams(query))),
      ...(entry.request.bytes > 0 && {
        postData: { mimeType: headers['content-type'] ?? '', ...sent },
      }),
      headersSize: -1,
      bodySize: entry.request.bytes,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(replyHeaders),
      content: {
        size: entry.reply.bytes,
        mimeType: replyHeaders['Content-Type'] ?? '',
        ...textIn(entry.reply, whose),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: entry.reply.bytes,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}

/** The text of a body of which all was kept. */
function textIn(kept: Kept, whose: Whose): { text?: string } {
  return kept.isCut ? {} : { text: withoutTokens(textOf(kept), whose).toWellFormed() };
}

function toPairs(values: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
