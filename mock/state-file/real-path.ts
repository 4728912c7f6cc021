import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** More links in a row are a circle. */
const MOST_LINKS = 40;

/** Where a file is that may not be there yet, all links followed: one file has one path, and saving replaces it and not the link. */
export function realPathOf(file: string, links = 0): string {
  try {
    return realpathSync(file);
  } catch {
    const target = linkOf(file);
    if (target !== undefined && links < MOST_LINKS)
      return realPathOf(resolve(dirname(file), target), links + 1);
    return join(folderOf(resolve(file)), basename(file));
  }
}

function linkOf(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}

function folderOf(file: string): string {
  try {
    return realpathSync(dirname(file));
  } catch {
    return dirname(file);
  }
}
