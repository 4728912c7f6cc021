/** A text as somebody can read it, and where each of its characters stands in the text itself. */
export interface Reading {
  readonly text: string;
  /** Where the character at each place begins. */
  readonly starts: readonly number[];
  /** Where it ends. */
  readonly ends: readonly number[];
}

/** So many encodings may lie in each other. */
const LAYERS = 3;

/**
 * The ways in which a text can be read: as it is, without the escapes of JSON, JavaScript, URLs and HTML, and with
 * what is base64 in it decoded; in each other too.
 */
export function readingsOf(text: string): Reading[] {
  const starts = Array.from({ length: text.length }, (_, place) => place);
  return readFurther({ text, starts, ends: starts.map((place) => place + 1) }, LAYERS);
}

function readFurther(reading: Reading, layers: number): Reading[] {
  if (layers === 0) return [reading];
  const inner = [readEscapes(reading), ...[0, 1, 2, 3].map((offset) => readBase64(reading, offset))];
  const others = inner.filter(({ text }) => text !== '' && text !== reading.text);
  return [reading, ...others.flatMap((one) => readFurther(one, layers - 1))];
}

/** Escapes, however often their own first character is escaped: `\u0031`, `\\u{31}`, `\x31`, `\"`, `%2531`, `&amp;#49;`, `&#x31;`. */
const ESCAPE =
  /\\+(?:u\{0*([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([\s\S]))|%(?:25)*([\da-f]{2})|&(?:amp;)*(?:#0*(\d{1,7});?|#x0*([\da-f]{1,6});?|(amp|quot|apos|lt|gt);)/gi;

/** What letters mean behind a backslash, and names in HTML. */
const MEANINGS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
};

function readEscapes(reading: Reading): Reading {
  const read = { text: '', starts: [] as number[], ends: [] as number[] };
  const copy = (from: number, to: number) => {
    read.text += reading.text.slice(from, to);
    for (let place = from; place < to; place++) put(read, reading, place, place);
  };
  let from = 0;
  for (const match of reading.text.matchAll(ESCAPE)) {
    const [whole, braced, long, short, plain, percent, decimal, hex, named] = match;
    const meant = plain ?? named;
    const code = decimal === undefined ? `0x${braced ?? long ?? short ?? percent ?? hex}` : decimal;
    const character = meant === undefined ? toCharacter(Number(code)) : (MEANINGS[meant] ?? meant);
    copy(from, match.index);
    from = match.index + whole.length;
    read.text += character;
    for (let unit = 0; unit < character.length; unit++) put(read, reading, match.index, from - 1);
  }
  copy(from, reading.text.length);
  return read;
}

/** What may be base64, its lines broken or not. */
const BASE64 = /[A-Za-z\d+/_-]{16,}(?:\r?\n[A-Za-z\d+/_-]+)*/g;

/** Random bytes hold no such text, and a piece of a token does. */
const READABLE = /[\x20-\x7e]{12}/;

/** What is read when the first `offset` letters belong to something else. */
function readBase64(reading: Reading, offset: number): Reading {
  const read = { text: '', starts: [] as number[], ends: [] as number[] };
  for (const { 0: run, index } of reading.text.matchAll(BASE64)) {
    const places = Array.from(run.matchAll(/\S/g), (letter) => index + letter.index).slice(offset);
    const bytes = Buffer.from(run.replaceAll(/\s/g, '').slice(offset), 'base64').toString('latin1');
    if (!READABLE.test(bytes)) continue;
    // A line between two runs, so that none goes on in the other.
    read.text += `${bytes}\n`;
    for (let byte = 0; byte <= bytes.length; byte++) {
      const last = places.length - 1;
      const first = Math.min(last, Math.floor((byte * 8) / 6));
      put(
        read,
        reading,
        places[first] ?? index,
        places[Math.min(last, Math.floor((byte * 8 + 7) / 6))] ?? index,
      );
    }
  }
  return read;
}

/** Notes that the next character stands for all from one place of the reading before to another. */
function put(read: { starts: number[]; ends: number[] }, before: Reading, from: number, to: number): void {
  read.starts.push(before.starts[from] ?? 0);
  read.ends.push(before.ends[to] ?? 0);
}

function toCharacter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
