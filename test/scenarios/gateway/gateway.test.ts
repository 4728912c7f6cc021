import { expect, it } from 'vitest';
import { calibrate } from '../../../contracts/calibrate/calibrate.ts';
import { draw, type Hostility, startGateway } from './gateway.ts';
import { compare } from './same-verdicts.ts';

/** What two accounts and one number find of a gateway, of what they could find, and at which cost. */
async function findAll(seed: number, hostility: Hostility, waitLimit?: number) {
  const { asked, choices, truth, close } = await startGateway(seed, hostility);
  try {
    const options = { seed: 1, stranger: choices.stranger, waitLimit };
    const { calibration, calls, changes, endedEarly } = await calibrate(asked, options);
    const found = Object.keys(truth).flatMap((fact) => {
      const one = calibration.settled[fact];
      return one === undefined ? [] : [[fact, one.answer] as const];
    });
    return { found: Object.fromEntries(found), truth, calls, changes, endedEarly };
  } finally {
    close();
  }
}

const SEEDS = [1, 2, 3, 4, 6, 11];

it.concurrent.each(SEEDS)(
  'what the gateway of seed %i answers is found, all of it',
  { timeout: 120_000 },
  async (seed) => {
    const { found, truth, calls, changes } = await findAll(seed, 'none');
    expect(found).toEqual(truth);
    expect(calls).toBeLessThanOrEqual(150);
    expect(changes).toBeLessThanOrEqual(60);
  },
);

it.concurrent.each([
  ...SEEDS.map((seed) => ['flaky', seed] as const),
  ['flaky', 9],
  ['html', 4],
  ['html', 6],
  ['slow', 2],
] as const)(
  'of the gateway that is %s, of seed %i, nothing wrong is found',
  { timeout: 120_000 },
  async (hostility, seed) => {
    const { found, truth, calls, changes } = await findAll(seed, hostility);
    expect(truth).toMatchObject(found);
    expect(Object.keys(found).length).toBeGreaterThan(7);
    expect(calls).toBeLessThanOrEqual(150);
    expect(changes).toBeLessThanOrEqual(60);
  },
);

it('a gateway that throttles for ever ends it, and what was settled is told', {
  timeout: 60_000,
}, async () => {
  const { found, truth, endedEarly } = await findAll(4, 'throttling', 1000);
  expect(truth).toMatchObject(found);
  expect(Object.keys(found).length).toBeGreaterThan(3);
  expect(endedEarly).toMatch(/answers 429 .* of the 1 s of --wait-limit/);
});

/** What follows from the file the most: refusals, linking, fields, rows, rulings, bodies and events. */
const TOLD_BY_THE_FILE = [
  'linking',
  'communities',
  'rulings',
  'row-failures',
  'errors/*-text',
  'errors/code-*',
  'device',
];

it.each([2, 5])(
  'a mock that is calibrated by the file has the verdicts of the gateway of seed %i',
  { timeout: 240_000 },
  async (seed) => {
    const { wrong, different, cases } = await compare(seed, TOLD_BY_THE_FILE);
    expect({ wrong, different }).toEqual({ wrong: [], different: [] });
    expect(cases).toBeGreaterThan(200);
  },
);

it('what is drawn comes up in every way over the seeds', () => {
  const drawn = new Map<string, Set<string>>();
  for (let seed = 1; seed <= 100; seed++) {
    for (const [fact, answer] of Object.entries(draw(seed).truth))
      drawn.set(fact, (drawn.get(fact) ?? new Set()).add(JSON.stringify(answer)));
  }
  expect([...drawn].filter(([, answers]) => answers.size < 2).map(([fact]) => fact)).toEqual([]);
});
