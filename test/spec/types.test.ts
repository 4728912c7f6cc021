import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { calibrate } from '../../spec/calibration/index.ts';
import { DOCUMENT_FILE, loadDocument } from '../../spec/document.ts';
import { generateCalibrated, generateFiles } from '../../spec/generate.ts';
import type { OperationId, Reply, RequestBody, Schema, Success } from '../../spec/types.ts';

const generated = await generateFiles();

describe.each(generated.map((one) => [basename(one.file.pathname), one] as const))(
  'the generated %s',
  (_, { file, text }) => {
    it('says what the document says; otherwise `npm run types` is due', async () => {
      expect(await readFile(file, 'utf8')).toBe(text);
    });
  },
);

const documents = generated.filter(({ file }) => /\.gen\.(json|ts)$/.test(file.pathname));

it.each(documents.map((one) => [basename(one.file.pathname), one] as const))(
  'the generated %s knows every operation',
  async (_, { document, file }) => {
    const written = await readFile(file, 'utf8');
    const { operations } = loadDocument(document);
    expect(operations).not.toEqual([]);
    for (const { id } of operations) expect(written).toMatch(new RegExp(`\\b${id}\\b`));
  },
);

describe('the document that is read at start', () => {
  it('is the one that people edit', () => {
    expect(loadDocument().raw).toEqual(loadDocument(DOCUMENT_FILE).raw);
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

it('the types of a calibrated document have what a live gateway was seen to have', async () => {
  const { document } = calibrate(loadDocument(), {
    calibration: 1,
    'made-with': '',
    document: '',
    day: '2026-11-29',
    settled: { 'field Group.picture_id': { answer: { name: 'photo' }, seen: 1, evidence: [] } },
    unforeseen: {},
    contradicted: {},
    unsettled: {},
  });
  const text = await generateCalibrated(document, '/a/wuts.calibration.yaml');
  expect(text).toMatch(/^\/\/ Generated from openapi\.yaml and wuts\.calibration\.yaml/);
  expect(text).toMatch(/photo\?: components\["schemas"\]\["PictureId"\] \| null;/);
});
