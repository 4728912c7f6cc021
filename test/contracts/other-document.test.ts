import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { runContracts } from '../../contracts/index.ts';
import { MOCK_ACCOUNTS, toMockTarget } from '../../contracts/target/mock-target.ts';
import { startMock } from '../../mock/index.ts';
import { collect } from './reports/results.ts';

/** As much of a document as is edited here. */
interface Raw {
  paths: Record<string, { parameters: object[]; post: object; delete: object }>;
  components: { schemas: Record<string, { required: string[]; properties: Record<string, object> }> };
}

const TEXT = readFileSync(new URL('../../spec/openapi.yaml', import.meta.url), 'utf8');
const DIRECTORY = mkdtempSync(join(tmpdir(), 'wuts-document-'));
const LINKS = '/communities/{jid}/groups';

it.each<[string, (raw: Raw) => void]>([
  [
    'another path and another field',
    ({ paths, components: { schemas } }) => {
      const { [LINKS]: links, ...others } = paths;
      Object.assign(paths, others, { '/communities/{jid}/link': links });
      delete paths[LINKS];
      const { group_jid = {} } = schemas.ChildGroup?.properties ?? {};
      schemas.ChildGroup = {
        ...schemas.ChildGroup,
        required: ['linked_group'],
        properties: { linked_group: group_jid },
      };
    },
  ],
  [
    'the group in the path',
    ({ paths }) => {
      const { [LINKS]: links } = paths;
      if (links === undefined) throw new Error(`The document has no ${LINKS}.`);
      const child = { name: 'child', in: 'path', required: true, 'x-argument': 'child_group' };
      const schema = { $ref: '#/components/schemas/GroupJid' };
      delete paths[LINKS];
      paths[`${LINKS}/{child}`] = {
        parameters: [...links.parameters, { ...child, schema }],
        post: { ...links.post, requestBody: undefined },
        delete: { ...links.delete, requestBody: undefined },
      };
    },
  ],
])('groups are linked as the document says, which has %s', async (_, edit) => {
  const raw: Raw = parse(TEXT);
  edit(raw);
  const spec = join(DIRECTORY, `${Math.random()}.yaml`);
  writeFileSync(spec, stringify(raw));
  const mock = await startMock({ port: 0, spec, accounts: MOCK_ACCOUNTS });
  const results = await collect(runContracts(toMockTarget(mock.url), { spec, only: ['linking'] }));
  await mock.close();
  expect(results.length).toBeGreaterThan(20);
  expect(results.filter(({ verdict }) => verdict !== 'kept')).toEqual([]);
});
