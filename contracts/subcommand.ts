/** Writes a text into a file; `-` is standard output. Throws `CannotRun`. */
export type Write = (file: string, text: string) => void;

/** What a subcommand does instead of a run, and the exit code that it comes to. Throws `CannotRun`. */
export type Subcommand = (write: Write) => number | Promise<number>;
