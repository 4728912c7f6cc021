import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { type Issue, toIssues, toShown, withinReason } from '../../spec/issues.ts';

describe('a message', () => {
  it.each([
    [{ required: ['a'] }, {}, 'a', 'is required'],
    [{ type: 'string' }, 1, 'body', 'must be a string'],
    [{ type: 'integer' }, 1.5, 'body', 'must be an integer'],
    [{ enum: ['a', 1] }, 'b', 'body', 'must be one of a, 1'],
    [{ const: 'a' }, 'b', 'body', 'must be "a"'],
    [{ minLength: 1 }, '', 'body', 'must have at least 1 character'],
    [{ maxLength: 2 }, 'abc', 'body', 'must have at most 2 characters'],
    [{ minItems: 1 }, [], 'body', 'must have at least 1 entry'],
    [{ maxItems: 2 }, [1, 2, 3], 'body', 'must have at most 2 entries'],
    [{ maxProperties: 0 }, { a: 1 }, 'body', 'must have at most 0 properties'],
    [{ minimum: 1 }, 0, 'body', 'must be at least 1'],
    [{ maximum: 1 }, 2, 'body', 'must be at most 1'],
    [{ format: 'date-time' }, 'now', 'body', 'must be a date-time'],
    [{ format: 'uuid' }, 'x', 'body', 'must be a uuid'],
    [{ pattern: '^a' }, 'b', 'body', 'must match ^a'],
    [{ pattern: '^a', 'x-expects': 'a word in a' }, 'b', 'body', 'must be a word in a'],
    [
      { anyOf: [{ required: ['a'] }, { required: ['b', 'c', 'd'] }] },
      {},
      'body',
      'must have a, or b with c and d',
    ],
    [{ anyOf: [{ $ref: '#/$defs/Name' }, { type: 'null' }] }, 1, 'body', 'must be Name or null'],
    [{ anyOf: [{ type: 'integer', maximum: 9 }, { type: 'array' }] }, 10, 'body', 'must be at most 9'],
    [
      { anyOf: [{ type: 'integer', maximum: 9 }, { type: 'array' }] },
      'a',
      'body',
      'must be integer or array',
    ],
    [{ anyOf: [{ $ref: '#/$defs/Name' }, { type: 'null' }] }, '', 'body', 'must have at least 1 character'],
    [
      { anyOf: [{ type: 'array', items: { $ref: '#/$defs/Name' } }, { type: 'null' }] },
      [''],
      '[0]',
      'must have at least 1 character',
    ],
    [
      { anyOf: [{ type: 'integer', maximum: 9 }, { type: 'array' }], 'x-expects': 'up to 9 of them' },
      10,
      'body',
      'must be up to 9 of them',
    ],
    [{ oneOf: [{ const: 'A' }, { const: 'B' }] }, 'C', 'body', 'must be one of A, B'],
    // A keyword without words of ours keeps those of ajv.
    [{ uniqueItems: true }, [1, 1], 'body', expect.stringContaining('must NOT have duplicate items')],
  ])('for %j and %j', (schema, value, field, message) => {
    const issues = explain({ $defs: { Name: { type: 'string', minLength: 1 } }, ...schema }, value);
    expect(issues.map((issue) => [issue.field, issue.message])).toEqual([[field, message]]);
  });
});

describe('a field', () => {
  const leaf = (path: string[]) =>
    path.reduceRight<object>(
      (schema, step) => (step === '[]' ? { items: schema } : { properties: { [step]: schema } }),
      { type: 'null' },
    );

  it.each([
    [[], 1, '', 'body'],
    [[], 1, 'jid', 'jid'],
    [['name'], { name: 1 }, '', 'name'],
    [['options', 'parent_jid'], { options: { parent_jid: 1 } }, '', 'options.parent_jid'],
    [['participants', '[]'], { participants: [null, null, 1] }, '', 'participants[2]'],
    [['rows', '[]', 'jid'], { rows: [{ jid: 1 }] }, '', 'rows[0].jid'],
    [['[]', '[]'], [[null, 1]], '', '[0][1]'],
    [['a/b~c'], { 'a/b~c': 1 }, '', 'a/b~c'],
  ])('at %j of %j', (path, value, root, field) => {
    expect(explain(leaf(path), value, root)).toEqual([
      { field, message: expect.stringMatching(/^must be/), value: 1 },
    ]);
  });

  it('that is missing is named, with null for its value', () => {
    const schema = { properties: { options: { required: ['a'] } } };
    expect(explain(schema, { options: { b: 1 } })).toEqual([
      { field: 'options.a', message: 'is required', value: null },
    ]);
  });
});

describe('a list of issues', () => {
  it('says nothing twice', () => {
    expect(explain({ allOf: [{ required: ['a'] }, { required: ['a'] }] }, {})).toHaveLength(1);
  });

  it('ends at 100', () => {
    expect(explain({ items: { type: 'string' } }, Array(500).fill(1))).toHaveLength(100);
  });

  it('has an issue for each choice, not for its branches', () => {
    const choice = { anyOf: [{ type: 'string' }, { type: 'null' }] };
    const schema = { items: { properties: { a: choice, b: choice } } };
    expect(explain(schema, [{ a: 1 }, { a: 's', b: 2 }]).map(({ field }) => field)).toEqual([
      '[0].a',
      '[1].b',
    ]);
  });

  it('keeps what else is wrong beside a choice', () => {
    const schema = {
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
      properties: { c: { type: 'string' } },
    };
    expect(explain(schema, { c: 1 }).map(({ field }) => field)).toEqual(['body', 'c']);
  });
});

describe('a value', () => {
  it.each([
    [undefined, null],
    [null, null],
    [false, false],
    [12.5, 12.5],
    ['short', 'short'],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(101), `${'x'.repeat(100)}… (101 characters)`],
    [
      [1, 'a', null],
      [1, 'a', null],
    ],
    [Array(11).fill(1), '(11 entries)'],
    [{ a: { b: 1 } }, { a: { b: 1 } }],
    [Object.fromEntries(Array.from('abcdefghijk', (key) => [key, 1])), '(11 properties)'],
    [{ a: { b: { c: 1 } } }, { a: { b: '(1 property)' } }],
    [{ a: [['x', 'y']] }, { a: ['(2 entries)'] }],
    [{ a: 'x'.repeat(200) }, { a: `${'x'.repeat(100)}… (200 characters)` }],
  ])('%j is shown as %j', (value, shown) => {
    expect(toShown(value)).toEqual(shown);
  });
});

describe('within reason', () => {
  it('arrays end after 2000 entries, at the top and in properties', () => {
    const long = Array(5000).fill(1);
    expect(withinReason(long)).toHaveLength(2000);
    expect(withinReason({ long, short: [1], name: 'A' })).toEqual({
      long: long.slice(0, 2000),
      short: [1],
      name: 'A',
    });
  });

  it.each([['text'], [5], [null], [undefined], [[]], [{}]])('%j stays as it is', (value) => {
    expect(withinReason(value)).toEqual(value);
  });
});

function explain(schema: object, value: unknown, root = ''): Issue[] {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
  addFormats.default(ajv, ['date-time', 'uuid']);
  const validate = ajv.compile(schema);
  validate(value);
  return toIssues(validate.errors ?? [], value, root);
}
