import { expect, it } from 'vitest';
import { calibrate } from '../../../contracts/calibrate/calibrate.ts';
import { draw, type Hostility, startGateway } from './gateway.ts';

/** What a calibration finds of a gateway, of what it could find. */
async function findAll(seed: number, hostility: Hostility) {
  const { target, choices, truth, close } = await startGateway(seed, hostility);
  const { tokens } = target;
  try {
    const two = { ...target, tokens: { first: tokens.first, second: tokens.second } };
    const { calibration } = await calibrate(two, { seed: 1, stranger: choices.stranger });
    const found = Object.keys(truth).flatMap((fact) => {
      const one = calibration.settled[fact];
      return one === undefined ? [] : [[fact, one.answer] as const];
    });
    return { found: Object.fromEntries(found), truth };
  } finally {
    close();
  }
}

it.each([1, 2, 4])(
  'what the gateway of seed %i answers is found, all of it',
  { timeout: 60_000 },
  async (seed) => {
    const { found, truth } = await findAll(seed, 'none');
    expect(found).toEqual(truth);
  },
);

it('of a gateway whose errors are HTML nothing wrong is found', { timeout: 60_000 }, async () => {
  const { found, truth } = await findAll(4, 'html');
  expect(truth).toMatchObject(found);
  expect(Object.keys(found).length).toBeGreaterThan(0);
});

it('what is drawn comes up in every way over the seeds', () => {
  const drawn = new Map<string, Set<string>>();
  for (let seed = 1; seed <= 100; seed++) {
    for (const [fact, answer] of Object.entries(draw(seed).truth))
      drawn.set(fact, (drawn.get(fact) ?? new Set()).add(JSON.stringify(answer)));
  }
  expect([...drawn].filter(([, answers]) => answers.size < 2).map(([fact]) => fact)).toEqual([]);
});
