import { at, list, type Manifest, record, text } from '../kubernetes/manifest';
import { changeWindowLabel } from '../schedule/marks';
import { type Window, type WindowState, windowState } from '../schedule/window';
import { InputError } from './manifests/input-error';

/** A change window of some manifests, as it is at a moment. */
export interface ChangeWindowState extends WindowState {
  /** Namespace and name of its ConfigMap. */
  readonly name: string;
}

/**
 * The change windows of manifests, and whether they are open.
 * @throws InputError when one cannot be read: a gate that nobody understands is no open one
 */
export function changeWindows(manifests: readonly Manifest[], now: Date): readonly ChangeWindowState[] {
  return manifests
    .filter(
      ({ kind, metadata }) =>
        kind === 'ConfigMap' && text(record(at(metadata, 'labels'))[changeWindowLabel]) === 'true',
    )
    .map((manifest) => {
      const name = `${manifest.metadata.namespace}/${manifest.metadata.name}`;
      return { name, ...windowState(windowsIn(manifest, name), now) };
    });
}

function windowsIn(manifest: Manifest, name: string): readonly Window[] {
  const printed = text(record(manifest.data)['windows.json']) ?? '';
  try {
    const windows = list(JSON.parse(printed));
    if (windows.length > 0 && windows.every(isWindow)) return windows;
  } catch {
    // Said below.
  }
  throw new InputError([`ConfigMap ${name}: windows.json holds no change windows. Write it with a ChangeWindow.`]);
}

function isWindow(value: unknown): value is Window {
  const { kind, schedule, minutes, timeZone } = record(value);
  return (
    (kind === 'allow' || kind === 'deny') &&
    typeof minutes === 'number' &&
    typeof schedule === 'string' &&
    typeof timeZone === 'string'
  );
}
