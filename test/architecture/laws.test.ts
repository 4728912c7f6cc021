import { describe, expect, it } from 'vitest';
import { IMPORT_LAWS } from './import-laws.ts';
import { PAGE_LAWS } from './page-laws.ts';
import { ROOM_LAWS } from './room-laws.ts';
import { SENDING_LAWS } from './sending-laws.ts';
import { BESIDE_ROOMS, ROOMS, readSources, toSource } from './source.ts';
import { SYSTEM_LAWS } from './system-laws.ts';
import { TEST_LAWS } from './test-laws.ts';
import { WORLD_LAWS } from './world-laws.ts';

const house = readSources([...ROOMS, ...BESIDE_ROOMS, 'package', 'examples', 'test']);
const laws = [
  ...IMPORT_LAWS,
  ...PAGE_LAWS,
  ...ROOM_LAWS,
  ...TEST_LAWS,
  ...SENDING_LAWS,
  ...SYSTEM_LAWS,
  ...WORLD_LAWS,
].map((law) => [law.says, law] as const);

describe.each(laws)('the law that %s', (_, { breaches, brokenBy }) => {
  it('is kept', () => {
    expect(breaches(house)).toEqual([]);
  });

  it('bites', () => {
    const broken = Object.entries(brokenBy.files).map(([path, text]) => toSource(path, text));
    expect(breaches(broken)).toEqual(brokenBy.told);
  });
});

describe('the house that the laws are held against', () => {
  it('is all there, and is nothing that was generated', () => {
    const paths = house.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'spec/index.ts',
        'mock/world/apply/apply.ts',
        'mock/index.ts',
        'labs/bench/cli.ts',
        'test/architecture/laws.test.ts',
      ]),
    );
    expect(paths).not.toContain('spec/generated/types.gen.ts');
  });
});
