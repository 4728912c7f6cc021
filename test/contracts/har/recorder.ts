/** A HAR entry, as far as recorders write it. */
export interface HarEntry {
  request: {
    method: string;
    url: string;
    headers: { name: string; value: string }[];
    postData?: { mimeType: string; text: string };
  };
  response: { status: number; content: { size: number; mimeType: string; text?: string; encoding?: string } };
}

/** What to send. */
export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Sends requests and writes down what a browser would. */
export function createRecorder(url: string, token: string) {
  const entries: HarEntry[] = [];
  const call = async (path: string, { method = 'GET', headers = {}, body }: Sent = {}) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent = {
      Authorization: `Bearer ${token}`,
      ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    };
    const response = await fetch(url + path, {
      method,
      headers: sent,
      ...(text === undefined ? {} : { body: text }),
    });
    const answer = await response.text();
    const entry: HarEntry = {
      request: {
        method,
        url: url + path,
        headers: Object.entries(sent).map(([name, value]) => ({ name, value })),
        ...(text === undefined ? {} : { postData: { mimeType: 'application/json', text } }),
      },
      response: {
        status: response.status,
        content: { size: answer.length, mimeType: 'application/json', text: answer },
      },
    };
    entries.push(entry);
    return { entry, body: JSON.parse(answer) };
  };
  return { entries, call };
}

/** A HAR file with these entries. */
export function toArchive(entries: readonly unknown[]): string {
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'recorder', version: '1' }, entries },
  });
}
