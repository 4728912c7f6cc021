import { RULINGS, type Ruling, type RulingName } from '../facts/index.ts';
import type { Answer } from './calibration.ts';

/** What an answer to a kind of fact has to be. */
interface Form {
  /** In words, after "takes". */
  takes(name: string): string;
  fits(answer: Answer, name: string): boolean;
}

const CODE = /^[A-Za-z][\w.-]{0,63}$/;
const FIELD = /^[A-Za-z_]\w{0,63}$/;
const PATH = /^(\/[\w.~-]+|\/\{jid\})+$/;
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'];

const CONFIRMED: Form = { takes: () => 'yes or no', fits: (answer) => answer === 'yes' || answer === 'no' };

/** The form of the answers to each kind of fact, by the word that the names of its facts begin with. */
const FORMS: Readonly<Record<string, Form>> = {
  ruling: {
    takes: (name) => {
      const { choices } = rulingOf(name);
      return 'byDefault' in choices
        ? `a whole number from ${choices.from} to ${choices.to}`
        : choices.join(' or ');
    },
    fits: (answer, name) => {
      const { choices } = rulingOf(name);
      if (!('byDefault' in choices)) return choices.includes(String(answer));
      return isWhole(answer, choices.from, choices.to);
    },
  },
  refusal: {
    takes: () => 'a status from 400 to 599 and its code, such as { status: 409, error_code: CONFLICT }',
    fits: (answer) =>
      has(answer, { status: (one) => isWhole(one, 400, 599), error_code: (one) => CODE.test(String(one)) }),
  },
  status: { takes: () => 'a status from 200 to 599', fits: (answer) => isWhole(answer, 200, 599) },
  code: {
    takes: () => 'a code such as CONFLICT',
    fits: (answer) => typeof answer === 'string' && CODE.test(answer),
  },
  field: {
    takes: () => 'present, absent or nullable, or the name that it has, such as { name: other_name }',
    fits: (answer) =>
      ['present', 'absent', 'nullable'].includes(String(answer)) ||
      has(answer, { name: (one) => FIELD.test(String(one)) }),
  },
  operation: {
    takes: () => "a method and a path, such as { method: POST, path: '/communities/{jid}/link' }",
    fits: (answer) =>
      has(answer, {
        method: (one) => METHODS.includes(String(one)),
        path: (one) => PATH.test(String(one)) && String(one).split('{jid}').length <= 2,
      }),
  },
  row: { takes: () => 'a whole number from 1 to 9999', fits: (answer) => isWhole(answer, 1, 9999) },
  limit: {
    takes: () => 'a whole number from 1 to 1000000',
    fits: (answer) => isWhole(answer, 1, 1_000_000),
  },
  behaviour: CONFIRMED,
  role: CONFIRMED,
  schema: CONFIRMED,
  spelling: CONFIRMED,
};

/** What the fact takes for an answer, in words, where this is none; undefined where it is one. */
export function whatItTakes(fact: string, answer: Answer): string | undefined {
  const [, kind = '', name = ''] = /^(\w+) (.*)$/.exec(fact) ?? [];
  const form = FORMS[kind];
  return form === undefined || form.fits(answer, name) ? undefined : form.takes(name);
}

function rulingOf(name: string): Ruling {
  return RULINGS[name as RulingName];
}

function isWhole(value: unknown, from: number, to: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
}

/** Whether an answer is an object of exactly these properties, each as it has to be. */
function has(answer: Answer, properties: Readonly<Record<string, (one: unknown) => boolean>>): boolean {
  if (typeof answer !== 'object') return false;
  const names = new Set([...Object.keys(properties), ...Object.keys(answer)]);
  return [...names].every((name) => properties[name]?.(answer[name]) === true);
}
