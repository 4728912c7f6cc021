/** npm run release:prepare: writes where the package comes from into it, and prints what its version changes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { changesOf, toAbsoluteLinks } from './release-notes.ts';

const [repository = '', tag = ''] = process.argv.slice(2);
const file = (name: string) => new URL(`../${name}`, import.meta.url);
const read = (name: string) => readFileSync(file(name), 'utf8');

const manifest = JSON.parse(read('package.json'));
if (!/^https:\/\/\S+[^/]$/.test(repository) || tag !== `v${manifest.version}`) {
  console.error(
    `Give the https URL of the repository and the tag v${manifest.version}, which is the version of package.json; given were "${repository}" and "${tag}".`,
  );
  process.exit(2);
}
console.log(changesOf(read('CHANGELOG.md'), manifest.version));
manifest.repository = { type: 'git', url: `git+${repository}.git` };
manifest.homepage = `${repository}#readme`;
manifest.bugs = { url: `${repository}/issues` };
writeFileSync(file('package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
for (const page of ['README.md', 'README.pt-BR.md'])
  writeFileSync(file(page), toAbsoluteLinks(read(page), repository, tag));
