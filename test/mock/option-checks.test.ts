/** What no type says of the options of programs: they are refused at once, and nothing listens. */
import { expect, it } from 'vitest';
import { createMock, startMock } from '../../mock/index.ts';

it.each([
  ['seed', 4_294_967_296, /The option "seed" is a whole number from 0 to 4294967295, not 4294967296\./],
  ['seed', -1, /not -1\./],
  ['seed', 1.5, /not 1\.5\./],
  ['seed', '1', /not "1"\./],
  ['seed', null, /not null\./],
  ['seed', 1n, /not 1n\./],
  ['open', { worlds: 0 }, /The option "open\.worlds" is a whole number from 1 to \d+, not 0\./],
  ['open', { idle: Number.NaN }, /The option "open\.idle" is a whole number from 1 to \d+, not NaN\./],
])('%s: %o is refused', (name, value, says) => {
  expect(() => createMock({ [name]: value })).toThrow(says);
});

it.each([
  ['stateEvery', -5, /The option "stateEvery" is a whole number from 0 to \d+, not -5\./],
  ['stateEvery', Number.NaN, /not NaN\./],
  ['port', 'x', /The option "port" is a whole number from 0 to 65535, not "x"\./],
  ['port', null, /not null\./],
  ['host', '', /The option "host" is an address such as 127\.0\.0\.1, not "": it would be every address/],
  ['host', 5, /not 5:/],
])('%s: %o is refused', async (name, value, says) => {
  await expect(startMock({ port: 0, ...{ [name]: value } })).rejects.toThrow(says);
});
