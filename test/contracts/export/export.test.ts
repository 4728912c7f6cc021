import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toArazzo, toWorkflow } from '../../../contracts/export/arazzo.ts';
import { toFlows } from '../../../contracts/export/flows.ts';
import { toCollection, toFolder } from '../../../contracts/export/postman.ts';
import { INPUTS } from '../../../contracts/export/vocabulary.ts';
import { suite } from '../../../contracts/index.ts';
import { startMock } from '../../../mock/index.ts';
import { loadDocument } from '../../../spec/index.ts';
import { BROKEN } from '../../scenarios/broken-server/breaks.ts';
import { serveBroken } from '../../scenarios/broken-server/server.ts';
import { runCli, runRedocly, runRespect } from './programs.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'wuts-export-'));
const document = loadDocument();
const told = {
  token: '11111111-1111-4111-8111-111111111111',
  first_phone: '5511999999999',
  first_jid: '5511999999999@s.whatsapp.net',
  number1: '5511900000001',
  number1_jid: '5511900000001@s.whatsapp.net',
};

describe('the suite as Arazzo', { timeout: 120_000 }, () => {
  const { flows, leftOut } = toFlows(document, suite, (one) => toWorkflow(document, one, 1));
  const outside = leftOut.flatMap(({ ids }) => ids);

  it('has a workflow for every case, or says why not', () => {
    expect(flows.length + outside.length).toBe(suite.length);
    expect(new Set(flows.map(({ workflowId }) => workflowId)).size).toBe(flows.length);
    expect(flows.length).toBeGreaterThan(suite.length / 2);
    for (const { reason } of leftOut) expect(reason).toMatch(/^[a-z]+ /);
  });

  it('names in its expressions only what earlier steps of a workflow put out, and inputs that there are', () => {
    for (const { steps } of flows) {
      const known = new Set<string>();
      for (const step of steps) {
        const text = JSON.stringify(step);
        for (const [, name] of text.matchAll(/\$steps\.([\w-]+\.outputs\.[\w-]+)/g))
          expect(known).toContain(name);
        for (const [, name] of text.matchAll(/\$inputs\.(\w+)/g)) expect(INPUTS).toHaveProperty(String(name));
        expect(text).not.toContain('{{');
        const { stepId, outputs = {} }: { stepId?: string; outputs?: object } = step;
        for (const name of Object.keys(outputs)) known.add(`${stepId}.outputs.${name}`);
      }
    }
  });

  it('is valid for redocly, and the document stands beside it', async () => {
    const file = join(FOLDER, 'valid.yaml');
    const { code, said } = await runCli('export', '--arazzo', file, '--only', 'groups');
    expect(code).toBe(0);
    expect(said).toMatch(/^\d+ of \d+ cases are written as Arazzo; \d+ are left out:\n +\d+ {2}a case that /);
    const { sourceDescriptions } = parse(readFileSync(file, 'utf8'));
    expect(sourceDescriptions[0].url).toBe('./valid.openapi.json');
    const linted = await runRedocly('lint', file);
    expect(linted.said).toContain('Your API description is valid');
    expect(linted.said).not.toMatch(/You have \d+ warning/);
  });

  it('passes for respect against the mock, and fails against an implementation that breaks a promise', async () => {
    const file = join(FOLDER, 'flows.yaml');
    await runCli('export', '--arazzo', file, '--only', 'groups/create', '--only', 'groups/create-then-read');
    const mock = await startMock({ port: 0 });
    const kept = await runRespect(file, mock.url, told);
    await mock.close();
    expect(kept.said).toContain('Workflows: 2 passed, 2 total');
    expect(kept.code).toBe(0);
    expect(kept.said).not.toContain(told.token);
    const breaks = BROKEN.find(({ is }) => is === 'leaves members_count out');
    expect(breaks).toBeDefined();
    const broken = await serveBroken(
      breaks?.create ??
        (() =>
          ({ answer }) =>
            answer()),
    );
    const differs = await runRespect(file, broken.url, told);
    await broken.close();
    expect(differs.said).toContain('Workflows: 1 passed, 1 failed, 2 total');
    expect(differs.code).toBe(1);
  });
});

describe('the suite as a Postman collection', () => {
  const { flows, leftOut } = toFlows(document, suite, (one) => toFolder(document, one, 1));
  const collection = JSON.parse(JSON.stringify(toCollection(document, flows)));
  const folders = collection.item.flatMap(({ item }: { item: unknown[] }) => item);

  it('has a folder for every case, or says why not', () => {
    expect(flows.length + leftOut.flatMap(({ ids }) => ids).length).toBe(suite.length);
    expect(folders).toHaveLength(flows.length);
    expect(collection.info.schema).toBe(
      'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    );
  });

  it('has in each folder requests with a method, a URL, and a script that can be read', () => {
    for (const { item } of folders) {
      expect(item.length).toBeGreaterThan(0);
      for (const { name, request, event } of item) {
        expect(name).toMatch(/^\w+$/);
        expect(request.method).toMatch(/^[A-Z]+$/);
        expect(request.url).toMatch(/^\{\{base_url\}\}\/./);
        expect(event[0].script.exec.join('\n')).toContain('pm.test(');
        new Script(event[0].script.exec.join('\n'));
      }
    }
  });

  it('uses variables only that it has, or that an earlier request of the folder sets', () => {
    const variables = collection.variable.map(({ key }: { key: string }) => key);
    for (const { item } of folders) {
      const known = new Set<string>(variables);
      for (const { request, event } of item) {
        const script = event[0].script.exec.join('\n');
        for (const [, name] of JSON.stringify(request).matchAll(/\{\{([\w-]+)\}\}/g))
          expect(known).toContain(name);
        for (const [, name] of script.matchAll(/variables\.get\("([^"]+)"\)/g)) expect(known).toContain(name);
        for (const [, name] of script.matchAll(/collectionVariables\.set\("([^"]+)"/g)) known.add(name);
      }
    }
  });
});

describe('wuts-contracts export', { timeout: 60_000 }, () => {
  it('writes to standard output, and what is for people elsewhere', async () => {
    const { code, said } = await runCli(
      'export',
      '--postman',
      '--only',
      'groups/create',
      '--provenance',
      'documented',
    );
    expect(said).toContain('1 of 1 cases are written as a Postman collection.');
    expect(said).toContain('"name": "groups/create"');
    expect(code).toBe(0);
  });

  it.each([
    ['no format', [], 'Say what to write'],
    ['no case', ['--arazzo', '--only', 'nothing'], 'No case matches'],
    ['an unknown mark', ['--arazzo', '--provenance', 'rumoured'], 'Allowed choices are documented'],
    [
      'a folder that cannot be made',
      ['--postman', 'README.md/c.json', '--only', 'groups/create'],
      'cannot be written',
    ],
  ])('says what to do when it is given %s, with exit code 2', async (_, options, message) => {
    const { code, said } = await runCli('export', ...options);
    expect(said).toContain(message);
    expect(code).toBe(2);
  });
});

it('a workflow is a case in other words', () => {
  const [one] = suite.filter(({ id }) => id === 'groups/create-then-read');
  expect(one).toBeDefined();
  if (one === undefined) return;
  const description = toArazzo(document, [toWorkflow(document, one, 1)], './openapi.json');
  expect(description).toMatchObject({
    arazzo: '1.0.1',
    workflows: [
      {
        workflowId: 'groups_create-then-read',
        summary: one.promise,
        'x-provenance': 'documented',
        steps: [
          { operationId: 'createGroup', outputs: { group: '$response.body#/group/jid' } },
          {
            operationId: 'getGroup',
            parameters: [
              { name: 'Authorization', in: 'header', value: 'Bearer {$inputs.token}' },
              { name: 'jid', in: 'path', value: '$steps.groups_create-then-read-1.outputs.group' },
            ],
          },
        ],
      },
    ],
  });
});
