/** What no case sends: the token header in odd spellings, twice, and in places where it does not count. */
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createClient, expectRefusal, FIRST, SECOND, TOKENS } from '../client.ts';

const { send, url } = await createClient();

/** Whose device a header stands for. */
async function whois(Authorization: string): Promise<string> {
  const { body, text } = await send({ path: '/status', headers: { Authorization } });
  return body.data?.phone_number ?? text;
}

describe('a token in the Authorization header', () => {
  it.each([
    `bEaReR ${TOKENS.first}`,
    `Bearer    ${TOKENS.first}`,
    `Bearer\t${TOKENS.first}`,
    `  ${TOKENS.first}  `,
  ])('is accepted as %j', async (header) => {
    expect(await whois(header)).toBe(FIRST);
  });

  it('may have its hexadecimal digits in either case', async () => {
    const token = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
    const other = await createClient({ accounts: [{ token, phone: '5511666666666' }] });
    for (const spelled of [token, token.toUpperCase(), `Bearer ${token.toUpperCase()}`]) {
      const { body } = await other.send({ path: '/status', headers: { Authorization: spelled } });
      expect(body.data.phone_number).toBe('5511666666666');
    }
  });

  it('counts when it comes first of two', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const both = [`Bearer ${TOKENS.second}`, `Bearer ${TOKENS.first}`];
      const sent = request(`${url}/status`, { headers: { Authorization: both } }, (response) => {
        response.setEncoding('utf8').on('data', resolve);
      });
      sent.on('error', reject).end();
    });
    expect(answer).toContain(SECOND);
  });

  it.each([
    ['x-api-key', { 'X-API-Key': TOKENS.first }],
    ['token', { Token: TOKENS.first }],
    ['a cookie', { Cookie: `token=${TOKENS.first}; Authorization=${TOKENS.first}` }],
    ['Proxy-Authorization', { 'Proxy-Authorization': `Bearer ${TOKENS.first}` }],
  ])('does not count in another place: %s', async (_, headers) => {
    expectRefusal(await send({ headers }), 401, 'UNAUTHORIZED', 'missing-token');
  });

  it('is asked for by name', async () => {
    const { headers, body } = await send({});
    expect(headers['www-authenticate']).toBe('Bearer');
    expect(body.error).toMatch(/Authorization: Bearer <token>/);
  });

  it('is never repeated in an answer', async () => {
    const unknown = '33333333-3333-4333-8333-333333333333';
    const { text, headers } = await send({ headers: { Authorization: unknown } });
    expect(text + JSON.stringify(headers)).not.toContain(unknown);
  });
});
