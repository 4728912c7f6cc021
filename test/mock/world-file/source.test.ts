import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { readWorldFile, WorldSourceError } from '../../../mock/world-file/source.ts';
import { WorldFileError } from '../../../mock/world-file/world-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'wuts-world-'));

function keep(text: string | Buffer): string {
  const file = join(folder, 'launch.yaml');
  writeFileSync(file, text);
  return file;
}

/** What a mock that is to start with the file says. */
function explain(file: string): string {
  try {
    const source = readWorldFile(file);
    try {
      createMock({ world: source.world });
    } catch (error) {
      if (error instanceof WorldFileError) return source.explain(error);
      throw error;
    }
  } catch (error) {
    if (error instanceof WorldSourceError) return error.message;
    throw error;
  }
  return 'It is taken.';
}

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('a world file', () => {
  it.each<[string, string | Buffer]>([
    ['YAML', 'groups:\n  team: {members: [5511700000009]}\n'],
    ['JSON', '{"groups": {"team": {"members": ["5511700000009"]}}}'],
    ['UTF-8 with a mark', '\ufeffgroups: {team: {members: [5511700000009]}}'],
    ['UTF-16', utf16('groups: {team: {members: [5511700000009]}}', 'le')],
    ['UTF-16 of the other order', utf16('groups: {team: {members: [5511700000009]}}', 'be')],
    ['YAML with anchors', 'people: {a: &who {phone: 5511700000009}}\ngroups: {team: {members: [a]}}'],
  ])('may be in %s', (_, text) => {
    const { defaultWorld } = createMock({ world: readWorldFile(keep(text)).world });
    expect(defaultWorld.group(defaultWorld.made.team ?? '')).toMatchObject({
      members: [{ role: 'creator' }, { phone: '5511700000009' }],
    });
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['that is not there', '', /The world file \/nowhere\.yaml cannot be used: ENOENT/],
    ['that is no YAML', 'groups: {team: [\n', /\S+:2:1 is not YAML or JSON: /],
    ['with a key twice', 'groups: {}\ngroups: {}\n', /\S+:2:1 is not YAML or JSON: Map keys must be unique/],
    [
      'with two documents',
      'groups: {}\n---\ngroups: {}\n',
      /\S+:\d:1 is not YAML or JSON: .*multiple documents/,
    ],
    ['that is empty', '', /\S+:1:1 body must be an object, and it is null/],
    ['that is no text', Buffer.from([0x00, 0x01, 0xff]), /is not UTF-8 text\. Save it as UTF-8/],
    ['in UTF-16 without a mark', Buffer.from('groups: {}', 'utf16le'), /is not UTF-8 text/],
    ['that is a bomb', bomb(), /Excessive alias count/],
    ['that is nested without end', '['.repeat(50_000), /nested too deeply|not YAML or JSON/],
    ['that is too large', `# ${'x'.repeat(5 * 1024 * 1024)}`, /and 4194304 is the most/],
    [
      'with an unknown key',
      'groups:\n  team:\n    name: A\n    memebrs: []\n',
      /\S+:4:5 groups\.team has no property "memebrs" \(did you mean "members"\?\)/,
    ],
    ['with a name that is none', 'people:\n  rui: {}\n  5x: {}\n', /\S+:3:3 people cannot have "5x" in it/],
    [
      'with somebody who is nobody',
      'groups:\n  team:\n    members:\n      - nina\n',
      /\S+:4:9 groups\.team\.members\[0\] is nobody in accounts or people.*and it is "nina"/,
    ],
    ...['members: [55117777]', 'members: [1234567890123456]', 'creator: +55117777', 'left: [5.5]'].map(
      (list): [string, string, RegExp] => [
        `with a number in ${list}`,
        `groups:\n  team:\n    ${list}\n`,
        /\S+:3:\d+ groups\.team\.\S+ is nobody in accounts or people, and no phone number of 10 to 15 digits, and it is "[+.\d]+"/,
      ],
    ),
    [
      'with a phone of too few digits',
      'people:\n  rui: {phone: 55117777}\n',
      /\S+:2:16 people\.rui\.phone must be a phone number of 10 to 15 digits, and it is "55117777"/,
    ],
    [
      'with somebody who asks and has too few digits',
      'groups:\n  team:\n    join_requests: [55117777, {person: 551, added_by: me}]\n',
      /join_requests\[0\] is nobody in .*, and no phone number of 10 to 15 digits/,
    ],
    ['with a number for a name', 'groups: {team: {name: 7}}', /name must be a string, and it is 7/],
    [
      'with what the rules refuse',
      'people:\n  rui: {on_whatsapp: false}\ngroups:\n  team:\n    members: [me2, rui]\n'.replace(
        'me2',
        '5511700000009',
      ),
      /\S+:5:30 groups\.team\.members\[1\] is not on WhatsApp.*The rule "row-404" refuses it/,
    ],
    [
      'with what only WhatsApp refuses',
      'rulings: {subject-limit: 3}\ngroups:\n  a:\n    name: Longer\n',
      /\S+:4:11 groups\.a\.name is refused: The name is longer.*"Longer"\. The rule "name-too-long"/,
    ],
  ])('%s is told with the line', (what, text, says) => {
    expect(explain(what === 'that is not there' ? '/nowhere.yaml' : keep(text))).toMatch(says);
  });
});

/** Nine lists, each of nine times the one before. */
function bomb(): string {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let n = 1; n < 9; n += 1) {
    const [name, before] = [String.fromCharCode(97 + n), String.fromCharCode(96 + n)];
    lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
  }
  return lines.join('\n');
}
