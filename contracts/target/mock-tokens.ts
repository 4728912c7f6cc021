import { at } from '../language/templates.ts';
import type { Send } from './send.ts';
import { isLoopback, type Target } from './target.ts';

/**
 * The tokens of the default world, in words, where the target is wuts-mock on this machine, which tells them to anybody
 * here; undefined for anything else. No other host is asked.
 */
export async function tellMockTokens(target: Target, send: Send): Promise<string | undefined> {
  if (!isLoopback(target)) return undefined;
  const url = `${target.url.replace(/\/+$/, '')}/__mock`;
  try {
    const { status, body } = await send({ method: 'GET', url, headers: {}, body: undefined });
    const accounts = at(body, 'accounts');
    if (status !== 200 || !Array.isArray(accounts) || accounts.length === 0) return undefined;
    const told = accounts.map((one) => `  ${at(one, 'token')}  device of ${at(one, 'phone')}`);
    return ['It is wuts-mock, and its tokens are:', ...told].join('\n');
  } catch {
    // The 401 is what there is to tell; this was only to help.
    return undefined;
  }
}
