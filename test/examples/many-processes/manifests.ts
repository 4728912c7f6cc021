import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import type { Json } from './caller.ts';

/** The folder of the example. */
export const FOLDER = fileURLToPath(new URL('../../../examples/many-processes/', import.meta.url));

/** What a manifest starts. */
interface Started {
  /** The hosts of the mocks. */
  readonly mocks: readonly string[];
  /** How each of them is started; the control token is `for-tests`. */
  readonly options: readonly string[];
  /** The environment of the balancer. */
  readonly balancer: Readonly<Record<string, string>>;
}

/** What the files for containers start, by their names. */
export const MANIFESTS: Readonly<Record<string, Started>> = {
  'compose.yaml': readCompose(),
  'kubernetes.yaml': readKubernetes(),
};

function readCompose(): Started {
  const [{ services }] = read('compose.yaml');
  const { balancer, ...mocks } = services;
  const [one, ...others] = Object.values<Json>(mocks).map(({ command }) => JSON.stringify(command));
  if (others.some((other) => other !== one)) throw new Error('The mocks of compose.yaml differ.');
  return {
    mocks: Object.keys(mocks),
    options: toOptions(JSON.parse(String(one))),
    balancer: balancer.environment,
  };
}

function readKubernetes(): Started {
  const all = read('kubernetes.yaml');
  const ofKind = (kind: string) => all.filter((one) => one.kind === kind);
  const { replicas, ordinals, template } = ofKind('StatefulSet')[0].spec;
  const pods = Array.from({ length: replicas }, (_, index) => `mock-${ordinals.start + index}`);
  const hosts = ofKind('Service').flatMap(({ metadata: { name }, spec: { selector } }) =>
    pods.includes(selector['statefulset.kubernetes.io/pod-name']) ? [name] : [],
  );
  const { env } = ofKind('Deployment')[0].spec.template.spec.containers[0];
  return {
    mocks: hosts,
    options: toOptions(template.spec.containers[0].args),
    balancer: Object.fromEntries(env.map(({ name, value }: Record<string, string>) => [name, value])),
  };
}

function read(name: string): Json[] {
  const text = readFileSync(FOLDER + name, 'utf8');
  return parseAllDocuments(text, { merge: true }).map((document) => document.toJS());
}

function toOptions(words: readonly string[]): string[] {
  return words.map((word) => word.replace(/(?<=^--control-token=)\$.*/, 'for-tests'));
}
