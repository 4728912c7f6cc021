import {
  type ApiDocument,
  itemsOf,
  type Operation,
  propertiesOf,
  type SchemaNode,
} from '../../spec/index.ts';
import type { Case } from '../language/case.ts';
import { generateInputs } from '../language/inputs.ts';
import type { Values } from '../language/templates.ts';

/** A case, or a part of one, that a format cannot say; the message starts with a verb. */
export class Inexpressible extends Error {
  override name = 'Inexpressible';
}

/** What is only known when a flow runs: something of the target, or something that an earlier step captured. */
export type Reference = { readonly kind: 'input'; readonly name: string } | Capture;

/** What a step captured. What is no text is a list or an object. */
export interface Capture {
  readonly kind: 'capture';
  readonly name: string;
  readonly step: string;
  readonly isText: boolean;
}

/** A text with its placeholders taken apart: pieces that are known, and references. No two neighbours are text. */
export type Parts = readonly (string | Reference)[];

/** What the placeholders of one case stand for, while its steps are told in order. */
export interface Vocabulary {
  partsOf(text: string): Parts;
  /** Remembers what a step captures. */
  capture(name: string, step: string, path: string, operation: Operation): Capture;
}

/** A well-formed token that nobody has. */
export const STRANGER = '99999999-9999-4999-8999-999999999999';

/** What a flow is told of the target when it runs. */
export const INPUTS = {
  token: 'the token of an account',
  second_token: 'the token of a second account',
  third_token: 'the token of a third account',
  first_phone: 'the phone number of the first account',
  first_jid: 'its JID, such as 5511999999999@s.whatsapp.net',
  second_phone: 'the phone number of the second account',
  second_jid: 'its JID',
  third_phone: 'the phone number of the third account',
  third_jid: 'its JID',
  number1: 'a phone number that may be used',
  number1_jid: 'its JID',
  number2: 'another number that may be used',
  number2_jid: 'its JID',
  number3: 'a third number that may be used',
  number3_jid: 'its JID',
} as const;

/** The vocabulary of a case. What the runner generates from a seed is written out. */
export function createVocabulary(document: ApiDocument, one: Case, seed: number): Vocabulary {
  const generated = generateInputs(seed, one.id);
  const captured = new Map<string, Reference>();
  const lookUp = (name: string): string | Reference => {
    const earlier = captured.get(name);
    if (earlier !== undefined) return earlier;
    if (Object.hasOwn(generated, name)) return String((generated as Values)[name]);
    const magic = /^magic\.(\d+)$/.exec(name)?.[1];
    if (magic !== undefined) return `5500000000${magic}`;
    const input = name.replace('.', '_');
    if (Object.hasOwn(INPUTS, input)) return { kind: 'input', name: input };
    throw new Inexpressible(`needs {{${name}}}, which no earlier step captures`);
  };
  return {
    partsOf(text) {
      const parts: (string | Reference)[] = [];
      for (const [index, piece] of text.split(/\{\{([^}]+)\}\}/).entries()) {
        const part = index % 2 === 0 ? piece : lookUp(piece);
        const before = parts.at(-1);
        if (typeof part === 'string' && typeof before === 'string') parts[parts.length - 1] = before + part;
        else if (part !== '') parts.push(part);
      }
      return parts;
    },
    capture(name, step, path, operation) {
      const made: Capture = { kind: 'capture', name, step, isText: isText(document, operation, path) };
      captured.set(name, made);
      return made;
    },
  };
}

/** A template with every text in it replaced. */
export function mapTexts(template: unknown, map: (text: string) => unknown): unknown {
  if (typeof template === 'string') return map(template);
  if (Array.isArray(template)) return template.map((one) => mapTexts(one, map));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, one]) => [name, mapTexts(one, map)]));
}

/** Whether the document says that what stands at a path of a successful answer is text. */
function isText(document: ApiDocument, operation: Operation, path: string): boolean {
  const [, ref] = [...operation.replies].find(([status]) => status < 300) ?? [];
  let node: SchemaNode = ref === undefined ? {} : { $ref: ref };
  for (const [, bracketed, name] of path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)) {
    node =
      bracketed === undefined
        ? (propertiesOf(document, node).get(name ?? '') ?? {})
        : itemsOf(document, node);
  }
  const { type }: { type?: unknown } = node.$ref === undefined ? node : Object(document.resolve(node.$ref));
  return [type].flat().includes('string');
}
