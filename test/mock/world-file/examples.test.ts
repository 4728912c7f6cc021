import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createMock, type MockOptions } from '../../../mock/index.ts';
import { SCENARIOS } from '../../../mock/scenarios/scenarios.ts';
import { saveTenant } from '../../../mock/tenants/snapshot.ts';
import { readWorldFile } from '../../../mock/world-file/source.ts';
import type { Json } from '../control/plane.ts';

const FOLDER = fileURLToPath(new URL('../../../examples/worlds/', import.meta.url));
const SCHEMA = '../../spec/generated/world.schema.json';

/** All that is in a world but its past: the same people may do the same in another order. */
function stateOf(options: MockOptions): { world: Json; made: object } {
  const mock = createMock({ seed: 1, ...options });
  const { happenings: _, counters, ...world }: Json = saveTenant(mock.tenants.main).world;
  const { happenings: _happenings, ...others } = counters;
  return { world: { ...world, counters: others }, made: mock.defaultWorld.made };
}

describe.each(Object.keys(SCENARIOS))('examples/worlds/%s.yaml', (name) => {
  const file = `${FOLDER}${name}.yaml`;

  it('makes the world of the scenario, ids and all', () => {
    const { world } = readWorldFile(file);
    expect(stateOf({ world })).toEqual(stateOf({ scenario: name }));
    expect(Object.keys(stateOf({ world }).made)).not.toEqual([]);
  });

  it('is a world file for editors, too', () => {
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(new RegExp(`^# yaml-language-server: \\$schema=${SCHEMA}\n# .*\\.\n`));
    expect(parse(text)).toSatisfy(fitsSchema);
  });
});

it('each scenario has its example, and no example is left over', () => {
  const files = readdirSync(FOLDER).sort();
  expect(files).toEqual(
    Object.keys(SCENARIOS)
      .map((name) => `${name}.yaml`)
      .sort(),
  );
});

it('the schema for editors takes no world that is none', () => {
  for (const wrong of [[], { group: {} }, { groups: { '5x': {} } }, { groups: { a: { member: [] } } }])
    expect(fitsSchema(wrong), JSON.stringify(wrong)).toBe(false);
});

function fitsSchema(value: unknown): boolean {
  const schema = JSON.parse(readFileSync(join(FOLDER, SCHEMA), 'utf8'));
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  return ajv.validate(schema, value);
}
