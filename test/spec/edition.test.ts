/** What client generators take: the editions of the document. */
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { EDITIONS, toEdition } from '../../spec/edition.ts';
import { wuts } from './wuts.ts';

type Tree = Record<string, unknown>;

const REDOCLY = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

describe.each(EDITIONS)('the edition %s', (name) => {
  const edition = toEdition(wuts, name);
  const text = JSON.stringify(edition);

  it('passes redocly lint with its strictest recommended rules', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wuts-edition-'));
    const file = join(folder, 'openapi.json');
    await writeFile(file, text);
    const args = [REDOCLY, 'lint', '--extends', 'recommended-strict', file];
    const { stderr } = await promisify(execFile)(process.execPath, args);
    expect(stderr).toContain('Your API description is valid');
  });

  it('has the operations of the document, each with its statuses', () => {
    const found = Object.entries(tree(edition.paths)).flatMap(([path, item]) =>
      Object.entries(tree(item)).flatMap(([method, operation]) => {
        const { operationId, responses } = tree(operation);
        return operationId === undefined
          ? []
          : [`${method} ${path} ${operationId} ${Object.keys(tree(responses))}`];
      }),
    );
    const own = wuts.operations.map(
      ({ method, path, id, replies }) => `${method.toLowerCase()} ${path} ${id} ${[...replies.keys()]}`,
    );
    expect(found.sort()).toEqual(own.sort());
  });

  it('has nothing that generators stumble over', () => {
    expect(edition).not.toHaveProperty('webhooks');
    for (const word of [
      '"const"',
      '"allOf"',
      '"anyOf"',
      '"not"',
      '"propertyNames"',
      '"x-',
      ...(name === '3.0' ? ['"null"'] : []),
    ]) {
      expect(text).not.toContain(word);
    }
    expect(text.match(/\{"\$ref":"[^"]*",/g)).toBeNull();
    // Kotlin's generator writes the values of such an enum as texts.
    expect(/"type":"integer"[^{}]*"enum"/.test(text)).toBe(name !== '3.0');
  });

  it('has the properties of its parts in one object, and null where null may be', () => {
    const { GroupWithParticipants, NotFoundError } = tree(tree(edition.components).schemas) as Record<
      string,
      Tree
    >;
    expect(GroupWithParticipants?.required).toEqual(expect.arrayContaining(['jid', 'participants']));
    const nullable = name === '3.0' ? { type: 'string', nullable: true } : { type: ['string', 'null'] };
    expect(tree(GroupWithParticipants?.properties).parent_jid).toMatchObject(nullable);
    expect(tree(NotFoundError?.properties).error_code).toMatchObject({ type: 'string', enum: ['NOT_FOUND'] });
  });
});

function tree(value: unknown): Tree {
  return typeof value === 'object' && value !== null ? (value as Tree) : {};
}
