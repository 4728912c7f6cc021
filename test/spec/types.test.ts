import { readFile } from 'node:fs/promises';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { generateTypes, TYPES_FILE } from '../../spec/types.generate.ts';
import type { OperationId, Reply, RequestBody, Schema, Success } from '../../spec/types.ts';
import { wuts } from './wuts.ts';

describe('the generated types', () => {
  it('say what the document says; otherwise `npm run types` is due', async () => {
    expect(await readFile(TYPES_FILE, 'utf8')).toBe(await generateTypes());
  });

  it('know every operation', async () => {
    const text = await readFile(TYPES_FILE, 'utf8');
    for (const { id } of wuts.operations) expect(text).toContain(`    ${id}: {\n`);
  });
});

// These hold when they compile.
describe('the derived types', () => {
  it('name the operations', () => {
    expectTypeOf<'createGroup'>().toExtend<OperationId>();
    expectTypeOf<'renameGroup'>().not.toExtend<OperationId>();
  });

  it('give the body of a request, and undefined where there is none', () => {
    expectTypeOf<RequestBody<'createGroup'>>().toEqualTypeOf<Schema<'CreateGroup'>>();
    expectTypeOf<RequestBody<'listGroups'>>().toEqualTypeOf<undefined>();
  });

  it('give every documented answer', () => {
    expectTypeOf<404>().toExtend<Reply<'getGroup'>['status']>();
    expectTypeOf<Extract<Reply<'getWebhook'>, { status: 200 }>['body']>().toEqualTypeOf<
      Schema<'WebhookAnswer'>
    >();
    expectTypeOf<418>().not.toExtend<Reply<'getGroup'>['status']>();
  });

  it('tell the answers that went well from the rest', () => {
    expectTypeOf<Success<'createGroup'>['status']>().toEqualTypeOf<201>();
    expectTypeOf<Success<'leaveGroup'>['body']>().toEqualTypeOf<Schema<'Success'>>();
  });
});
