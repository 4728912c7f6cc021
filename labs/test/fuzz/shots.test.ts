import { describe, expect, it } from 'vitest';
import { createValidator, loadControlDocument, loadDocument } from '../../../spec/index.ts';
import { exampleOf, schemaAt } from '../../../test/spec/schema.ts';
import { sampleOf } from '../../../test/spec/values.ts';
import { BEYOND_SCHEMA } from '../../fuzz/aims.ts';
import { roundsOf } from '../../fuzz/rounds.ts';
import { crossingsOf } from '../../fuzz/shots/crossings.ts';
import { createArsenal } from '../../fuzz/shots/index.ts';

const document = loadDocument();
const arsenal = createArsenal([document]);
const withBody = [document, loadControlDocument()].flatMap((of) =>
  of.operations.flatMap((operation) => {
    if (operation.body === undefined) return [];
    const schema = schemaAt(of, operation.body);
    return [{ of, operation, schema, example: exampleOf(of, operation) ?? sampleOf(schema) }];
  }),
);

describe('the shots of a run', () => {
  it('are the same for the same seed, and others for another', () => {
    const write = (seed: number) => JSON.stringify([...roundsOf(arsenal, seed, 4)]);
    const [one, again, other] = [write(1), write(1), write(2)];
    expect({ again: again === one, other: other === one }).toEqual({ again: true, other: false });
  });

  it('go on where a run was cut off, in the drill and behind its end', () => {
    const some = { ...arsenal, drill: arsenal.drill.slice(0, 250) };
    const whole = [...roundsOf(some, 1, 8)];
    const cut = [1, 3, 6].map((from) => [...roundsOf(some, 1, 8 - from, from)]);
    expect(cut).toEqual([1, 3, 6].map((from) => whole.slice(from)));
  });

  it('are aimed at every operation of the document', () => {
    const targets = new Set(
      arsenal.drill.flatMap(({ messages }) => messages.map(({ method, target }) => `${method} ${target}`)),
    );
    const missed = document.operations.filter(
      ({ method, path }) => !targets.has(`${method} ${path.replace('{jid}', '{{group}}')}`),
    );
    expect(missed).toEqual([]);
  });

  it('hold no token', () => {
    expect(JSON.stringify(arsenal.drill)).not.toMatch(/(1111|2222)-4\d{3}-8\d{3}-/);
  });
});

describe.each(withBody)('the crossings of $operation.id', ({ of, operation, schema, example }) => {
  const validator = createValidator(of);
  const crossings = crossingsOf(schema, example);

  it('cross every property that the schema has', () => {
    const crossed = crossings.filter(({ expects }) => expects === 'refusal').map(({ says }) => says);
    const names = Object.keys(schema.properties ?? {});
    expect(names.filter((name) => !crossed.some((says) => says.startsWith(name)))).toEqual([]);
  });

  it('do not fit the document, and what is just within a limit does', () => {
    const wrong = crossings.filter(
      ({ body, expects }) => (validator.body(operation, body).length === 0) !== (expects === 'fit'),
    );
    const beyond = BEYOND_SCHEMA[operation.id];
    expect(wrong.map(({ says }) => says).filter((says) => !beyond?.test(says))).toEqual([]);
  });
});
