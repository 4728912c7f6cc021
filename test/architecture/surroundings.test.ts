/** The run of all tests does not listen to its surroundings. */
import { expect, it } from 'vitest';

it.each(['FORCE_COLOR', 'WUTS_TOKEN', 'WUTS_CONTROL_TOKEN', 'WUTS_URL'])(
  '%s of the shell is not set in tests',
  (name) => {
    expect(process.env).not.toHaveProperty(name);
  },
);
