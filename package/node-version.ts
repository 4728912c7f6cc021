/** The oldest Node that the package runs on; `engines` in package.json says the same. */
export const OLDEST_NODE = { major: 20, minor: 19 };

/** Ends a command in one sentence, with exit code 2, on a Node that is too old to run it. */
export function mustBeRecent(command: string): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor)) return;
  const oldest = `${OLDEST_NODE.major}.${OLDEST_NODE.minor}`;
  console.error(
    `${command}: this is Node ${process.versions.node}, and it needs Node ${oldest} or later: install one from https://nodejs.org.`,
  );
  process.exit(2);
}
