import { createRequire } from 'node:module';
import { type ApiDocument, loadDocument } from '../document.ts';
import { TABLE_FACTS } from '../facts/index.ts';
import { documentFacts } from '../provenance.ts';
import { startOf } from '../text.ts';
import { readTextFile } from '../text-file.ts';
import { whatItTakes } from './answers.ts';
import { type Answer, type Calibration, CalibrationError, markOf } from './calibration.ts';

/** The version of the format that is read. */
const VERSION = 1;

const TEXTS = ['made-with', 'document', 'day'] as const;

/** What an entry of each section has to have, and of which type. */
const SECTIONS: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  settled: { answer: isAnswer, seen: isCount, evidence: isTexts },
  unforeseen: { seen: isCount, evidence: isTexts },
  contradicted: { answers: (value) => Array.isArray(value) && value.every(isAnswer), evidence: isTexts },
  unsettled: { because: isText },
};

/** Reads a file that `wuts-contracts calibrate` has made. Throws a `CalibrationError`. */
export function readCalibration(file: string, document?: ApiDocument): Calibration {
  let text: string;
  try {
    text = readTextFile(file);
  } catch (error) {
    throw new CalibrationError(`The calibration ${file} cannot be read: ${reason(error)}.`);
  }
  return parseCalibration(text, file, document);
}

/**
 * Reads a calibration from YAML; `origin` names it in errors, and its facts have to be those of the document. The overlay in it
 * is for other programs: it follows from what is settled. Throws a `CalibrationError`, with a line for each thing that is wrong.
 */
export function parseCalibration(text: string, origin: string, document = loadDocument()): Calibration {
  // Loaded only here: most runs read no calibration.
  const yaml: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  const lines = new yaml.LineCounter();
  const parsed = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const wrong: string[] = parsed.errors.map(
    ({ pos, message }) => `${origin}:${lines.linePos(pos[0]).line} is not YAML: ${message}`,
  );
  const note = (path: readonly string[], says: string) => {
    const section = path.length === 1 ? parsed.contents : parsed.get(path[0]);
    const pair = yaml.isMap(section)
      ? section.items.find(({ key }) => String(key) === path.at(-1))
      : undefined;
    const key = yaml.isNode(pair?.key) ? pair.key : parsed.contents;
    wrong.push(`${origin}:${lines.linePos(key?.range?.[0] ?? 0).line} ${says}`);
  };
  if (wrong.length === 0) check(parsed.toJS({ maxAliasCount: 100 }), document, note);
  if (wrong.length > 0)
    throw new CalibrationError(`The calibration ${origin} cannot be used:\n${wrong.join('\n')}`);
  const { overlay: _, ...calibration } = parsed.toJS();
  return { settled: {}, unforeseen: {}, contradicted: {}, unsettled: {}, ...calibration };
}

function check(
  value: unknown,
  document: ApiDocument,
  note: (path: readonly string[], says: string) => void,
): void {
  const file = Object(value) as Record<string, unknown>;
  if (file.calibration !== VERSION) {
    const says = `has calibration: ${shown(file.calibration)}, and this version of wuts-mock reads ${VERSION}.`;
    note(['calibration'], `${says} Make it anew: wuts-contracts calibrate.`);
    return;
  }
  for (const name of TEXTS) if (!isText(file[name])) note([name], `needs "${name}", a text.`);
  const known = new Set([...TABLE_FACTS.keys(), ...documentFacts(document).keys()]);
  const mark = markOf(document);
  const elsewhere =
    file.document === mark ? '' : ` It was made against ${shown(file.document)}, not ${mark}.`;
  for (const [section, shape] of Object.entries(SECTIONS)) {
    for (const [fact, entry] of Object.entries(Object(file[section] ?? {}))) {
      const path = [section, fact];
      const lacks = Object.keys(shape).filter((name) => !shape[name]?.(Object(entry)[name]));
      if (!known.has(fact)) note(path, `names no fact of this version: "${startOf(fact, 100)}".${elsewhere}`);
      else if (lacks.length > 0) note(path, `"${fact}" has no usable ${lacks.join(', ')}.`);
      else if (section === 'settled') {
        const { answer } = entry as { answer: Answer };
        const takes = whatItTakes(fact, answer);
        if (takes !== undefined) note(path, `"${fact}" takes ${takes}, not ${shown(answer)}.`);
      }
    }
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function isAnswer(value: unknown): boolean {
  const isPlain = (one: unknown) => ['string', 'number'].includes(typeof one);
  return (
    isPlain(value) ||
    (Object.getPrototypeOf(value ?? 0) === Object.prototype && Object.values(value as object).every(isPlain))
  );
}

function shown(value: unknown): string {
  return startOf(JSON.stringify(value) ?? 'nothing', 100);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
