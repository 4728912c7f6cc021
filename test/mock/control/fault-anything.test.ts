import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../../../mock/index.ts';
import type { Json } from './plane.ts';

const TOKEN = '11111111-1111-4111-8111-111111111111';

/** Texts that break a header, a line or an encoding. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    'a\nb',
    'a\r\nX: y',
    '\u0000',
    '\u007f',
    'é',
    '😀',
    '\ud800',
    '\udc00x',
    'x'.repeat(1000),
    'x'.repeat(4096),
    'x'.repeat(4097),
    'x'.repeat(1_000_000),
  ),
);
const names = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'Content-Type',
    'content-LENGTH',
    'Transfer-Encoding',
    'Trailer',
    'Connection',
    'Keep-Alive',
    'Upgrade',
    'Set-Cookie',
    'Date',
    'Host',
    'X-Mock-Rule',
    'x-MOCK-fault',
    'Retry-After',
    'a b',
    'a:',
    'é',
    '',
    'a'.repeat(101),
  ),
);

const headers = fc.oneof(
  { weight: 9, arbitrary: fc.dictionary(names, texts, { maxKeys: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constant(Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`h${n}`, 'x']))),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`h${n}`, 'x'.repeat(4096)])),
    ),
  },
);

const faults = fc.oneof(
  fc.record(
    {
      status: fc.oneof(
        fc.constantFrom(100, 101, 103, 199, 200, 204, 205, 304, 400, 503, 599, 600),
        fc.integer({ min: 200, max: 599 }),
      ),
      message: texts,
      error_code: fc.constantFrom('OOPS', 'é', '__PROTO__', 'A'.repeat(64), 'A\n'),
      headers,
      truncate: fc.constant(true),
      delay_ms: fc.constantFrom(0, 1, 2, 120_001, 1e15),
    },
    { requiredKeys: ['status'] },
  ),
  fc.record(
    { per_window: fc.constant({ calls: 0, seconds: 31_536_000 }), headers },
    { requiredKeys: ['per_window'] },
  ),
  fc.record({ drop: fc.constantFrom('before', 'after') }),
  fc.record({ rows: fc.constant([{ participant: '5511777777777', code: 500 }]) }),
);

describe('whatever fault is taken', () => {
  it('can be told and saved, and what it does can be sent', async () => {
    const errors: unknown[] = [];
    const mock = await startMock({ port: 0, seed: 1, onFault: (error) => errors.push(error) });
    onTestFinished(() => mock.close());
    const control = async (method: string, path: string, body?: object) => {
      // Not over HTTP: a connection that a fault cuts may be the one that is kept for the next call.
      const response = await mock.fetch(`${mock.url}/__mock/worlds/default${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const got: Json = await response.json();
      return { status: response.status, body: got };
    };
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(faults, async (fault) => {
        await control('DELETE', '/faults');
        const { status, body } = await control('POST', '/faults', { ...fault, times: null });
        expect([201, 400, 413, 422], JSON.stringify(body)).toContain(status);
        if (status !== 201) return;
        taken += 1;
        const wanted = 'status' in fault ? fault.status : undefined;
        const isCut = 'drop' in fault || 'truncate' in fault;
        for (const ask of [fetch, mock.fetch]) {
          const answer = await ask(`${mock.url}/groups`, { headers: { Authorization: TOKEN } })
            .then(async (response) => ({ status: response.status, text: await response.text() }))
            .catch((error) => error);
          if (isCut) continue;
          expect(answer, String(answer.cause ?? answer)).not.toBeInstanceOf(Error);
          if (wanted !== undefined) expect(answer.status).toBe(wanted);
        }
        for (const path of ['/faults', '/journal', '/snapshot']) {
          expect((await control('GET', path)).status).toBe(200);
        }
        expect(errors).toEqual([]);
      }),
      { numRuns: 150, seed: 1 },
    );
    expect(taken).toBeGreaterThan(20);
  }, 120_000);
});
