/** What no case tries: every status that a fault can answer, on every operation. */
import { describe, expect, it } from 'vitest';
import { createValidator, loadDocument } from '../../../spec/index.ts';
import { TOKENS } from '../client.ts';
import { createPlane } from './plane.ts';

const document = loadDocument();
const validator = createValidator(document);
const plane = await createPlane({ seed: 1 });

const errors = document.operations.flatMap((operation) =>
  [...operation.replies.keys()]
    .filter((status) => status >= 400)
    .map((status) => ({ operation, id: operation.id, status })),
);

describe('a scripted error', () => {
  it('is tried with every operation and every error that the document lists', () => {
    expect(errors.length).toBeGreaterThan(200);
    expect(new Set(errors.map(({ id }) => id)).size).toBe(document.operations.length);
  });

  it.each(errors)('$status of $id fits the document, without a word about it', async (one) => {
    const { operation, id, status } = one;
    await plane.control('POST', '/worlds/default/faults', { operation: id, status });
    const path = operation.path.replace(/\{.+?\}/g, '120363039000000000@g.us');
    const headers = { Authorization: `Bearer ${TOKENS.first}` };
    const answer = await plane.send({ method: operation.method, path, headers });
    expect(answer.status, answer.text).toBe(status);
    expect(validator.reply(operation, status, answer.body)).toEqual([]);
    expect(answer.headers['x-mock-rule']).toBe('scripted-fault');
    expect(answer.headers['x-mock-fault']).toMatch(/^fault-\d+$/);
  });
});
