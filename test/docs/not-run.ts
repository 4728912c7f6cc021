/** Blocks that cannot be run here, by how they begin, and why. What stands in none of them is run. */
export const NOT_RUN: readonly { readonly begins: string; readonly because: string }[] = [
  {
    begins: 'docker ',
    because: 'There is no container engine; test/package/dockerfile.test.ts does what it would.',
  },
  {
    begins: 'kubectl ',
    because: 'There is no cluster; test/examples/many-processes starts what it would.',
  },
  {
    begins: 'import { GenericContainer',
    because: 'There is no container engine.',
  },
  {
    begins: 'cp ../wuts-mock/examples/python',
    because: 'Not every machine has pytest; test/examples/languages.test.ts runs the example where it is.',
  },
  { begins: 'services:\n', because: 'It is a piece of a workflow of GitHub.' },
  {
    begins: 'npm install ',
    because: 'It asks a registry; test/package/readme.test.ts installs the tarball.',
  },
  { begins: 'npm ci && npm test', because: 'It is this very run.' },
  { begins: 'npm run fuzz', because: 'It takes minutes; labs/test/fuzz has its tests.' },
  { begins: 'npm run soak', because: 'It takes minutes.' },
  { begins: 'npm run bench', because: 'It takes an hour and measures; labs/test/bench has its tests.' },
  { begins: 'npm run prism:', because: 'It runs until it is ended; npm run contracts:prism starts Prism.' },
  { begins: 'npx redocly respect', because: 'npm run contracts:arazzo runs it, for minutes.' },
  {
    begins: 'apt-get install haproxy',
    because: 'It asks a registry as root; test/examples/many-processes starts what comes after it.',
  },
  {
    begins: 'TOKEN=$(cat /proc',
    because: 'It is for several mocks behind HAProxy; test/examples/many-processes runs it there.',
  },
];
