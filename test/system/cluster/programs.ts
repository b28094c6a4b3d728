import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** Programs of a control plane. */
export type Program = 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'kubectl' | 'kwok';

let building: Promise<string> | undefined;

/**
 * Path of a program: from `KUBEBUILDER_ASSETS`, else from a directory of `PATH` that holds a whole control plane (a
 * lone etcd there may be too old), else built from source.
 * @throws when it has to be built and Go is missing, saying how to install it
 */
export async function programPath(program: Program): Promise<string> {
  const installed = installedDirectories().map((directory) => join(directory, program));
  return installed.find(existsSync) ?? join(await builtDirectory(), 'bin', program);
}

/** Directory with the stages that tell kwok how nodes and pods come to life. */
export async function kwokStages(): Promise<string> {
  return join(await builtDirectory(), 'kwok-stages');
}

/** Directory that `build.sh` made. It is made once for all machines' worth of tests, so its first run takes minutes. */
export function builtDirectory(): Promise<string> {
  building ??= build();
  return building;
}

function installedDirectories(): readonly string[] {
  const { KUBEBUILDER_ASSETS, PATH } = process.env;
  const onPath = (PATH ?? '').split(delimiter).filter((directory) => existsSync(join(directory, 'kube-apiserver')));
  return KUBEBUILDER_ASSETS ? [KUBEBUILDER_ASSETS, ...onPath] : onPath;
}

async function build(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('bash', [join(__dirname, 'build.sh')]);
    return stdout.trim();
  } catch (error) {
    throw new Error(`The control plane could not be built.\n${(error as { stderr?: string }).stderr ?? String(error)}`);
  }
}
