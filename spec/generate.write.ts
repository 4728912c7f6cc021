/**
 * `npm run types`: writes what follows from the documents. A test fails when something else is there.
 * `npm run types -- --calibration FILE OUT`: writes the types of the document as a live gateway keeps it, by a calibration.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { calibrate, readCalibration } from './calibration/index.ts';
import { loadDocument } from './document.ts';
import { generateCalibrated, generateFiles } from './generate.ts';

const { values, positionals } = parseArgs({
  options: { calibration: { type: 'string' } },
  allowPositionals: true,
});
const { calibration } = values;
const [out = 'wuts.types.ts'] = positionals;
const files =
  calibration === undefined
    ? await generateFiles()
    : [
        {
          file: out,
          text: await generateCalibrated(
            calibrate(loadDocument(), readCalibration(calibration)).document,
            calibration,
          ),
        },
      ];

for (const { file, text } of files) {
  await writeFile(file, text);
  console.log(`wrote ${file instanceof URL ? file.pathname : file}`);
}
