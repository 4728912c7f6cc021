import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStubs } from '../../mock/command-line/stub-files.ts';
import { loadDocument, readCalibration, readTextFile } from '../../spec/index.ts';

const file = join(mkdtempSync(join(tmpdir(), 'wuts-text-')), 'text');
const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a byte order mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16, as PowerShell writes it': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 the other way round': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

describe.each(Object.entries(ENCODINGS))('a file in %s', (_, encode) => {
  it.each<[string, string, (file: string) => unknown, unknown]>([
    ['text', 'ação 😀', readTextFile, 'ação 😀'],
    ['document', 'openapi: 3.1.0\npaths: {}\n', (path) => loadDocument(path).raw.openapi, '3.1.0'],
    [
      'calibration',
      'calibration: 1\nmade-with: x\ndocument: y\nday: z\n',
      (path) => readCalibration(path)['made-with'],
      'x',
    ],
    ['list of stubs', '- {method: GET, path: /a}', readStubs, [{ method: 'GET', path: '/a' }]],
  ])('is read as a %s', (_, text, read, wanted) => {
    writeFileSync(file, encode(text));
    expect(read(file)).toEqual(wanted);
  });
});
