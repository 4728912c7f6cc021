import { expect, it } from 'vitest';
import { GROUP_PREFIX, generateInputs } from '../../../contracts/language/inputs.ts';
import { fill } from '../../../contracts/language/templates.ts';
import { suite } from '../../../contracts/suite.ts';

/** Names that cases try as such. */
const TRIED =
  /^errors\/.*-name-|^rulings\/|^limits\/|^people\/|^settings\/(name-of-one-letter|all-or-nothing-wrong-name)$/;

it('names that set a stage have at most 25 characters, whatever the seed', () => {
  const tooLong = suite
    .filter(({ id }) => !TRIED.test(id))
    .flatMap(({ id, steps }) =>
      steps.flatMap(({ body }) => {
        const { name }: { name?: unknown } = Object(body);
        if (typeof name !== 'string') return [];
        const filled = String(fill(name, generateInputs(2 ** 31 - 1, id)));
        return [...filled].length > 25 || !filled.startsWith(GROUP_PREFIX) ? [`${id}: ${filled}`] : [];
      }),
    );
  expect(tooLong).toEqual([]);
});

it('the same seed and case give the same values, and others give other names', () => {
  expect(generateInputs(1, 'a/b')).toEqual(generateInputs(1, 'a/b'));
  const names = suite.flatMap(({ id }) => {
    const inputs = generateInputs(1, id);
    return ['name', 'other-name', 'third-name', 'fourth-name'].map((name) => inputs[name]);
  });
  expect(new Set(names).size).toBe(names.length);
  expect(generateInputs(2, 'a/b').name).not.toBe(generateInputs(1, 'a/b').name);
});
