import { describe, expect, it } from 'vitest';
import { atLeast, atMost, medianOf, ratioOf, toMeasure, toShown } from '../../bench/statistics.ts';

describe('medianOf', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('of %j is %d', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });

  it('of nothing is no number', () => {
    expect(medianOf([])).toBeNaN();
  });
});

describe('ratioOf', () => {
  it('compares round by round, so that one slow round of both changes nothing', () => {
    expect(ratioOf([100, 10, 100], [200, 20, 200])).toBe(0.5);
  });

  it('is no number where the limit was not measured', () => {
    expect(ratioOf([100], [])).toBeNaN();
  });
});

describe('toMeasure', () => {
  it('keeps every round', () => {
    const about = { who: 'a', what: 'b', unit: 'ms' };
    expect(toMeasure(about, [1, 3, 2], [2, 6, 4])).toEqual({
      ...about,
      median: 2,
      rounds: [1, 3, 2],
      ratio: 0.5,
    });
  });
});

describe('a verdict', () => {
  it('says what was to be reached, what was, and whether', () => {
    expect(atLeast(0.7, 0.6, '×', 'bare node:http')).toEqual({
      target: '≥ 0.6 × bare node:http',
      actual: '0.700 ×',
      met: true,
    });
    expect(atMost(26, 25, 'ms', 'from startMock()').met).toBe(false);
  });

  it('is none where nothing was measured', () => {
    expect(atMost(Number.NaN, 10, 'ms', 'for a reset')).toMatchObject({
      actual: 'not measured',
      met: undefined,
    });
  });
});

describe('toShown', () => {
  it.each([
    [12_345.6, '12 346'],
    [1_234_567, '1 234 567'],
    [123.4, '123'],
    [12.34, '12.3'],
    [1.234, '1.23'],
    [0.0123, '0.012'],
    [0, '0.00'],
    [Number.NaN, '–'],
  ])('%d is %s', (value, shown) => {
    expect(toShown(value)).toBe(shown);
  });
});
