import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../spec/index.ts';

/** A client of WUTS whose paths, bodies and answers are those of the document: a typing mistake does not compile. */
export type WutsClient = Client<paths>;

/** Outside this repository `paths` is imported from `wuts-mock/spec`. */
export function createWutsClient(url: string, token: string): WutsClient {
  return createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } });
}
