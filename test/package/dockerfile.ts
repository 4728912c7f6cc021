import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Copy, DockerfileParser, type Env, type From, type Instruction } from 'dockerfile-ast';

/** What a stage has become: a folder that stands for its file system, and how a container of it would run. */
export interface Stage {
  readonly image: string;
  /** The folder that stands for `/`. */
  readonly root: string;
  workdir: string;
  user: string;
  env: Record<string, string>;
  entrypoint: string[];
  /** The shell command that tells whether it is well. */
  healthcheck: string;
}

/** Carries out a shell command of a stage. */
export type Shell = (stage: Stage, command: string) => Promise<unknown>;

/**
 * Does what the instructions of a Dockerfile say, stage by stage, in folders in place of images. `context` is the folder
 * from which files are copied. Gives the last stage. Throws at an instruction that it does not know.
 */
export async function build(text: string, context: string, folder: string, shell: Shell): Promise<Stage> {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const from = instruction as From;
      const name = from.getBuildStage() ?? String(stages.size);
      stage = createStage(from.getImage() ?? '', join(folder, name));
      stages.set(name, stage);
    } else if (stage === undefined) {
      throw new Error(`${instruction.getKeyword()} stands before the first FROM.`);
    } else {
      const files = (name: string | undefined) =>
        name === undefined ? context : (stages.get(name)?.root ?? `there is no stage ${name}`);
      await follow(instruction, stage, files, shell);
    }
  }
  if (stage === undefined) throw new Error('The Dockerfile has no FROM.');
  return stage;
}

function createStage(image: string, root: string): Stage {
  return { image, root, workdir: '/', user: 'root', env: {}, entrypoint: [], healthcheck: '' };
}

async function follow(
  instruction: Instruction,
  stage: Stage,
  filesOf: (name: string | undefined) => string,
  shell: Shell,
): Promise<void> {
  const content = instruction.getArgumentsContent() ?? '';
  switch (instruction.getKeyword()) {
    case 'WORKDIR':
      stage.workdir = content;
      await mkdir(join(stage.root, content), { recursive: true });
      return;
    case 'ENV':
      for (const property of (instruction as Env).getProperties()) {
        stage.env[property.getName()] = property.getValue() ?? '';
      }
      return;
    case 'COPY': {
      const copy = instruction as Copy;
      const from = copy.getFlags().find((flag) => flag.getName() === 'from');
      const paths = copy.getArguments().map((argument) => argument.getValue());
      await copyInto(stage, filesOf(from?.getValue() ?? undefined), paths);
      return;
    }
    case 'RUN':
      await shell(stage, content);
      return;
    case 'USER':
      stage.user = content;
      return;
    case 'HEALTHCHECK':
      stage.healthcheck = content.slice(content.indexOf('CMD ') + 'CMD '.length);
      return;
    case 'ENTRYPOINT':
      stage.entrypoint = JSON.parse(content);
      return;
    case 'EXPOSE':
      return;
    default:
      throw new Error(`Nothing here carries out ${instruction.getKeyword()}. Add it where this is thrown.`);
  }
}

/** A folder is copied with what is in it, onto the target; files go into a target that ends in a slash. */
async function copyInto(stage: Stage, root: string, paths: string[]): Promise<void> {
  const target = paths.at(-1) ?? '';
  for (const path of paths.slice(0, -1)) {
    const to = join(stage.root, stage.workdir, target, target.endsWith('/') ? basename(path) : '');
    await cp(join(root, path), to, { recursive: true, verbatimSymlinks: true });
  }
}
